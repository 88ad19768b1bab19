// Everything heavy happens here: pdfmake and the fonts are loaded by this worker only.
import boldUrl from '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf?url';
import regularUrl from '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf?url';
import secondBoldUrl from '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf?url';
import secondRegularUrl from '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf?url';
import pdfMake from 'pdfmake/build/pdfmake';
import type { PrintOrder, RenderStage } from '../domain/handout/print-order.ts';
import type { RenderOutcome } from '../domain/handout/render-outcome.ts';
import { type PdfEngine, createPdfEngine } from './engine/pdfmake-engine.ts';
import type { FontBytes } from './fonts/font-faces.ts';
import { renderPrintOrder } from './render-print-order.ts';
import { FontError } from './text/character-map.ts';
import type { RenderReply, RenderRequest } from './worker-messages.ts';

let engine: Promise<PdfEngine> | undefined;

self.addEventListener('message', ({ data }: MessageEvent<RenderRequest>) => {
  void reply(data);
});

async function reply({ id, order }: RenderRequest): Promise<void> {
  const outcome = await outcomeFor(order, (stage) => {
    const message: RenderReply = { id, stage };
    self.postMessage(message);
  });
  const message: RenderReply = { id, outcome };
  self.postMessage(message, { transfer: outcome.kind === 'rendered' ? [outcome.bytes.buffer] : [] });
}

async function outcomeFor(order: PrintOrder, onStage: (stage: RenderStage) => void): Promise<RenderOutcome> {
  try {
    onStage('fonts');
    engine ??= startEngine();
    return await renderPrintOrder(order, await engine, onStage);
  } catch (error) {
    return { kind: 'failed', why: error instanceof FontError ? 'font' : 'engine' };
  }
}

async function startEngine(): Promise<PdfEngine> {
  const first = await loadFonts(regularUrl, boldUrl);
  return createPdfEngine(pdfMake, first, () => loadFonts(secondRegularUrl, secondBoldUrl));
}

async function loadFonts(regularUrl: string, boldUrl: string): Promise<FontBytes> {
  const [regular, bold] = await Promise.all([loadFont(regularUrl), loadFont(boldUrl)]);
  return { regular, bold };
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
