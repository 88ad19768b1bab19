import type { Handout, Length } from '../domain/handout/handout.ts';
import type { Letters, PrintOrder, RenderStage } from '../domain/handout/print-order.ts';
import type { MissingLetter, RenderOutcome } from '../domain/handout/render-outcome.ts';
import { A4_LARGE, A4_LARGE_FULL, A5, A5_FULL, type PagePreset } from './design/page-preset.ts';
import type { Layout } from './engine/layout.ts';
import type { Finish, PdfEngine } from './engine/pdfmake-engine.ts';
import { sha1Of } from './engine/sha1.ts';
import { layOutKort } from './kort/render-kort.ts';
import { layOutSheet } from './sheet/sheet-layout.ts';
import { cleanText } from './text/clean-text.ts';
import { mapHandoutTexts } from './text/handout-texts.ts';
import { missingLetters } from './text/missing-letters.ts';
import { layOutVolledig } from './volledig/render-volledig.ts';
import { mapSheetTexts, missingLettersOfSheet } from './text/sheet-texts.ts';

const PAPER: Readonly<Record<Length, Readonly<Record<Letters, PagePreset>>>> = {
  kort: { normal: A5, large: A4_LARGE },
  volledig: { normal: A5_FULL, large: A4_LARGE_FULL },
};

/**
 * Makes what was ordered. The same order gives the same bytes on the same engine.
 *
 * Errors: EngineError when the engine does not do what was planned; FontError when the second font is needed and not there.
 */
export async function renderPrintOrder(
  order: PrintOrder,
  engine: PdfEngine,
  onStage: (stage: RenderStage) => void,
): Promise<RenderOutcome> {
  const prepared = cleanOrder(order);
  const missing = await lettersNobodyHas(prepared, engine);
  if (missing.length > 0) return { kind: 'missing-letters', letters: missing };
  onStage('layout');
  const layout = await layOutOrder(prepared, engine);
  if (layout.kind === 'does-not-fit') return layout;
  onStage('writing');
  const { bytes, pages } = await engine.toPdf(layout.definition, finishOf(prepared));
  layout.check(pages);
  return { kind: 'rendered', bytes, pages, sha1: await sha1Of(bytes) };
}

function cleanOrder(order: PrintOrder): PrintOrder {
  return order.kind === 'booklet'
    ? { ...order, handout: cleanHandout(order.handout) }
    : { ...order, sheet: mapSheetTexts(order.sheet, cleanText) };
}

function cleanHandout(handout: Handout): Handout {
  const { title, author, subject } = handout;
  const info = { title: cleanText(title), author: cleanText(author), subject: cleanText(subject) };
  return { ...mapHandoutTexts(handout, cleanText), ...info };
}

/** Asks the first font; only what that lacks is reason to load the second. */
async function lettersNobodyHas(order: PrintOrder, engine: PdfEngine): Promise<readonly MissingLetter[]> {
  const missingIn = (fonts: Parameters<typeof missingLetters>[1]): readonly MissingLetter[] =>
    order.kind === 'booklet' ? missingLetters(order.handout, fonts) : missingLettersOfSheet(order.sheet, fonts);
  if (missingIn([engine.hasGlyph]).length === 0) return [];
  return missingIn([engine.hasGlyph, await engine.loadSecondFont()]);
}

function layOutOrder(order: PrintOrder, engine: PdfEngine): Promise<Layout> {
  if (order.kind === 'employer-sheet') return layOutSheet(order.sheet, engine);
  const { handout, letters } = order;
  const layOut = handout.length === 'kort' ? layOutKort : layOutVolledig;
  return layOut(handout, engine, PAPER[handout.length][letters]);
}

/** Only A5 pages are folded: large print lies open as A4. */
function finishOf(order: PrintOrder): Finish {
  return order.kind === 'booklet' && order.folded && order.letters === 'normal' ? 'folded' : 'tagged';
}
