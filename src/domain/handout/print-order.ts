import type { EmployerSheet } from './employer-sheet.ts';
import type { Handout, Length } from './handout.ts';

/** A5 in 14 points, or A4 in 18. */
export const LETTERS = ['normal', 'large'] as const;
export type Letters = (typeof LETTERS)[number];

/** Which of the booklets of one route is made. */
export interface Edition {
  readonly length: Length;
  readonly letters: Letters;
}

/** What is to be made as a PDF. */
export type PrintOrder =
  | {
      readonly kind: 'booklet';
      readonly handout: Handout;
      readonly letters: Letters;
      /** Two A5 pages on each side of an A4 sheet, to fold and staple: for printing only, never filed in a chart. */
      readonly folded: boolean;
    }
  | { readonly kind: 'employer-sheet'; readonly sheet: EmployerSheet };

/** What the maker is busy with, in this order. */
export const RENDER_STAGES = ['fonts', 'layout', 'writing'] as const;
export type RenderStage = (typeof RENDER_STAGES)[number];

const PAGES_A_SHEET = 4;

/** Sheets of A4 that a folded booklet of so many pages takes. */
export function sheetsOf(pages: number): number {
  return Math.ceil(pages / PAGES_A_SHEET);
}
