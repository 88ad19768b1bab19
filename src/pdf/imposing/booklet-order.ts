/** Pages on one side of a sheet, by index; one past the last is blank. */
export type SheetSide = readonly [left: number, right: number];

const PAGES_A_SHEET = 4;

/** Which pages stand on each side for a saddle-stitched booklet: front, back, front, … from the outside in. */
export function bookletOrder(pages: number): readonly SheetSide[] {
  const total = Math.ceil(pages / PAGES_A_SHEET) * PAGES_A_SHEET;
  return Array.from({ length: total / 2 }, (_, side): SheetSide => {
    const [low, high] = [side, total - 1 - side];
    return side % 2 === 0 ? [high, low] : [low, high];
  });
}
