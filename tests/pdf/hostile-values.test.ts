import { describe, expect, it } from 'vitest';
import type { Handout } from '../../src/domain/handout/handout.ts';
import { A5 } from '../../src/pdf/design/page-preset.ts';
import { aSentence, sampleHandout, withChapter, withContact, rendered } from './handouts.ts';
import { readPdf } from './read-pdf.ts';

async function textOf(handout: Handout): Promise<string> {
  const outcome = await rendered(handout);
  if (outcome.kind !== 'rendered') throw new Error(`not rendered: ${JSON.stringify(outcome)}`);
  return (await readPdf(outcome.bytes)).pages.map(({ text }) => text).join(' ');
}

const named = (name: string): Handout => withContact(sampleHandout(), { name });
const forWhom = (text: string): Handout => {
  const handout = sampleHandout();
  return { ...handout, cover: { ...handout.cover, forWhom: text } };
};
const withDiagnosis = (name: string): Handout =>
  withChapter(sampleHandout(), 'diagnose', (chapter) => ({
    ...chapter,
    sections: chapter.sections.map((section) => ({
      ...section,
      nodes: section.nodes.map((node) =>
        node.kind === 'highlight' ? { ...node, heading: aSentence(name, 'voor-welkom') } : node,
      ),
    })),
  }));

describe('hostile values', () => {
  it('F40 markup, code and paths are printed as they are', async () => {
    const values = [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      'javascript:alert(1)',
      '{{patient.name}} ${1+1} %s',
      "Robert'); DROP TABLE--",
      '../../etc/passwd \\ : ..',
    ];
    const items = values.map((value) => ({ sentence: aSentence(value) }));
    const text = await textOf(
      withChapter(sampleHandout(), 'steun', (chapter) => ({
        ...chapter,
        sections: [{ id: 'waarden', title: null, whole: false, nodes: [{ kind: 'actions', numbered: false, items }] }],
      })),
    );
    expect(values.filter((value) => !text.includes(value))).toEqual([]);
  });

  it.each([
    ['F41 NUL and bidi overrides do not reach paper', 'Jo\u0000ke \u202Esdnarb\u202C', 'Joke sdnarb'],
    ['F41 a letter and its mark are printed as one', 'Zoe\u0308 Brands', 'Zoë Brands'],
    ['F42 a line break in a name is a space', 'Joke\nBrands', 'Joke Brands'],
  ])('%s', async (_, name, printed) => {
    expect(await textOf(named(name))).toContain(printed);
  });

  it.each([
    ['emoji', 'Joke 😀', ['😀']],
    ['Hebrew, which runs from right to left', 'שרה', ['ש', 'ר', 'ה']],
    ['Arabic, whose letters join', 'نينا', ['ن', 'ي', 'ا']],
    ['Devanagari, whose marks move', 'नीना', ['नी', 'ना']],
    ['Chinese', '龍', ['龍']],
  ])('F41 what no font has is named with its field, not printed as a box: %s', async (_, name, letters) => {
    const missing = letters.map((letter) => ({ letter, where: 'bellen.contact.name' }));
    expect(await rendered(named(name))).toEqual({ kind: 'missing-letters', letters: missing });
  });

  it.each([
    ['Vietnamese', 'Nguyễn Thị Hồng'],
    ['Polish', 'Łukasz Żółć'],
    ['Turkish', 'Şükrü Ğıdır'],
    ['Romanian', 'Ștefan Țîrlea'],
    ['Icelandic', 'Þórdís Ægisdóttir'],
    ['Croatian', 'Đorđe Čučković'],
    ['Ukrainian', 'Їжакевич Ґанна'],
    ['Greek', 'Ελένη Παπαδοπούλου'],
    ['a mark that no letter is composed with', 'Zo\u0331e'],
  ])('D34 a name in %s is printed, with the letters that the first font lacks from the second', async (_, name) => {
    expect(await textOf(named(name))).toContain(name);
  });
});

describe('values that are too long', () => {
  const WORDS = 'Maria van den Bovenkamp '.repeat(40);
  const ONE_WORD = 'x'.repeat(900);
  const ROWS: readonly (readonly [string, Handout])[] = [
    ['bellen.contact.name', named(WORDS)],
    ['bellen.contact.name', named(ONE_WORD)],
    ['bellen.contact.role', withContact(sampleHandout(), { role: WORDS })],
    ['bellen.contact.hours', withContact(sampleHandout(), { hours: WORDS })],
    ['bellen.contact.phone', withContact(sampleHandout(), { phone: '088 000 12 34 of '.repeat(30) })],
    ['cover.forWhom', forWhom(`Dit boekje is gemaakt voor ${WORDS}`)],
    ['cover.given', { ...sampleHandout(), cover: { ...sampleHandout().cover, given: WORDS } }],
    ['diagnose.voor-welkom', withDiagnosis(`De diagnose is ${WORDS}`)],
    ['back.imprint', { ...sampleHandout(), back: { ...sampleHandout().back, imprint: WORDS } }],
  ];

  it.each(ROWS)('F41 %s is named and no booklet is made', async (where, handout) => {
    expect(await rendered(handout)).toEqual({ kind: 'does-not-fit', where });
  });

  it('F41 the first of several is named when only all of them together are the cause', async () => {
    const handout = withContact(sampleHandout(), { name: WORDS, role: WORDS });
    expect(await rendered(handout)).toEqual({ kind: 'does-not-fit', where: 'bellen.contact.name' });
  });

  it('names the page when no single text is the cause', async () => {
    const many = Array.from({ length: 60 }, (_, i) => ({ sentence: aSentence(`Doe ${i}.`, 'veel') }));
    const handout = withChapter(sampleHandout(), 'steun', (chapter) => ({
      ...chapter,
      sections: [{ id: 'veel', title: null, whole: false, nodes: [{ kind: 'actions', numbered: false, items: many }] }],
    }));
    expect(await rendered(handout)).toEqual({ kind: 'does-not-fit', where: 'steun' });
  });

  it.each(['x'.repeat(40), `${'a-'.repeat(18)}b`, '088\u00A0000\u00A012\u00A034\u00A0'.repeat(3).trim()])(
    'F41 a word too long for its line breaks inside the margin: %s',
    async (word) => {
      const long = withContact(sampleHandout(), { name: word, role: word, phone: word, hours: word });
      const outcome = await rendered(long);
      if (outcome.kind !== 'rendered') throw new Error(`not rendered: ${outcome.kind}`);
      const { pages } = await readPdf(outcome.bytes);
      const right = Math.max(...pages.flatMap(({ texts }) => texts.map((text) => text.right)));
      expect(right).toBeLessThanOrEqual(A5.width - A5.margin.right + 0.5);
    },
  );

  it('F41 a name of 150 characters wraps and is printed whole', async () => {
    const name = 'Wilhelmina Johanna van Oldenborgh-Sprengers van Rijswijk tot de Voorbeeldenbergh '.repeat(2).trim();
    expect(await textOf(forWhom(name))).toContain(name);
  });
});
