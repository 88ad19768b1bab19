import type { Sentence } from '../../domain/handout/handout.ts';

/**
 * Where a printed text stands: "cover.forWhom", "back.imprint", "trial"; in a chapter its id and the field of the node
 * ("bellen.contact.name") or, for a sentence, its block ("diagnose.na-ecza") or section.
 */
export interface TextPlace {
  readonly where: string;
  /** Filled in for this patient, rather than a sentence of the content. */
  readonly isValue: boolean;
}

export type TextMapper = (text: string, place: TextPlace) => string;

/** Maps the texts of one chapter or cover, and names their places under it. */
export interface Scope {
  readonly fixed: (field: string, text: string) => string;
  readonly value: (field: string, text: string) => string;
  readonly optional: (field: string, text: string | null) => string | null;
  /** `section` names sentences that belong to no block. */
  readonly sentence: (section: string, sentence: Sentence) => Sentence;
  readonly sentences: (section: string, sentences: readonly Sentence[]) => readonly Sentence[];
}

export function scopeOf(scope: string, map: TextMapper): Scope {
  const fixed = (field: string, text: string): string => map(text, { where: `${scope}.${field}`, isValue: false });
  const value = (field: string, text: string): string => map(text, { where: `${scope}.${field}`, isValue: true });
  const sentence = (section: string, { runs, block }: Sentence): Sentence => ({
    block,
    runs: runs.map((run) => ({ ...run, text: fixed(block ?? section, run.text) })),
  });
  return {
    fixed,
    value,
    optional: (field, text) => (text === null ? null : value(field, text)),
    sentence,
    sentences: (section, sentences) => sentences.map((one) => sentence(section, one)),
  };
}
