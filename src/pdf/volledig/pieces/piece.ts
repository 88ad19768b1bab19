import type { Content } from 'pdfmake';

/** Something that is never broken over two pages. */
export interface Piece {
  readonly kind: 'piece';
  /** Makes it anew, for pdfmake changes what it is given; grown by `more` of its units. */
  readonly make: (more: number) => Content;
  /** Points between it and what stands above it on the same page. */
  readonly above: number;
  /** Never the last on its page: a heading, or what only makes sense with what follows. */
  readonly withNext: boolean;
  /** A title: two lines at least stand under it on the same page. */
  readonly isHeading: boolean;
  /** Goes on with what stands above it: a page that begins with it breaks a section. */
  readonly continues: boolean;
  /** It takes what room is left on its page. */
  readonly grows: Growth | null;
}

export interface Growth {
  /** Points of one unit: a writing line, a row. */
  readonly unit: number;
  readonly atMost: number;
}

/** Pieces that one element of the structure holds together, over as many pages as they take. */
export interface Group {
  readonly kind: 'group';
  readonly wrap: (stack: Content[]) => Content;
  readonly parts: readonly Part[];
}

export type Part = Piece | Group;

export function piece(make: (more: number) => Content, more: Partial<Omit<Piece, 'kind' | 'make'>> = {}): Piece {
  return { kind: 'piece', make, above: 0, withNext: false, isHeading: false, continues: false, grows: null, ...more };
}

/** A list: one element around its items. */
export function list(parts: readonly Part[], listNumbering: 'Decimal' | 'None' = 'None'): Group {
  return { kind: 'group', wrap: (stack) => ({ tag: 'L', listNumbering, stack }), parts };
}

/** All pieces in the order of print. */
export function piecesOf(parts: readonly Part[]): readonly Piece[] {
  return parts.flatMap((part) => (part.kind === 'piece' ? [part] : piecesOf(part.parts)));
}

/** The same parts, with what changes at the first and the last piece. */
export function mapPieces(parts: readonly Part[], change: (piece: Piece) => Piece): readonly Part[] {
  return parts.map((part) =>
    part.kind === 'piece' ? change(part) : { ...part, parts: mapPieces(part.parts, change) },
  );
}

/** Where a piece came out. */
export interface Placed {
  readonly startsPage: boolean;
  readonly more: number;
}

/** Content of the parts as planned: page breaks where pages begin, space where they do not. */
export function placedContent(parts: readonly Part[], placeOf: (piece: Piece) => Placed): Content[] {
  return parts.map((part): Content => {
    if (part.kind === 'group') return part.wrap(placedContent(part.parts, placeOf));
    const { startsPage, more } = placeOf(part);
    const stack = [part.make(more)];
    return startsPage ? { stack, pageBreak: 'before' } : { stack, margin: [0, part.above, 0, 0] };
  });
}
