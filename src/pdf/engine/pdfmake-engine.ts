import type { TCreatedPdf, TDocumentDefinitions } from 'pdfmake/interfaces';
import { FONT } from '../design/lettering.ts';
import type { PagePreset } from '../design/page-preset.ts';
import { bodyStyle } from '../design/body-style.ts';
import type { Measure } from '../kort/fitting/measure.ts';
import { type HasGlyph, readCharacterMap } from '../text/character-map.ts';
import { escapeMetadata } from './escape-metadata.ts';

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

export interface FontBytes {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

export interface PdfEngine {
  /** True when both weights can print the character. */
  readonly hasGlyph: HasGlyph;
  readonly measureFor: (page: PagePreset) => Measure;
  readonly toPdf: (
    definition: TDocumentDefinitions,
  ) => Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly pages: number }>;
}

const REGULAR = 'atkinson-regular.ttf';
const BOLD = 'atkinson-bold.ttf';
const END_MARK = 'end';
/** Higher than anything that is measured, so that nothing breaks over pages. */
const MEASURING_HEIGHT = 12_000;

/**
 * Makes an engine of pdfmake and the two font files. Nothing in a document can make it open an address or a file.
 *
 * Errors: FontError when the bytes are no font.
 */
export function createPdfEngine(pdfMake: PdfMake, fonts: FontBytes): PdfEngine {
  const regularHas = readCharacterMap(fonts.regular);
  const boldHas = readCharacterMap(fonts.bold);
  pdfMake.setUrlAccessPolicy(() => false);
  pdfMake.virtualfs.writeFileSync(REGULAR, fonts.regular);
  pdfMake.virtualfs.writeFileSync(BOLD, fonts.bold);
  // All four styles must be named; the booklet has no italics.
  pdfMake.setFonts({ [FONT]: { normal: REGULAR, bold: BOLD, italics: REGULAR, bolditalics: BOLD } });
  return {
    hasGlyph: (codePoint) => regularHas(codePoint) && boldHas(codePoint),
    measureFor: (page) => (content, width) => measure(pdfMake, page, content, width),
    toPdf: (definition) => toPdf(pdfMake, definition),
  };
}

async function measure(
  pdfMake: PdfMake,
  page: PagePreset,
  content: Parameters<Measure>[0],
  width: number,
): Promise<number> {
  let height = MEASURING_HEIGHT;
  const definition: TDocumentDefinitions = {
    pageSize: { width, height: MEASURING_HEIGHT },
    pageMargins: 0,
    defaultStyle: bodyStyle(page),
    content: [...content, { text: ' ', id: END_MARK, fontSize: 1 }],
    // Called for every node once the layout stands: the public way to ask where a node came out.
    pageBreakBefore: ({ id, startPosition }) => {
      if (id === END_MARK && startPosition.pageNumber === 1) height = startPosition.top;
      return false;
    },
  };
  await pdfMake.createPdf(definition).getStream();
  return height;
}

async function toPdf(
  pdfMake: PdfMake,
  definition: TDocumentDefinitions,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly pages: number }> {
  let pages = 0;
  const { footer } = definition;
  const created = pdfMake.createPdf({
    ...definition,
    footer: (page, count, size) => {
      pages = count;
      return typeof footer === 'function' ? footer(page, count, size) : footer;
    },
  });
  escapeMetadata(await created.getStream());
  return { bytes: new Uint8Array(await created.getBuffer()), pages };
}
