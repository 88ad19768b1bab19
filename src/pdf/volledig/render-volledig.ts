import type { Handout } from '../../domain/handout/handout.ts';
import type { PagePreset } from '../design/page-preset.ts';
import { EngineError } from '../engine/engine-error.ts';
import type { Layout } from '../engine/layout.ts';
import type { PdfEngine } from '../engine/pdfmake-engine.ts';
import { fitCovers } from '../pages/fitting/fit-covers.ts';
import { runsOf } from './chapter-runs.ts';
import { type Piece, piecesOf } from './pieces/piece.ts';
import { measurePieces } from './planning/measure-pieces.ts';
import { planPages } from './planning/plan-pages.ts';
import { toVolledigDefinition } from './volledig-definition.ts';

/** As wide as any page number of a booklet. */
const WIDE_NUMBER = '000';

/**
 * Plans Volledig: one pass measures every piece, the pages are filled with them, a second pass writes. `handout` holds only
 * letters that can be printed.
 */
export async function layOutVolledig(handout: Handout, engine: PdfEngine, page: PagePreset): Promise<Layout> {
  const covers = await fitCovers(handout, page, engine.measureFor(page));
  if (covers.kind === 'does-not-fit') return covers;
  const pageNumbers = new Map<string, string>();
  const runs = runsOf(handout, page, ({ id }) => pageNumbers.get(id) ?? WIDE_NUMBER);
  const pieces: readonly Piece[] = runs.flatMap(({ parts }) => piecesOf(parts));
  const plan = planPages(runs, await measurePieces(pieces, engine, page), page);
  if (plan.kind === 'does-not-fit') return plan;
  for (const { run, firstPage } of plan.runs) pageNumbers.set(run.id, String(firstPage));
  return {
    kind: 'laid-out',
    definition: toVolledigDefinition(handout, plan, covers.fitting, page),
    check: (pages) => {
      if (pages !== plan.pages) throw new EngineError(`${pages} pages instead of ${plan.pages}`);
    },
  };
}
