import { composeEmployerSheet } from '../../src/domain/handout/compose-employer-sheet.ts';
import { composeHandout } from '../../src/domain/handout/compose-handout.ts';
import { toPlainText } from '../../src/domain/handout/plain-text/to-plain-text.ts';
import type { PrintOrder } from '../../src/domain/handout/print-order.ts';
import type { RenderOutcome } from '../../src/domain/handout/render-outcome.ts';
import type { Route } from '../../src/domain/route/route.ts';
import { renderInNode } from '../../src/pdf/node.ts';

/** Every rendition that can be made of a case (D31). */
export const VARIANTS = [
  'kort',
  'kort-large',
  'kort-imposed',
  'kort-text',
  'volledig',
  'volledig-large',
  'volledig-imposed',
  'volledig-text',
  'employer-sheet',
] as const;
export type Variant = (typeof VARIANTS)[number];

/** Those that may be filed in a chart, and so must be PDF/A-2a and PDF/UA-1. */
export const ARCHIVED: readonly Variant[] = ['kort', 'kort-large', 'volledig', 'volledig-large', 'employer-sheet'];

export type MadeVariant =
  | Exclude<RenderOutcome, { kind: 'rendered' }>
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array; readonly pages: number }
  | { readonly kind: 'text'; readonly text: string }
  /** No sheet was asked for, or the patient has no employer. */
  | { readonly kind: 'no-sheet' };

export function isVariant(name: string): name is Variant {
  return VARIANTS.some((variant) => variant === name);
}

/** Whether a rendition is two pages on a side, to fold. */
export function isImposed(variant: Variant): boolean {
  return variant.endsWith('-imposed');
}

/** Makes one rendition of a route, in the way the app does. Errors: EngineError and FontError of the PDF engine. */
export async function makeVariant(route: Route, variant: Variant): Promise<MadeVariant> {
  if (variant === 'employer-sheet') {
    const sheet = composeEmployerSheet(route);
    return sheet ? makePdf({ kind: 'employer-sheet', sheet }) : { kind: 'no-sheet' };
  }
  const handout = composeHandout(route, { length: variant.startsWith('kort') ? 'kort' : 'volledig' });
  if (variant.endsWith('-text')) return { kind: 'text', text: toPlainText(handout) };
  const letters = variant.endsWith('-large') ? 'large' : 'normal';
  return makePdf({ kind: 'booklet', handout, letters, folded: isImposed(variant) });
}

async function makePdf(order: PrintOrder): Promise<MadeVariant> {
  const outcome = await renderInNode(order);
  return outcome.kind === 'rendered' ? { kind: 'pdf', bytes: outcome.bytes, pages: outcome.pages } : outcome;
}
