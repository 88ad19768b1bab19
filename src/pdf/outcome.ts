/** How making a booklet ended. Outcomes are values; only a fault of the engine itself is thrown. */
export type BookletOutcome =
  | {
      readonly kind: 'rendered';
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly pages: number;
      /** Hex. */
      readonly sha1: string;
    }
  | { readonly kind: 'does-not-fit'; readonly where: string }
  | { readonly kind: 'missing-letters'; readonly letters: readonly string[] }
  | { readonly kind: 'failed'; readonly why: 'engine' | 'font' };
