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
  /** The font cannot print these letters, each once (F41). */
  | { readonly kind: 'missing-letters'; readonly letters: readonly string[] }
  /** Given up by who asked for it. */
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly why: 'engine' | 'font' };
