/**
 * The few internals of pdfmake 0.3.11 and its pdfkit that tagging and imposing reach into. Every use is held by the contract
 * tests in `tests/pdf/tagging`: pdfmake is pinned, and another version is let in by them only.
 */

/** One page as laid out, just before it is drawn. */
export interface LaidOutPage {
  items: PageItem[];
  readonly pageSize: { readonly width: number; readonly height: number };
  readonly pageMargins: { readonly top: number; readonly bottom: number };
}

export type PageItem = LineItem | DrawnItem | OtherItem;

export interface LineItem {
  readonly type: 'line';
  readonly item: Line;
}

export interface DrawnItem {
  readonly type: 'vector' | 'image' | 'svg';
  readonly item: Drawing;
}

/** Clipping and alignment. */
export interface OtherItem {
  readonly type: 'beginClip' | 'endClip' | 'beginVerticalAlignment' | 'endVerticalAlignment';
  readonly item: object;
}

export interface Line {
  inlines: readonly Inline[];
  readonly x: number;
  readonly y: number;
  id?: unknown;
  _outline?: unknown;
  _pageNodeRef?: unknown;
  clone: () => Line;
  getHeight: () => number;
  getAscenderHeight: () => number;
}

/** A word in one style. */
export interface Inline {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly font: FontProgram;
  readonly _sid?: number;
  readonly link?: string | undefined;
  readonly linkToDestination?: string | undefined;
  readonly trailingCut?: number;
}

export interface FontProgram {
  readonly name: string;
  /** Absent when the font is not embedded. */
  readonly font?: { readonly hasGlyphForCodePoint?: (codePoint: number) => boolean };
}

export interface Drawing {
  readonly _sid?: number;
  readonly x: number;
  readonly y: number;
  readonly _width?: number;
  readonly _height?: number;
  link?: unknown;
  linkToDestination?: unknown;
}

/** pdfkit's structure element. */
export interface StructElement {
  readonly dictionary: { readonly data: Record<string, unknown> & { K?: unknown[] } };
  add: (child: unknown) => StructElement;
  _flushChild: (child: { readonly annotationRef?: unknown }) => void;
}

/** A place on the page, in points from its top left corner. */
export type Box = [x: number, y: number, width: number, height: number];

/** pdfkit's document as pdfmake extends it. */
export interface PdfKitDocument {
  readonly images: object;
  info: Record<string, unknown>;
  readonly page: { readonly markings: { readonly tag: string }[]; readonly dictionary: object };
  readonly _root: { readonly data: Record<string, unknown> };
  _addInfo: () => void;
  link: (...at: [...Box, url: string]) => unknown;
  goTo: (...at: [...Box, name: string]) => unknown;
  annotate: (...at: [...Box, options: object]) => unknown;
  readonly struct: (type: string, options: object) => StructElement;
  readonly addStructure: (root: StructElement) => unknown;
  readonly markStructureContent: (tag: string) => object;
  readonly endMarkedContent: () => unknown;
  readonly addContent: (operators: string) => unknown;
  readonly appendXML: (xml: string) => unknown;
  readonly ref: (data: object) => { readonly end: () => void };
  readonly save: () => unknown;
  readonly restore: () => unknown;
  readonly translate: (x: number, y: number) => unknown;
}

const METHODS = [
  'struct',
  'addStructure',
  'markStructureContent',
  'endMarkedContent',
  'addContent',
  'appendXML',
  'ref',
];

/** Whether the document has what is reached into; if not, pdfmake is not the version this was written for. */
export function isPdfKitDocument(document: object): document is PdfKitDocument {
  const has = (name: string): boolean => typeof Reflect.get(document, name) === 'function';
  return [...METHODS, '_addInfo', 'link', 'goTo', 'annotate'].every(has) && 'info' in document && 'images' in document;
}
