import { EngineError } from '../engine/engine-error.ts';
import type { Box, PdfKitDocument, StructElement } from './pdfmake-internals.ts';
import type { StructureElement } from './structure-element.ts';
import { pdfString } from './structure-tree.ts';

interface PendingLink {
  readonly link: StructureElement;
  box: { left: number; top: number; right: number; bottom: number };
  action: object | null;
}

/**
 * Takes over pdfmake's link annotations: it asks for one a word, without a description. They are collected while a piece of a
 * link is drawn, and written as one a line, with what the link says, tied to its element.
 */
export class LinkAnnotations {
  readonly #document: PdfKitDocument;
  #pending: PendingLink | null = null;

  constructor(document: PdfKitDocument) {
    this.#document = document;
    const annotate = document.annotate.bind(document);
    document.link = (...[x, y, width, height, url]) => {
      this.#collect([x, y, width, height], { S: 'URI', URI: pdfString(url) });
      return document;
    };
    document.goTo = (...[x, y, width, height, name]) => {
      this.#collect([x, y, width, height], { S: 'GoTo', D: pdfString(name) });
      return document;
    };
    document.annotate = (...at) => {
      if (!('structParent' in at[4])) throw new EngineError('an annotation outside the structure');
      return annotate(...at);
    };
  }

  begin(link: StructureElement): void {
    this.#pending = { link, box: { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }, action: null };
  }

  end(): void {
    const pending = this.#pending;
    this.#pending = null;
    if (pending?.action == null || pending.link.struct === null) return;
    const { left, top, right, bottom } = pending.box;
    const action = this.#document.ref(pending.action);
    action.end();
    this.#document.annotate(left, top, right - left, bottom - top, {
      Subtype: 'Link',
      A: action,
      Contents: pdfString(pending.link.contents ?? ''),
      structParent: onThisPage(pending.link.struct, this.#document),
    });
  }

  #collect([x, y, width, height]: Box, action: object): void {
    const pending = this.#pending;
    if (!pending) throw new EngineError('a link outside the text, in a header or footer');
    const { box } = pending;
    box.left = Math.min(box.left, x);
    box.top = Math.min(box.top, y);
    box.right = Math.max(box.right, x + width);
    box.bottom = Math.max(box.bottom, y + height);
    pending.action = action;
  }
}

/** Pages of the annotations of an element. */
const pinned = new WeakMap<StructElement, Map<unknown, object>>();

/** pdfkit writes the page of an annotation at the end of the document, with whatever page is then current: pin the right one. */
function onThisPage(struct: StructElement, document: PdfKitDocument): { readonly add: (annotation: unknown) => void } {
  const page = document.page.dictionary;
  const pages = pinned.get(struct) ?? pinPages(struct);
  return {
    add: (annotation) => {
      struct.add(annotation);
      pages.set(annotation, page);
    },
  };
}

function pinPages(struct: StructElement): Map<unknown, object> {
  const pages = new Map<unknown, object>();
  pinned.set(struct, pages);
  const flushChild = struct._flushChild.bind(struct);
  struct._flushChild = (child) => {
    const page = pages.get(child);
    if (page === undefined) flushChild(child);
    else struct.dictionary.data.K?.push({ Type: 'OBJR', Obj: child.annotationRef, Pg: page });
  };
  return pages;
}
