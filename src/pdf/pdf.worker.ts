// Everything heavy happens here: pdfmake and the fonts are loaded by this worker only.
import boldUrl from '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf?url';
import regularUrl from '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf?url';
import pdfMake from 'pdfmake/build/pdfmake';
import { A5 } from './design/page-preset.ts';
import { type PdfEngine, createPdfEngine } from './engine/pdfmake-engine.ts';
import type { RenderOutcome } from '../domain/handout/render-outcome.ts';
import { renderKort } from './kort/render-kort.ts';
import { FontError } from './text/character-map.ts';
import type { RenderReply, RenderRequest } from './worker-messages.ts';

let engine: Promise<PdfEngine> | undefined;

self.addEventListener('message', ({ data }: MessageEvent<RenderRequest>) => {
  void reply(data);
});

async function reply({ id, handout }: RenderRequest): Promise<void> {
  const outcome = await outcomeFor(handout);
  const message: RenderReply = { id, outcome };
  self.postMessage(message, { transfer: outcome.kind === 'rendered' ? [outcome.bytes.buffer] : [] });
}

async function outcomeFor(handout: RenderRequest['handout']): Promise<RenderOutcome> {
  try {
    engine ??= startEngine();
    return await renderKort(handout, await engine, A5);
  } catch (error) {
    return { kind: 'failed', why: error instanceof FontError ? 'font' : 'engine' };
  }
}

async function startEngine(): Promise<PdfEngine> {
  const [regular, bold] = await Promise.all([loadFont(regularUrl), loadFont(boldUrl)]);
  return createPdfEngine(pdfMake, { regular, bold });
}

async function loadFont(url: string): Promise<Uint8Array> {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new FontError(`font not loaded: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw error instanceof FontError ? error : new FontError('font not loaded', { cause: error });
  }
}
