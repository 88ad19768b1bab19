import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import pdfMake from 'pdfmake';
import type { Handout } from '../domain/handout/handout.ts';
import { A5 } from './design/page-preset.ts';
import { type PdfEngine, createPdfEngine } from './engine/pdfmake-engine.ts';
import type { RenderOutcome } from '../domain/handout/render-outcome.ts';
import { renderKort } from './kort/render-kort.ts';

const FONTS = '@expo-google-fonts/atkinson-hyperlegible-next';
let engine: Promise<PdfEngine> | undefined;

/** Makes a booklet in Node, for the commands. Same definition as in the browser, other bytes (other compression). */
export async function renderBookletInNode(handout: Handout): Promise<RenderOutcome> {
  engine ??= startEngine();
  return renderKort(handout, await engine, A5);
}

async function startEngine(): Promise<PdfEngine> {
  const { resolve } = createRequire(import.meta.url);
  const font = (file: string): Promise<Uint8Array> => readFile(resolve(`${FONTS}/${file}`));
  pdfMake.setLocalAccessPolicy(() => false);
  return createPdfEngine(pdfMake, {
    regular: await font('400Regular/AtkinsonHyperlegibleNext_400Regular.ttf'),
    bold: await font('700Bold/AtkinsonHyperlegibleNext_700Bold.ttf'),
  });
}
