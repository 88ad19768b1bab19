import type { Handout } from '../../domain/handout/handout.ts';
import type { PagePreset } from '../design/page-preset.ts';
import { EngineError } from '../engine/engine-error.ts';
import type { Layout } from '../engine/layout.ts';
import type { PdfEngine } from '../engine/pdfmake-engine.ts';
import { PAGES_OF_KORT, fitKort } from './fitting/fit-kort.ts';
import { toKortDefinition } from './kort-definition.ts';

/** Fits Kort on its eight pages. `handout` holds only letters that can be printed. */
export async function layOutKort(handout: Handout, engine: PdfEngine, page: PagePreset): Promise<Layout> {
  const fit = await fitKort(handout, page, engine.measureFor(page));
  if (fit.kind === 'does-not-fit') return fit;
  return {
    kind: 'laid-out',
    definition: toKortDefinition(handout, fit.fitting, page),
    check: (pages) => {
      if (pages !== PAGES_OF_KORT) throw new EngineError(`${pages} pages instead of ${PAGES_OF_KORT}`);
    },
  };
}
