/** How making a booklet ended. Outcomes are values; only a fault of the engine itself is thrown. */
export type RenderOutcome =
  | {
      readonly kind: 'rendered';
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly pages: number;
      /** Hex. */
      readonly sha1: string;
    }
  /** A value does not fit: named by its place in the handout ("bellen.contact.name"). */
  | { readonly kind: 'does-not-fit'; readonly where: string }
  /** No font can print these letters, each named once with the first place it stands (F41). */
  | { readonly kind: 'missing-letters'; readonly letters: readonly MissingLetter[] }
  /** Given up by who asked for it. */
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly why: 'engine' | 'font' };

/** A letter with its marks, and where it stands: see `does-not-fit`. */
export interface MissingLetter {
  readonly letter: string;
  readonly where: string;
}
