/** Name under which the engine knows Atkinson Hyperlegible Next, regular and bold. */
export const FONT = 'Atkinson';
/** The same for Noto Sans, for letters that the first lacks (D34). */
export const SECOND_FONT = 'Noto';

/** Line height built into the font; pdfmake multiplies it. */
const NATURAL_LEADING = 1.3;

/** The `lineHeight` that gives lines of `times` the letter size. */
export function leading(times: number): number {
  return times / NATURAL_LEADING;
}
