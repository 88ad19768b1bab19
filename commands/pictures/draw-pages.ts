import { PDFiumLibrary } from '@hyzyla/pdfium';

/** A page as pixels, RGBA, row by row. */
export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Draws every page of a PDF with pdfium (wasm), `scale` pixels a point; another renderer than what made it. */
export async function drawPages(bytes: Uint8Array, scale: number): Promise<readonly DrawnPage[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(Uint8Array.from(bytes));
  const drawn: DrawnPage[] = [];
  for (const page of document.pages()) {
    const { data, width, height } = await page.render({ scale, render: 'bitmap' });
    drawn.push({ width, height, pixels: Uint8Array.from(data) });
  }
  document.destroy();
  library.destroy();
  return drawn;
}
