import type { Handout } from '../../domain/handout/handout.ts';

interface BookletWords {
  readonly pageOf: (page: number, pages: number) => string;
  /** What a QR code says to who cannot see it. */
  readonly codeOf: (address: string) => string;
}

/** Page furniture in the language of the booklet; all other text comes with the handout. */
export const BOOKLET_WORDS: Readonly<Record<Handout['language'], BookletWords>> = {
  nl: { pageOf: (page, pages) => `bladzijde ${page} van ${pages}`, codeOf: (address) => `QR-code: ${address}` },
};
