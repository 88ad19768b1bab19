import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import pdfMake from 'pdfmake';
import type { PrintOrder } from '../domain/handout/print-order.ts';
import type { RenderOutcome } from '../domain/handout/render-outcome.ts';
import { type PdfEngine, createPdfEngine } from './engine/pdfmake-engine.ts';
import type { FontBytes } from './fonts/font-faces.ts';
import { renderPrintOrder } from './render-print-order.ts';

const FIRST = '@expo-google-fonts/atkinson-hyperlegible-next';
const SECOND = '@expo-google-fonts/noto-sans';
let engine: Promise<PdfEngine> | undefined;

/** Makes a document in Node, for the commands. Same definition as in the browser, other bytes (other compression). */
export async function renderInNode(order: PrintOrder): Promise<RenderOutcome> {
  return renderPrintOrder(order, await engineInNode(), () => undefined);
}

/** The one engine of this process: pdfmake keeps its fonts for all. */
export function engineInNode(): Promise<PdfEngine> {
  return (engine ??= startEngine());
}

async function startEngine(): Promise<PdfEngine> {
  pdfMake.setLocalAccessPolicy(() => false);
  const first = await readFonts(
    `${FIRST}/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf`,
    `${FIRST}/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf`,
  );
  return createPdfEngine(pdfMake, first, () =>
    readFonts(`${SECOND}/400Regular/NotoSans_400Regular.ttf`, `${SECOND}/700Bold/NotoSans_700Bold.ttf`),
  );
}

async function readFonts(regular: string, bold: string): Promise<FontBytes> {
  const { resolve } = createRequire(import.meta.url);
  return { regular: await readFile(resolve(regular)), bold: await readFile(resolve(bold)) };
}
