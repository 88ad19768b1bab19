/** A stem with what it stands for. */
export interface Stem<Of> {
  readonly text: string;
  readonly of: Of;
}

/** Stems by how they begin, so that a text is gone through once, however long their list. */
export interface StemIndex<Of> {
  /** By the first two characters as one number. */
  readonly byStart: ReadonlyMap<number, readonly Ranked<Of>[]>;
  /** Those of a single character. */
  readonly short: readonly Ranked<Of>[];
}

interface Ranked<Of> extends Stem<Of> {
  /** Place in the list. */
  readonly rank: number;
}

/** Where a stem stands in a text. */
export interface Occurrence<Of> {
  readonly stem: Ranked<Of>;
  readonly from: number;
  readonly to: number;
}

export function indexStems<Of>(stems: readonly Stem<Of>[]): StemIndex<Of> {
  const ranked = stems.map((stem, rank) => ({ ...stem, rank }));
  const byStart = new Map<number, Ranked<Of>[]>();
  for (const stem of ranked) {
    if (stem.text.length < 2) continue;
    const start = startAt(stem.text, 0);
    byStart.set(start, [...(byStart.get(start) ?? []), stem]);
  }
  return { byStart, short: ranked.filter(({ text }) => text.length === 1) };
}

/** Every occurrence, overlapping ones too, in the order of the text. */
export function occurrencesIn<Of>(text: string, { byStart, short }: StemIndex<Of>): readonly Occurrence<Of>[] {
  const found: Occurrence<Of>[] = [];
  for (let from = 0; from < text.length; from += 1) {
    addFitting(found, byStart.get(startAt(text, from)), text, from);
    if (short.length > 0) addFitting(found, short, text, from);
  }
  return found;
}

function addFitting<Of>(
  found: Occurrence<Of>[],
  stems: readonly Ranked<Of>[] | undefined,
  text: string,
  from: number,
): void {
  if (stems === undefined) return;
  for (const stem of stems) {
    if (text.startsWith(stem.text, from)) found.push({ stem, from, to: from + stem.text.length });
  }
}

function startAt(text: string, at: number): number {
  return text.charCodeAt(at) * CHARACTERS + text.charCodeAt(at + 1);
}

const CHARACTERS = 0x1_00_00;

/** In the order of their list, and there of the text. */
export function byRank<Of>(a: Occurrence<Of>, b: Occurrence<Of>): number {
  return a.stem.rank - b.stem.rank || a.from - b.from;
}

/** The occurrences of one text, made ready to be asked for by place again and again: a long letter may hold thousands. */
export interface Located<Of> {
  readonly occurrences: readonly Occurrence<Of>[];
  readonly places: readonly number[];
}

export function locate<Of>(occurrences: readonly Occurrence<Of>[]): Located<Of> {
  return { occurrences, places: occurrences.map(({ from }) => from) };
}

/** Those that lie within a part of the text. */
export function within<Of>(
  { occurrences, places }: Located<Of>,
  part: { readonly from: number; readonly to: number },
): readonly Occurrence<Of>[] {
  const inside = occurrences.slice(countBefore(part.from, places), countBefore(part.to, places));
  return inside.filter(({ to }) => to <= part.to);
}

/** How many of these places, in ascending order, come before this one; by halves. */
export function countBefore(place: number, places: readonly number[]): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (Number(places[middle]) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
