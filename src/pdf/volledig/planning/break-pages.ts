/** A piece as the page breaker sees it; lengths in points. */
export interface Measured {
  readonly height: number;
  /** Space above it, unless it is the first on its page. */
  readonly above: number;
  readonly withNext: boolean;
  /** A page that begins with it breaks a section. */
  readonly continues: boolean;
}

/** The pieces `from` up to but not including `to` stand on one page and leave so many points. */
export interface PageSpan {
  readonly from: number;
  readonly to: number;
  readonly left: number;
}

/** Costs beside the square of the empty share of a page: of one page more, of parting what belongs together, of breaking a section. */
const COST_OF_A_PAGE = 10;
const COST_OF_PARTING = 1000;
const COST_OF_BREAKING = 0.04;

/**
 * Parts pieces over as few pages as they take, so that no page but the last is left half empty, and what belongs together
 * stays so unless it is longer than a page.
 *
 * Shape:  at least one page; null when a single piece is higher than a page.
 * Source: the least sum of squared holes, after Knuth and Plass, "Breaking Paragraphs into Lines" (1981).
 */
export function breakPages(pieces: readonly Measured[], height: number): readonly PageSpan[] | null {
  if (pieces.length === 0) return [{ from: 0, to: 0, left: height }];
  const best: { cost: number; span: PageSpan | null }[] = [{ cost: 0, span: null }];
  for (let to = 1; to <= pieces.length; to++) best.push(bestEnd(pieces, to, height, best));
  return spansTo(pieces.length, best);
}

/** The cheapest page that ends before piece `to`. */
function bestEnd(
  pieces: readonly Measured[],
  to: number,
  height: number,
  best: readonly { readonly cost: number }[],
): { cost: number; span: PageSpan | null } {
  const breaking = breakCost(pieces[to - 1], pieces[to]);
  let cheapest: { cost: number; span: PageSpan | null } = { cost: Infinity, span: null };
  let used = 0;
  for (let from = to - 1; from >= 0; from--) {
    used += heightFrom(pieces, from, to);
    if (used > height) break;
    const left = height - used;
    const hole = to === pieces.length ? 0 : (left / height) ** 2;
    const cost = (best[from]?.cost ?? Infinity) + COST_OF_A_PAGE + hole + breaking;
    if (cost < cheapest.cost) cheapest = { cost, span: { from, to, left } };
  }
  return cheapest;
}

/** Of ending a page between these two; nothing after the last. */
function breakCost(last: Measured | undefined, next: Measured | undefined): number {
  if (!next) return 0;
  return (last?.withNext ? COST_OF_PARTING : 0) + (next.continues ? COST_OF_BREAKING : 0);
}

/** What the page grows by when it begins at `from`: that piece, and the space above the one below it. */
function heightFrom(pieces: readonly Measured[], from: number, to: number): number {
  const below = from + 1 < to ? (pieces[from + 1]?.above ?? 0) : 0;
  return (pieces[from]?.height ?? 0) + below;
}

function spansTo(end: number, best: readonly { readonly span: PageSpan | null }[]): readonly PageSpan[] | null {
  const spans: PageSpan[] = [];
  for (let to = end; to > 0;) {
    const span = best[to]?.span ?? null;
    if (span === null) return null;
    spans.unshift(span);
    to = span.from;
  }
  return spans;
}
