import { describe, expect, it } from 'vitest';
import { BOOKLET_KNOWLEDGE, LISTED_ENTITIES } from '../support/booklet-knowledge.ts';

const { blocks, kort } = BOOKLET_KNOWLEDGE.content;
const TEXTS: readonly (readonly [string, string])[] = [
  ...blocks
    .filter(({ short }) => short !== null)
    .flatMap(({ id, title, short }) =>
      [title, ...(short?.text ?? []), ...(short?.actions ?? [])].map((text) => [id, text] as const),
    ),
  ...kort.chapters.flatMap(({ id, title, sections }) =>
    [title, ...sections.flatMap((section) => section.title ?? [])].map((text) => [id, text] as const),
  ),
  ...Object.entries(kort.fixed).flatMap(([name, text]) => [text].flat().map((one) => [name, one] as const)),
  ...kort.firstThings.candidates.map(({ text }) => ['first-things', text] as const),
  ...Object.entries(kort.leads).map(([name, { text }]) => [name, text] as const),
  ...Object.entries(kort.timeline.labels),
  ['wia', kort.timeline.wia],
  ['back', kort.back.title],
  ...[...LISTED_ENTITIES.values()].map(({ id, explainedNl }) => [id, explainedNl] as const),
];

const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.?!])\s+/);
const wordsOf = (sentence: string): number => sentence.split(/\s+/).filter((word) => /[\p{L}\d{]/u.test(word)).length;
const offending = (isBad: (text: string) => boolean): readonly (readonly [string, string])[] =>
  TEXTS.filter(([, text]) => isBad(text));

describe('the sentences of Kort', () => {
  it('have at most 15 words', () => {
    expect(offending((text) => sentencesOf(text).some((sentence) => wordsOf(sentence) > 15))).toEqual([]);
  });

  it('say je, never u', () => {
    expect(offending((text) => /\b(u|uw)\b/i.test(text))).toEqual([]);
  });

  it('hold none of the words that hurt or push', () => {
    const banned =
      /uitbehandeld|terminaal|laatste fase|strijd|vecht|helaas|overleving|prognose|\bmoet\b|weiger|verzuim|\bhij\b|\bzij\b/i;
    expect(offending((text) => banned.test(text))).toEqual([]);
  });

  it('use the words of a look-up, never of a machine that knows', () => {
    expect(offending((text) => /detecteer|herken|adviseert|opsporen/i.test(text))).toEqual([]);
  });

  it('give no percentage and no chance', () => {
    expect(offending((text) => /%|van de 100/.test(text))).toEqual([]);
  });

  it('hold no double space and no exclamation mark', () => {
    expect(offending((text) => /\s\s|!|^\s|\s$/.test(text))).toEqual([]);
  });
});
