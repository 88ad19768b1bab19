import type { Handout } from '../../domain/handout/handout.ts';
import type { PagePreset } from '../design/page-preset.ts';
import { toKortDefinition } from './kort-definition.ts';
import { EngineError } from '../engine/escape-metadata.ts';
import type { PdfEngine } from '../engine/pdfmake-engine.ts';
import { sha1Of } from '../engine/sha1.ts';
import { PAGES_OF_KORT, fitKort } from './fitting/fit-kort.ts';
import type { RenderOutcome } from '../../domain/handout/render-outcome.ts';
import { cleanText } from '../text/clean-text.ts';
import { mapHandoutTexts } from '../text/handout-texts.ts';
import { missingLetters } from '../text/missing-letters.ts';

/**
 * Makes the eight pages of Kort. The same handout gives the same bytes on the same engine.
 *
 * Errors: EngineError when the engine lays a fitted booklet out on more or fewer pages.
 */
export async function renderKort(handout: Handout, engine: PdfEngine, page: PagePreset): Promise<RenderOutcome> {
  const clean = cleanHandout(handout);
  const letters = missingLetters(clean, engine.hasGlyph);
  if (letters.length > 0) return { kind: 'missing-letters', letters };
  const fit = await fitKort(clean, page, engine.measureFor(page));
  if (fit.kind === 'does-not-fit') return fit;
  const { bytes, pages } = await engine.toPdf(toKortDefinition(clean, fit.fitting, page));
  if (pages !== PAGES_OF_KORT) throw new EngineError(`${pages} pages instead of ${PAGES_OF_KORT}`);
  return { kind: 'rendered', bytes, pages, sha1: await sha1Of(bytes) };
}

function cleanHandout(handout: Handout): Handout {
  const { title, author, subject } = handout;
  const info = { title: cleanText(title), author: cleanText(author), subject: cleanText(subject) };
  return { ...mapHandoutTexts(handout, cleanText), ...info };
}
