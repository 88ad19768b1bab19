import { drawingCallback } from './layout-hook.ts';
import { LinkAnnotations } from './link-annotations.ts';
import { mergeWords } from './merge-words.ts';
import type {
  DrawnItem,
  Inline,
  LaidOutPage,
  Line,
  PageItem,
  PdfKitDocument,
  StructElement,
} from './pdfmake-internals.ts';
import { isNeeded, within, type StructureElement } from './structure-element.ts';
import type { StructureTree } from './structure-tree.ts';

/** What is no content (ISO 32000-1, 14.8.2.2): page furniture, table headers drawn again, and drawings for the eye. */
const ARTIFACTS = {
  header: '<< /Type /Pagination /Subtype /Header >>',
  footer: '<< /Type /Pagination /Subtype /Footer >>',
  repeated: '<< /Type /Pagination >>',
  layout: '<< /Type /Layout >>',
} as const;
type Artifact = keyof typeof ARTIFACTS;
type Target = StructureElement | Artifact;

/**
 * From laid-out pages to marked content: splits what is on a page into runs of one element each, and puts callbacks between
 * them that open and close the marks while pdfmake draws.
 */
export class PageMarker {
  readonly #tree: StructureTree;
  readonly #document: PdfKitDocument;
  readonly #links: LinkAnnotations;
  /** Where a header row is read; on later pages it is drawn again, as an artifact. */
  readonly #firstPageOf = new Map<StructureElement, number>();

  constructor(tree: StructureTree, document: PdfKitDocument) {
    this.#tree = tree;
    this.#document = document;
    this.#links = new LinkAnnotations(document);
  }

  mark(pages: LaidOutPage[]): void {
    pages.forEach((page, index) => {
      page.items = this.#marked(page, index);
    });
    this.#document.addStructure(this.#create(this.#tree.root));
  }

  #marked(page: LaidOutPage, pageIndex: number): PageItem[] {
    const items: PageItem[] = [];
    let open: Target | null = null;
    const switchTo = (next: Target | null): void => {
      // A link gets one mark and one annotation a line.
      if (open === next && !(isElement(next) && within(next, 'Link'))) return;
      const last = open;
      if (last)
        items.push(
          drawingCallback(() => {
            this.#close(last);
          }),
        );
      if (next)
        items.push(
          drawingCallback(() => {
            this.#open(next, pageIndex);
          }),
        );
      open = next;
    };
    for (const item of page.items) {
      if (item.type === 'line') {
        for (const { target, line } of this.#runsOf(item.item, page, pageIndex)) {
          switchTo(target);
          items.push({ type: 'line', item: line });
        }
      } else if (isDrawn(item)) {
        const target = this.#targetOf(item.item._sid, pageIndex) ?? artifactAt(item.type, item.item.y, page);
        if (isElement(target) && target.type === 'Figure') setBox(target, item, page);
        switchTo(target);
        items.push(item);
      } else {
        // Clipping and alignment must not cut through marked content.
        switchTo(null);
        items.push(item);
      }
    }
    switchTo(null);
    return items;
  }

  #targetOf(sid: number | undefined, pageIndex: number): Target | null {
    const element = sid === undefined ? undefined : this.#tree.elements[sid];
    if (!element) return null;
    if (element.inHeaderRow) {
      const first = this.#firstPageOf.get(element) ?? pageIndex;
      this.#firstPageOf.set(element, first);
      if (first !== pageIndex) return 'repeated';
    }
    for (let at: StructureElement | null = element; at && !at.used; at = at.parent) at.used = true;
    return element;
  }

  #runsOf(line: Line, page: LaidOutPage, pageIndex: number): { readonly target: Target; readonly line: Line }[] {
    const runs: { target: Target; inlines: Inline[] }[] = [];
    for (const inline of line.inlines) {
      const target = this.#targetOf(inline._sid, pageIndex) ?? artifactAt('line', line.y, page);
      const last = runs.at(-1);
      if (last?.target === target) last.inlines.push(inline);
      else runs.push({ target, inlines: [inline] });
    }
    return runs.map(({ target, inlines }, i) => ({ target, line: partOf(line, mergeWords(inlines), i === 0) }));
  }

  /** Blocks exist before drawing, in document order. */
  #create(element: StructureElement): StructElement {
    const struct = this.#structOf(element);
    element.struct = struct;
    for (const child of element.children) if (isNeeded(child)) struct.add(this.#create(child));
    return struct;
  }

  #structOf({ type, alt, attributes }: StructureElement): StructElement {
    const struct = this.#document.struct(type, alt === undefined ? {} : { alt });
    if (attributes) struct.dictionary.data['A'] = attributes;
    return struct;
  }

  #open(target: Target, pageIndex: number): void {
    if (!isElement(target)) {
      // pdfkit's own markContent knows no subtype; its endMarkedContent closes this one.
      this.#document.page.markings.push({ tag: 'Artifact' });
      this.#document.addContent(`/Artifact ${ARTIFACTS[target]} BDC`);
      return;
    }
    const struct = this.#structFor(target, pageIndex);
    const link = within(target, 'Link');
    if (link) this.#links.begin(link);
    struct.add(this.#document.markStructureContent(target.type));
  }

  #close(target: Target): void {
    this.#document.endMarkedContent();
    if (isElement(target)) this.#links.end();
  }

  /** Inline elements are made when they are drawn, anew on each page. */
  #structFor(element: StructureElement, pageIndex: number): StructElement {
    if (element.struct && !(element.inline && element.page !== pageIndex)) return element.struct;
    const struct = this.#structOf(element);
    element.struct = struct;
    element.page = pageIndex;
    if (element.parent) this.#structFor(element.parent, pageIndex).add(struct);
    return struct;
  }
}

function isElement(target: Target | null): target is StructureElement {
  return typeof target === 'object' && target !== null;
}

function isDrawn(item: PageItem): item is DrawnItem {
  return item.type === 'vector' || item.type === 'image' || item.type === 'svg';
}

function artifactAt(type: 'line' | DrawnItem['type'], y: number, { pageMargins, pageSize }: LaidOutPage): Artifact {
  if (type === 'vector') return 'layout';
  if (y < pageMargins.top) return 'header';
  return y >= pageSize.height - pageMargins.bottom ? 'footer' : 'layout';
}

/** Some words of a line, on the baseline of the whole line. */
function partOf(line: Line, inlines: readonly Inline[], isFirst: boolean): Line {
  const part = line.clone();
  part.inlines = inlines;
  part.getHeight = () => line.getHeight();
  part.getAscenderHeight = () => line.getAscenderHeight();
  if (!isFirst) {
    part.id = undefined;
    part._outline = undefined;
    part._pageNodeRef = undefined;
  }
  return part;
}

/** Figures are drawn as one svg each: its box is theirs, counted from the bottom of the page. */
function setBox(figure: StructureElement, { item }: DrawnItem, { pageSize }: LaidOutPage): void {
  const round = (length: number): number => Math.round(length * 100) / 100;
  const [width, height] = [item._width ?? 0, item._height ?? 0];
  const bottom = pageSize.height - item.y - height;
  const box = [item.x, bottom, item.x + width, bottom + height].map(round);
  figure.attributes = { O: 'Layout', Placement: 'Block', BBox: box };
}
