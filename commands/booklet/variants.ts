import { composeEmployerSheet } from '../../src/domain/handout/compose-employer-sheet.ts';
import { toPlainText } from '../../src/domain/handout/plain-text/to-plain-text.ts';
import type { PrintOrder } from '../../src/domain/handout/print-order.ts';
import type { RenderOutcome } from '../../src/domain/handout/render-outcome.ts';
import { renderInNode } from '../../src/pdf/node.ts';
import type { ComposedCase } from './compose-case.ts';

/** Every rendition that can be made of a case (D31). */
export const VARIANTS = ['kort', 'kort-large', 'kort-imposed', 'kort-text', 'employer-sheet'] as const;
export type Variant = (typeof VARIANTS)[number];

/** Those that may be filed in a chart, and so must be PDF/A-2a and PDF/UA-1. */
export const ARCHIVED: readonly Variant[] = ['kort', 'kort-large', 'employer-sheet'];

/** Of D31, but not in this version: there is no full length yet. */
export const NOT_YET = ['volledig', 'volledig-large', 'volledig-imposed', 'volledig-text'];

type Composed = Extract<ComposedCase, { kind: 'composed' }>;

export type MadeVariant =
  | Exclude<RenderOutcome, { kind: 'rendered' }>
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array; readonly pages: number }
  | { readonly kind: 'text'; readonly text: string }
  /** No sheet was asked for, or the patient has no employer. */
  | { readonly kind: 'no-sheet' };

export function isVariant(name: string): name is Variant {
  return VARIANTS.some((variant) => variant === name);
}

/** Makes one rendition of a composed case, in the way the app does. Errors: EngineError and FontError of the PDF engine. */
export async function makeVariant(composed: Composed, variant: Variant): Promise<MadeVariant> {
  if (variant === 'kort-text') return { kind: 'text', text: toPlainText(composed.handout) };
  const order = orderOf(composed, variant);
  if (order === null) return { kind: 'no-sheet' };
  const outcome = await renderInNode(order);
  return outcome.kind === 'rendered' ? { kind: 'pdf', bytes: outcome.bytes, pages: outcome.pages } : outcome;
}

function orderOf({ handout, route }: Composed, variant: Exclude<Variant, 'kort-text'>): PrintOrder | null {
  if (variant === 'employer-sheet') {
    const sheet = composeEmployerSheet(route);
    return sheet && { kind: 'employer-sheet', sheet };
  }
  const letters = variant === 'kort-large' ? 'large' : 'normal';
  return { kind: 'booklet', handout, letters, folded: variant === 'kort-imposed' };
}
