import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { telephoneUri } from '../../src/pdf/nodes/phone-number.ts';
import { FontError, readCharacterMap } from '../../src/pdf/text/character-map.ts';
import { cleanText } from '../../src/pdf/text/clean-text.ts';
import { mapHandoutTexts } from '../../src/pdf/text/handout-texts.ts';
import { missingLetters } from '../../src/pdf/text/missing-letters.ts';
import { sampleHandout } from './handouts.ts';

const REGULAR = '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf';
const hasGlyph = readCharacterMap(readFileSync(createRequire(import.meta.url).resolve(REGULAR)));
const ofText = (text: string): boolean => Array.from(text).every((letter) => hasGlyph(letter.codePointAt(0) ?? 0));

describe('cleanText', () => {
  it.each([
    ['NUL and other controls', 'a\u0000b\u001B[31mc', 'ab[31mc'],
    ['bidi overrides and isolates', '\u202Ereknak\u202C \u2066x\u2069', 'reknak x'],
    ['zero-width characters and a byte order mark', 'a\u200Bb\u200Dc\uFEFFd', 'abcd'],
    ['a soft hyphen', 'lei\u00ADomyo', 'leiomyo'],
    ['variation selectors', '1\uFE0F', '1'],
    ['half a letter', 'a\uD83Db', 'ab'],
  ])('F41 drops %s', (_, text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it.each([
    ['F41 composes a letter and its mark', 'Zoe\u0308', 'Zoë'],
    ['F42 turns a line break into a space', 'De\r\nLinde', 'De  Linde'],
    ['keeps the no-break space', '12\u00A0mei', '12\u00A0mei'],
    ['makes other spaces plain', 'a\u2009b\u202Fc', 'a b c'],
    ['leaves markup as the text it is', '<b>&amp;</b> {{x}} **y**', '<b>&amp;</b> {{x}} **y**'],
  ])('%s', (_, text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it('F41 leaves nothing invisible in any text, and nothing to clean a second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleanText(text);
        expect(clean).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });
});

describe('readCharacterMap', () => {
  it('knows the letters of Dutch, Turkish and Polish, and the signs of the booklet', () => {
    expect(ofText('ABCXYZ abcxyz 0123456789 éëïöüçñÉ ğışİŞ ąćęłńóśźż ’‘“”–—€&@/:\u00A0')).toBe(true);
  });

  it.each(['Ж', 'ع', 'ש', 'ễ', '中', '😀', '→', '☐'])('knows that %s is missing', (letter) => {
    expect(ofText(letter)).toBe(false);
  });

  it.each([
    ['no font', new TextEncoder().encode('<!doctype html><title>404</title>')],
    ['nothing', new Uint8Array()],
  ])('answers %s with a FontError', (_, bytes) => {
    expect(() => readCharacterMap(bytes)).toThrow(FontError);
  });
});

describe('missingLetters', () => {
  it('F41 names each missing letter once, with its marks, wherever it stands', () => {
    const handout = sampleHandout();
    const strange = { ...handout, cover: { ...handout.cover, forWhom: 'Нина Ни 😀 x\u0489' } };
    expect(missingLetters(strange, [hasGlyph])).toEqual(
      ['Н', 'и', 'н', 'а', '😀', 'x\u0489'].map((letter) => ({ letter, where: 'cover.forWhom' })),
    );
  });

  it('F41 finds a letter in every printed text of every kind of node', () => {
    for (const sample of ['default', 'week-lines', 'no-work', 'trial'] as const) {
      const places: string[] = [];
      mapHandoutTexts(sampleHandout(sample), (text, { where }) => (places.push(where), text));
      for (const at of places.keys()) {
        let number = 0;
        const marked = mapHandoutTexts(sampleHandout(sample), (text) => (number++ === at ? `${text}Ж` : text));
        expect(missingLetters(marked, [hasGlyph])).toEqual([{ letter: 'Ж', where: places[at] }]);
      }
    }
  });
});

describe('telephoneUri', () => {
  it.each([
    ['088 000 12 34', 'tel:+31880001234'],
    ['06-12345678', 'tel:+31612345678'],
    ['+31 88 000 12 34', 'tel:+31880001234'],
    ['0032 2 000 00 00', 'tel:+3220000000'],
    ['112', null],
    ['088 000 12 34, kies 1', null],
    ['vraag het aan de balie', null],
  ])('reads %s', (number, uri) => {
    expect(telephoneUri(number)).toBe(uri);
  });
});
