import { describe, expect, it } from 'vitest';
import type { HandoutNode } from '../../src/domain/handout/handout.ts';
import { CHAPTER_COLOURS } from '../../src/pdf/design/colours.ts';
import { A5 } from '../../src/pdf/design/page-preset.ts';
import { ROOMY } from '../../src/pdf/nodes/chapter-fitting.ts';
import { buildNode } from '../../src/pdf/nodes/build-node.ts';
import type { NodeStyle } from '../../src/pdf/nodes/node-style.ts';
import { aSentence } from './handouts.ts';

const STYLE: NodeStyle = { page: A5, colours: CHAPTER_COLOURS.werk, fitting: ROOMY, grows: null, coded: null };

/** All texts of a definition in order, links with their address. */
function said(definition: unknown): string[] {
  if (Array.isArray(definition)) return definition.flatMap(said);
  if (definition === null || typeof definition !== 'object') return [];
  const node = definition as Record<string, unknown>;
  const link = typeof node['link'] === 'string' ? ` <${node['link']}>` : '';
  if (typeof node['text'] === 'string') return node['text'] === '' ? [] : [node['text'] + link];
  return ['text', 'stack', 'columns', 'table', 'body'].flatMap((key) => said(node[key]));
}

function count(definition: unknown, key: string, value?: unknown): number {
  if (Array.isArray(definition)) return definition.reduce<number>((sum, item) => sum + count(item, key, value), 0);
  if (definition === null || typeof definition !== 'object') return 0;
  return Object.entries(definition).reduce(
    (sum, [name, inner]) =>
      sum + (name === key && (value === undefined || inner === value) ? 1 : 0) + count(inner, key, value),
    0,
  );
}

const ROWS: readonly { readonly node: HandoutNode; readonly says: readonly string[] }[] = [
  { node: { kind: 'paragraph', sentences: [aSentence('Een.'), aSentence('Twee.')] }, says: ['Een.', ' ', 'Twee.'] },
  {
    node: { kind: 'highlight', heading: aSentence('De diagnose.'), sentences: [aSentence('Uitleg.')] },
    says: ['De diagnose.', 'Uitleg.'],
  },
  {
    node: {
      kind: 'contact',
      intro: 'Bel',
      person: { name: 'Joke Brands', role: null, phone: '088 000 12 34', hours: 'elke dag' },
      ask: [],
    },
    says: ['Bel', 'Joke Brands', '088\u00A0000\u00A012\u00A034 <tel:+31880001234>', 'elke dag'],
  },
  { node: { kind: 'contact', intro: 'Bel', person: null, ask: [aSentence('Vraag wie.')] }, says: ['Vraag wie.'] },
  {
    node: { kind: 'emergency', intro: 'Bij spoed', phone: '088 000 99 00', warning: [aSentence('Bel 112.')] },
    says: ['Bij spoed', '088\u00A0000\u00A099\u00A000 <tel:+31880009900>', 'Bel 112.'],
  },
  {
    node: { kind: 'emergency', intro: 'Bij spoed', phone: null, warning: [aSentence('Bel 112.')] },
    says: ['Bel 112.'],
  },
  {
    node: {
      kind: 'actions',
      numbered: true,
      items: [{ sentence: aSentence('Doe dit.') }, { sentence: aSentence('En dat.') }],
    },
    says: ['1', 'Doe dit.', '2', 'En dat.'],
  },
  { node: { kind: 'actions', numbered: false, items: [{ sentence: aSentence('Doe dit.') }] }, says: ['Doe dit.'] },
  {
    node: {
      kind: 'reference',
      named: false,
      label: 'Groep',
      url: 'https://voorbeeld.nl/',
      address: 'voorbeeld.nl',
      checked: 'nagekeken',
      code: true,
    },
    says: ['voorbeeld.nl <https://voorbeeld.nl/>', ', nagekeken'],
  },
  {
    node: { kind: 'timeline', rows: [{ when: '12 mei 2027', label: 'Gesprek', next: true }] },
    says: ['12\u00A0mei\u00A02027', 'Gesprek'],
  },
  { node: { kind: 'week-lines', rows: [{ week: 6, label: 'Advies' }] }, says: ['week\u00A06', 'Advies'] },
  { node: { kind: 'fill-in', label: 'Mijn dag:' }, says: ['Mijn dag:'] },
  { node: { kind: 'writing-lines', atLeast: 3, atMost: null }, says: [] },
  {
    node: {
      kind: 'cards',
      copies: 2,
      rows: [
        { labels: ['Dag', 'Waar'], lines: 1 },
        { labels: ['Uitslag'], lines: 2 },
      ],
    },
    says: ['Dag', 'Waar', 'Uitslag', 'Dag', 'Waar', 'Uitslag'],
  },
  { node: { kind: 'colophon', title: 'Over', sentences: [aSentence('Dit.')] }, says: ['Over. ', 'Dit.'] },
];

describe('buildNode', () => {
  it.each(ROWS)('says everything of $node.kind, in order, once', ({ node, says }) => {
    expect(said(buildNode(node, STYLE))).toEqual(says);
  });

  it('draws a square for every action', () => {
    const items = [{ sentence: aSentence('Een.') }, { sentence: aSentence('Twee.') }];
    for (const numbered of [true, false]) {
      expect(count(buildNode({ kind: 'actions', numbered, items }, STYLE), 'type', 'rect')).toBe(2);
    }
  });

  it.each([
    ['asked for', ROOMY, 3],
    ['one less where the page is full', { ...ROOMY, fewerLines: true }, 2],
    ['more where there is room', { ...ROOMY, moreLines: 2 }, 5],
  ])('draws the writing lines %s', (_, fitting, lines) => {
    const node: HandoutNode = { kind: 'writing-lines', atLeast: 3, atMost: null };
    const action: HandoutNode = {
      kind: 'actions',
      numbered: true,
      items: [{ sentence: aSentence('Schrijf op.'), lines: 3 }],
    };
    for (const written of [node, action]) {
      expect(count(buildNode(written, { ...STYLE, fitting, grows: written }), 'type', 'line')).toBe(lines);
    }
  });

  it('fills the next stop of the timeline only', () => {
    const rows = [true, false, false].map((next, i) => ({ when: `${i + 1} mei 2027`, label: 'Gesprek', next }));
    const drawn = buildNode({ kind: 'timeline', rows }, STYLE);
    expect(count(drawn, 'type', 'ellipse')).toBe(3);
    expect(count(drawn, 'color', '#FFFFFF')).toBe(2);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '//voorbeeld.nl'])(
    'F40 an address like %s is printed as text and cannot be clicked',
    (url) => {
      const node: HandoutNode = {
        kind: 'paragraph',
        sentences: [{ runs: [{ text: 'klik', link: { url, label: 'x' } }], block: null }],
      };
      expect(said(buildNode(node, STYLE))).toEqual(['klik']);
    },
  );
});
