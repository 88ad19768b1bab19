import type { TCreatedPdf, TDocumentDefinitions } from 'pdfmake/interfaces';
import { bodyStyle } from '../design/body-style.ts';
import { FONT, SECOND_FONT } from '../design/lettering.ts';
import type { PagePreset } from '../design/page-preset.ts';
import { type FontBytes, type LoadSecondFont, glyphsOf } from '../fonts/font-faces.ts';
import { splitByFont } from '../fonts/split-by-font.ts';
import { imposeBooklet } from '../imposing/impose-booklet.ts';
import type { Measure } from '../pages/fitting/measure.ts';
import { installLayoutHook, onLayout } from '../tagging/layout-hook.ts';
import { leaveUntagged, tagDocument } from '../tagging/tag-document.ts';
import type { HasGlyph } from '../text/character-map.ts';

declare module 'pdfmake' {
  /** Files that exist in memory only; pdfmake looks here before it looks on disk. */
  export const virtualfs: { writeFileSync: (name: string, content: Uint8Array) => void };
}

/** The part of pdfmake that is used; the same in Node and in the browser's build. */
export interface PdfMake {
  readonly virtualfs: { writeFileSync: (name: string, content: Uint8Array) => void };
  readonly createPdf: (definition: TDocumentDefinitions) => TCreatedPdf;
  readonly setFonts: (fonts: Record<string, FontFiles>) => void;
  readonly setUrlAccessPolicy: (mayOpen: (url: string) => boolean) => void;
}

interface FontFiles {
  readonly normal: string;
  readonly bold: string;
  readonly italics: string;
  readonly bolditalics: string;
}

/** How a definition is written: with tags to read and archive, folded for print only, or bare for measuring the others. */
export type Finish = 'tagged' | 'folded' | 'untagged';

export interface WrittenPdf {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Pages as laid out; a folded file has half as many sides. */
  readonly pages: number;
}

/** Lays out and writes definitions; which letters it can print is asked before. */
export interface PdfEngine {
  /** True when both weights of the first font can print the character. */
  readonly hasGlyph: HasGlyph;
  /** The same of the second font, which is loaded by asking. Errors: FontError when it cannot be. */
  readonly loadSecondFont: () => Promise<HasGlyph>;
  readonly measureFor: (page: PagePreset) => Measure;
  /** Lays a document out without drawing it: its nodes then know their `positions`. Gives the number of pages. */
  readonly layOut: (definition: TDocumentDefinitions) => Promise<number>;
  readonly toPdf: (definition: TDocumentDefinitions, finish?: Finish) => Promise<WrittenPdf>;
  /** How much was laid out since the last question, for the bench: whole documents, and measured pieces. */
  readonly takeCounts: () => LayoutCounts;
}

export interface LayoutCounts {
  readonly documents: number;
  readonly pieces: number;
}

const END_MARK = 'end';
/** Higher than anything that is measured, so that nothing breaks over pages. */
const MEASURING_HEIGHT = 12_000;
const FINISHES: Readonly<Record<Finish, (definition: TDocumentDefinitions) => () => void>> = {
  tagged: tagDocument,
  folded: imposeBooklet,
  untagged: leaveUntagged,
};

/**
 * Makes an engine of pdfmake and its fonts. Nothing in a document can make it open an address or a file.
 *
 * Errors: FontError when the bytes are no font.
 */
export async function createPdfEngine(
  pdfMake: PdfMake,
  first: FontBytes,
  loadSecond: LoadSecondFont,
): Promise<PdfEngine> {
  const hasGlyph = glyphsOf(first);
  let second: Promise<HasGlyph> | null = null;
  let counts: LayoutCounts = { documents: 0, pieces: 0 };
  pdfMake.setUrlAccessPolicy(() => false);
  const fonts = { [FONT]: addFont(pdfMake, 'first', first) };
  pdfMake.setFonts(fonts);
  installLayoutHook(await pdfMake.createPdf({ content: [] }).getStream());

  const addSecond = async (): Promise<HasGlyph> => {
    const bytes = await loadSecond();
    const secondHas = glyphsOf(bytes);
    pdfMake.setFonts({ ...fonts, [SECOND_FONT]: addFont(pdfMake, 'second', bytes) });
    return secondHas;
  };
  const withFonts = (definition: TDocumentDefinitions): TDocumentDefinitions =>
    second === null ? definition : inBothFonts(definition, hasGlyph);
  return {
    hasGlyph,
    loadSecondFont: () => (second ??= addSecond()),
    measureFor: (page) => (content, width) => {
      counts = { ...counts, pieces: counts.pieces + 1 };
      return measure(
        pdfMake,
        page,
        second === null ? content : (splitByFont(content, hasGlyph) as typeof content),
        width,
      );
    },
    layOut: (definition) => {
      counts = { ...counts, documents: counts.documents + 1 };
      return layOut(pdfMake, withFonts(definition));
    },
    toPdf: (definition, finish = 'tagged') => {
      counts = { ...counts, documents: counts.documents + 1 };
      return write(pdfMake, withFonts(definition), finish);
    },
    takeCounts: () => {
      const taken = counts;
      counts = { documents: 0, pieces: 0 };
      return taken;
    },
  };
}

/** All four styles must be named; the booklet has no italics. */
function addFont(pdfMake: PdfMake, name: string, { regular, bold }: FontBytes): FontFiles {
  const [normal, heavy] = [`${name}-regular.ttf`, `${name}-bold.ttf`];
  pdfMake.virtualfs.writeFileSync(normal, regular);
  pdfMake.virtualfs.writeFileSync(heavy, bold);
  return { normal, bold: heavy, italics: normal, bolditalics: heavy };
}

/** Letters that the first font lacks in the second, in the text and in what is drawn on every page. */
function inBothFonts(definition: TDocumentDefinitions, inFirst: HasGlyph): TDocumentDefinitions {
  const { background, footer } = definition;
  definition.content = splitByFont(definition.content, inFirst) as TDocumentDefinitions['content'];
  if (typeof background === 'function') {
    definition.background = (...page) => splitByFont(background(...page), inFirst) as ReturnType<typeof background>;
  }
  if (typeof footer === 'function') {
    definition.footer = (...page) => splitByFont(footer(...page), inFirst) as ReturnType<typeof footer>;
  }
  return definition;
}

async function measure(
  pdfMake: PdfMake,
  page: PagePreset,
  content: Parameters<Measure>[0],
  width: number,
): Promise<number> {
  let height = MEASURING_HEIGHT;
  await layOut(pdfMake, {
    pageSize: { width, height: MEASURING_HEIGHT },
    pageMargins: 0,
    defaultStyle: bodyStyle(page),
    content: [...content, { text: ' ', id: END_MARK, fontSize: 1 }],
    // Called for every node once the layout stands: the public way to ask where a node came out.
    pageBreakBefore: ({ id, startPosition }) => {
      if (id === END_MARK && startPosition.pageNumber === 1) height = startPosition.top;
      return false;
    },
  });
  return height;
}

/** Nothing is drawn: the pages are taken away before the renderer comes to them. */
async function layOut(pdfMake: PdfMake, definition: TDocumentDefinitions): Promise<number> {
  let pages = 0;
  const assertRan = onLayout(definition, (_document, laidOut) => {
    pages = laidOut.length;
    laidOut.length = 0;
  });
  await pdfMake.createPdf(definition).getStream();
  assertRan();
  return pages;
}

async function write(pdfMake: PdfMake, definition: TDocumentDefinitions, finish: Finish): Promise<WrittenPdf> {
  let pages = 0;
  const { footer } = definition;
  const counted: TDocumentDefinitions = {
    ...definition,
    footer: (page, count, size) => {
      pages = count;
      return typeof footer === 'function' ? footer(page, count, size) : footer;
    },
  };
  const assertFinished = FINISHES[finish](counted);
  const bytes = new Uint8Array(await pdfMake.createPdf(counted).getBuffer());
  assertFinished();
  return { bytes, pages };
}
