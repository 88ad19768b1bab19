/** Points in a millimetre: every length of the booklet is in points. */
export const MM = 72 / 25.4;

/** One paper size. All measures that are not here are multiples of `base`, the size of the body text. */
export interface PagePreset {
  readonly width: number;
  readonly height: number;
  readonly base: number;
  /** Distance of two lines of body text, in times the letter size. */
  readonly leading: number;
  readonly margin: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  /** From the page edge to the tinted head of a chapter. */
  readonly headInset: number;
  /** From the page edge to the drawing of a cover. */
  readonly coverInset: number;
  /** Writing lines on the back when there is room. */
  readonly backLines: number;
}

export const A5: PagePreset = {
  width: 419.53,
  height: 595.28,
  base: 14,
  leading: 1.33,
  margin: { left: 32, right: 32, top: 30, bottom: 47 },
  headInset: 18,
  coverInset: 20,
  backLines: 6,
};

export const A4_LARGE: PagePreset = {
  width: 595.28,
  height: 841.89,
  base: 18,
  leading: 1.33,
  margin: { left: 52, right: 52, top: 44, bottom: 60 },
  headInset: 26,
  coverInset: 30,
  backLines: 10,
};

/** Volledig has wider margins, for its thumb tabs, and more room between the lines. */
export const A5_FULL: PagePreset = {
  ...A5,
  leading: 1.4,
  margin: { left: 37, right: 37, top: 37, bottom: 55 },
};

export const A4_LARGE_FULL: PagePreset = {
  ...A4_LARGE,
  leading: 1.4,
  margin: { left: 60, right: 60, top: 56, bottom: 72 },
};

/** Width of the text column. */
export function textWidth(page: PagePreset): number {
  return page.width - page.margin.left - page.margin.right;
}

/** Height of the text column. */
export function textHeight(page: PagePreset): number {
  return page.height - page.margin.top - page.margin.bottom;
}

/** Size of the smallest text, for addresses, footer and form labels: never under 12 points. */
export function smallSize(page: PagePreset): number {
  return Math.max(12, 0.86 * page.base);
}
