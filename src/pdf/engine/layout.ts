import type { TDocumentDefinitions } from 'pdfmake/interfaces';

/** A document ready to be written, or the place in the handout whose value does not fit. */
export type Layout =
  | {
      readonly kind: 'laid-out';
      /** To be written once: pdfmake changes it. */
      readonly definition: TDocumentDefinitions;
      /** Errors: EngineError when the written pages are not those that were planned. */
      readonly check: (pages: number) => void;
    }
  | { readonly kind: 'does-not-fit'; readonly where: string };
