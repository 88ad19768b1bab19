import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** One piece of text on a page; lengths in points from the top left corner of the page. */
export interface PrintedText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
}

export interface ReadPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PrintedText[];
  /** All text of the page, words parted by one space. */
  readonly text: string;
  readonly links: readonly string[];
}

export interface ReadPdf {
  readonly pages: readonly ReadPage[];
  readonly info: Readonly<Record<string, unknown>>;
  /** XMP metadata as its XML text. */
  readonly xmp: string;
  /** The bytes as Latin text: pdfmake writes its dictionaries uncompressed. */
  readonly raw: string;
}

/** Share of the letter size that letters reach above and below the line of writing in this font. */
const ASCENT = 0.95;
const DESCENT = 0.25;

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const raw = Buffer.from(bytes).toString('latin1');
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, isEvalSupported: false });
  const document = await task.promise;
  const { info, metadata } = await document.getMetadata();
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number++) pages.push(await readPage(document, number));
  await task.destroy();
  return { pages, info: Object.fromEntries(Object.entries(info)), xmp: xmpOf(metadata), raw };
}

type PdfDocument = Awaited<ReturnType<typeof getDocument>['promise']>;

async function readPage(document: PdfDocument, number: number): Promise<ReadPage> {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const texts = content.items
    .filter((item) => 'str' in item)
    .filter(({ str }) => str.trim() !== '')
    .map(({ str, transform, width: textWidth }): PrintedText => {
      const [, , , size, left, baseline] = transform as number[];
      if (size === undefined || left === undefined || baseline === undefined) throw new Error('a text without a place');
      const bottom = height - baseline + DESCENT * size;
      return { text: str, left, right: left + textWidth, top: bottom - (ASCENT + DESCENT) * size, bottom, size };
    });
  const annotations = (await page.getAnnotations()) as readonly {
    readonly url?: string;
    readonly unsafeUrl?: string;
  }[];
  return {
    width,
    height,
    texts,
    text: content.items
      .map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
      .join('')
      .replace(/\s+/g, ' '),
    links: annotations.flatMap(({ url, unsafeUrl }) => url ?? unsafeUrl ?? []),
  };
}

interface Xmp {
  readonly getRaw: () => string | null;
}

function xmpOf(metadata: Xmp | null): string {
  return metadata?.getRaw() ?? '';
}
