import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import { EngineError } from '../engine/engine-error.ts';
import { isPdfKitDocument, type LaidOutPage, type OtherItem, type PdfKitDocument } from './pdfmake-internals.ts';

// The way in without changing the package: the renderer begins with `pdfDocument._pdfMakePages = pages`, and a setter for
// that property on the prototype is called at exactly that moment: laid out, not yet drawn. The `images` of a definition
// reach the document as the same object, which tells the documents apart.

type OnLayout = (document: PdfKitDocument, pages: LaidOutPage[]) => void;

interface Listener {
  readonly run: OnLayout;
  ran: boolean;
}

const PAGES = '_pdfMakePages';
const listeners = new WeakMap<object, Listener>();
const pagesOf = new WeakMap<object, LaidOutPage[]>();

/** Installs the hook once on the prototype of pdfmake's documents. */
export function installLayoutHook(document: object): void {
  const prototype: unknown = Object.getPrototypeOf(document);
  if (typeof prototype !== 'object' || prototype === null) throw new EngineError('a document without a prototype');
  if (Object.hasOwn(prototype, PAGES)) return;
  Object.defineProperty(prototype, PAGES, {
    configurable: true,
    get(this: object) {
      return pagesOf.get(this);
    },
    set(this: object, pages: LaidOutPage[]) {
      pagesOf.set(this, pages);
      if (!isPdfKitDocument(this)) throw new EngineError('the document is not the one that tagging was written for');
      const listener = listeners.get(this.images);
      if (!listener) return;
      listener.ran = true;
      listener.run(this, pages);
    },
  });
}

/**
 * Has `run` called with the layout of this definition, right before it is drawn.
 *
 * Errors: the function that is given back, called after drawing, throws when the hook did not run: fail closed.
 */
export function onLayout(definition: TDocumentDefinitions, run: OnLayout): () => void {
  const images = (definition.images ??= {});
  const listener: Listener = { run, ran: false };
  listeners.set(images, listener);
  return () => {
    if (!listener.ran) throw new EngineError('the layout hook did not run');
  };
}

/** A page item that draws nothing but calls back in the drawing sequence: the renderer asks this getter first. */
export function drawingCallback(callback: () => void): OtherItem {
  return {
    type: 'beginVerticalAlignment',
    item: {
      get isCellContentMultiPage() {
        callback();
        return true;
      },
    },
  };
}
