import { describe, expect, it } from 'vitest';
import { SECOND_FONT } from '../../../src/pdf/design/lettering.ts';
import { canPrint, lettersOf } from '../../../src/pdf/fonts/printable.ts';
import { splitByFont } from '../../../src/pdf/fonts/split-by-font.ts';

/** A font that has ASCII and "≤" only. */
const ascii = (codePoint: number): boolean => codePoint < 0x80 || codePoint === 0x2264;
const second = (text: string) => ({ text, font: SECOND_FONT });

describe('splitByFont', () => {
  it.each<[string, unknown, unknown]>([
    ['leaves what the first font has', { text: 'Joke Brands' }, { text: 'Joke Brands' }],
    [
      'prints whole words in the second, with the space after them',
      { text: 'Met Thị Hồng bel je' },
      { text: [{ text: 'Met ' }, second('Thị Hồng '), { text: 'bel je' }] },
    ],
    ['keeps a sign apart that only the first has', { text: '≤ị' }, { text: [{ text: '≤' }, second('ị')] }],
    [
      'goes into pieces, stacks, columns and tables',
      { stack: [{ columns: [{ table: { body: [[{ text: [{ text: 'ị', bold: true }] }]] } }] }, 'ị'] },
      {
        stack: [{ columns: [{ table: { body: [[{ text: [{ text: [second('ị')], bold: true }] }]] } }] }, [second('ị')]],
      },
    ],
    ['leaves what has no text', { svg: '<svg/>' }, { svg: '<svg/>' }],
    ['leaves nothing as nothing', null, null],
  ])('%s', (_, content, split) => {
    expect(splitByFont(content, ascii)).toEqual(split);
  });
});

describe('canPrint', () => {
  it('takes a letter with its marks as one', () => {
    expect(lettersOf('Zo\u0331e')).toEqual(['Z', 'o\u0331', 'e']);
    expect(canPrint('o\u0331', ascii)).toBe(false);
    expect(canPrint('o', ascii)).toBe(true);
  });

  it.each(['ا', 'ש', 'न', 'ก', '龍'])(
    'F41 never prints %s, whatever a font says: its script is joined, turned or stacked',
    (letter) => {
      expect(canPrint(letter, () => true)).toBe(false);
    },
  );
});
