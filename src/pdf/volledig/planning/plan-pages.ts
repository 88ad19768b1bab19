import { type PagePreset, textHeight } from '../../design/page-preset.ts';
import { LINE_GAP } from '../../nodes/writing-lines.ts';
import { type Piece, type Placed, piecesOf } from '../pieces/piece.ts';
import type { Run } from '../run.ts';
import { type Measured, type PageSpan, breakPages } from './break-pages.ts';

/** Points that laying out twice may differ by. */
const SLACK = 0.5;
/** Fewer lines of one's own are no use. */
const FEWEST_OWN_LINES = 3;
/** Pages of a sheet folded once. */
const FOLD = 4;
const COVERS = 2;

export interface RunPlan {
  readonly run: Run;
  /** Counted from 1, the front cover. */
  readonly firstPage: number;
  readonly pages: number;
  /** Lines for own questions on the last page. */
  readonly ownLines: number;
  readonly notePages: number;
}

export type VolledigPlan =
  | {
      readonly kind: 'planned';
      readonly runs: readonly RunPlan[];
      readonly placeOf: (piece: Piece) => Placed;
      /** With both covers; always a multiple of four. */
      readonly pages: number;
    }
  /** Id of the chapter with a piece that is higher than a page. */
  | { readonly kind: 'does-not-fit'; readonly where: string };

/** Decides which piece stands on which page, what grows, and where there is room to write. */
export function planPages(runs: readonly Run[], heights: ReadonlyMap<Piece, number>, page: PagePreset): VolledigPlan {
  const places = new Map<Piece, Placed>();
  const plans: RunPlan[] = [];
  let firstPage = 2;
  for (const run of runs) {
    const pieces = piecesOf(run.parts);
    const spans = breakPages(measured(pieces, heights, page), textHeight(page) - SLACK);
    if (spans === null) return { kind: 'does-not-fit', where: run.id };
    const lastLeft = placePieces(pieces, spans, places);
    const ownLines = run.ownLines === null ? 0 : ownLinesIn(lastLeft, page);
    plans.push({ run, firstPage, pages: spans.length, ownLines, notePages: 0 });
    firstPage += spans.length;
  }
  const folded = fillUp(plans);
  return {
    kind: 'planned',
    runs: folded,
    placeOf: (piece) => places.get(piece) ?? { startsPage: false, more: 0 },
    pages: COVERS + folded.reduce((sum, { pages }) => sum + pages, 0),
  };
}

/** What is a single line under a title stays with what follows it: two lines at least. */
function measured(
  pieces: readonly Piece[],
  heights: ReadonlyMap<Piece, number>,
  page: PagePreset,
): readonly Measured[] {
  const twoLines = 1.9 * page.leading * page.base;
  return pieces.map((piece, i) => {
    const height = heights.get(piece) ?? 0;
    const isLoneLine = pieces[i - 1]?.isHeading === true && height < twoLines;
    return { ...piece, height, withNext: piece.withNext || isLoneLine };
  });
}

/** Notes where pieces stand and how far they grow; gives the points left on the last page. */
function placePieces(pieces: readonly Piece[], spans: readonly PageSpan[], places: Map<Piece, Placed>): number {
  let left = 0;
  spans.forEach((span, number) => {
    const onPage = pieces.slice(span.from, span.to);
    const growing = onPage.findLast(({ grows }) => grows !== null);
    const more = growing?.grows ? Math.min(growing.grows.atMost, Math.floor(span.left / growing.grows.unit)) : 0;
    left = span.left - more * (growing?.grows?.unit ?? 0);
    onPage.forEach((piece, i) => {
      // The first piece of a run begins a page because its run does.
      places.set(piece, { startsPage: i === 0 && number > 0, more: piece === growing ? more : 0 });
    });
  });
  return left;
}

function ownLinesIn(left: number, page: PagePreset): number {
  const heading = 3.2 * page.base;
  const lines = Math.floor((left - heading) / LINE_GAP);
  return lines >= FEWEST_OWN_LINES ? lines : 0;
}

/** More pages to write on, until the booklet can be folded. */
function fillUp(plans: readonly RunPlan[]): readonly RunPlan[] {
  const pages = COVERS + plans.reduce((sum, plan) => sum + plan.pages, 0);
  const short = (FOLD - (pages % FOLD)) % FOLD;
  const at = plans.findIndex(({ run }) => run.notePage !== null);
  if (at < 0) return plans;
  return plans.map((plan, i) => ({
    ...plan,
    pages: plan.pages + (i === at ? short : 0),
    notePages: i === at ? short : 0,
    firstPage: plan.firstPage + (i > at ? short : 0),
  }));
}
