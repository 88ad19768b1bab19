// What can be counted in Dutch text. Source of formula and syllable rule: knowledge/content/SOURCES.md, Readability.

const BETWEEN_SENTENCES = /(?<=[.?!])\s+/;
const VOWEL_GROUPS = /aai|ooi|oei|eeu|ieu|eau|aa|ee|oo|uu|ie|ei|ij|ui|eu|oe|ou|au|ai|oi|[aeiouyáéíóúàèâêîôûäëïöü]/g;
// A letter with a trema always begins a syllable.
const TREMA = /(?=[äëïöü])/;

export function sentencesOf(text: string): readonly string[] {
  return text.split(BETWEEN_SENTENCES).filter((sentence) => sentence.trim() !== '');
}

/** What holds a letter or a digit is a word; an address is none. */
export function wordsOf(text: string): readonly string[] {
  return text
    .split(/[\s–]+/)
    .map((word) => word.replace(/^[^\p{L}\d]+|[^\p{L}\d%]+$/gu, ''))
    .filter((word) => /[\p{L}\d]/u.test(word) && !/\.\p{L}|@|\//u.test(word));
}

export function syllablesOf(word: string): number {
  const groups = word
    .toLowerCase()
    .split(TREMA)
    .flatMap((part) => part.match(VOWEL_GROUPS) ?? []);
  return Math.max(1, groups.length);
}

/** Flesch-Douma: 206.84 - 0.77 × syllables per 100 words - 0.93 × words per sentence. Higher is easier. */
export function fleschDouma(sentences: readonly string[]): number {
  const words = sentences.flatMap(wordsOf);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 206.84 - (77 * syllables) / words.length - (0.93 * words.length) / sentences.length;
}

export function averageWords(sentences: readonly string[]): number {
  return sentences.flatMap(wordsOf).length / sentences.length;
}
