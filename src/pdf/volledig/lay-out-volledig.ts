import type { Handout } from '../../domain/handout/handout.ts';
import type { Letters } from '../../domain/handout/print-order.ts';
import type { Layout } from '../engine/layout.ts';
import type { PdfEngine } from '../engine/pdfmake-engine.ts';

export function layOutVolledig(_handout: Handout, _engine: PdfEngine, _letters: Letters): Promise<Layout> {
  return Promise.resolve({ kind: 'does-not-fit', where: 'length' });
}
