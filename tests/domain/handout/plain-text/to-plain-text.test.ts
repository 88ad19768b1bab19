import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeHandout } from '../../../../src/domain/handout/compose-handout.ts';
import type { Handout, HandoutNode } from '../../../../src/domain/handout/handout.ts';
import { composeRoute } from '../../../../src/domain/route/compose-route.ts';
import { plainSentences, toPlainText } from '../../../../src/domain/handout/plain-text/to-plain-text.ts';
import { COLUMNS } from '../../../../src/domain/handout/plain-text/wrap.ts';
import { anyRouteInput } from '../../../support/any-booklet.ts';

function sample(name: string): Handout {
  const file = new URL(`../../../../fixtures/handouts/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Handout;
}

/** A booklet of one section with these nodes. */
function saying(nodes: readonly HandoutNode[], title: string | null = null): string {
  const handout = sample('default');
  const [chapter] = handout.chapters;
  if (!chapter) throw new Error('a sample without chapters');
  const sections = [{ id: 'deel', title, whole: false, nodes }];
  const text = toPlainText({
    ...handout,
    chapters: [{ ...chapter, number: 2, title: 'Proef', lead: 'Waarom.', sections }],
  });
  return text.slice(text.indexOf('2. Proef'), text.indexOf('Om te onthouden')).trimEnd();
}

const words = (text: string): string => text.replaceAll('\u00A0', ' ').replace(/\s+/g, ' ');
const sentence = (text: string) => ({ runs: [{ text }], block: null });

describe('toPlainText', () => {
  it.each<[string, HandoutNode, string]>([
    ['sentences run on', { kind: 'paragraph', sentences: [sentence('Een.'), sentence('Twee.')] }, 'Een. Twee.'],
    [
      'what was highlighted comes first',
      { kind: 'highlight', heading: sentence('De diagnose is A.'), sentences: [sentence('Dat is B.')] },
      'De diagnose is A.\nDat is B.',
    ],
    [
      'a contact, a value a line',
      {
        kind: 'contact',
        intro: 'Bel',
        person: { name: 'J. Brands', role: null, phone: '088 1', hours: 'ma' },
        ask: [],
      },
      'Bel\nJ. Brands\n088 1\nma',
    ],
    [
      'lines for a contact that is not known',
      { kind: 'contact', intro: 'Bel', person: null, ask: [sentence('Vraag wie.')] },
      `Vraag wie.\n${'.'.repeat(80)}\n${'.'.repeat(80)}`,
    ],
    [
      'the number for the evening, and 112',
      { kind: 'emergency', intro: 'Bij spoed', phone: '088 2', warning: [sentence('Bel 112.')] },
      'Bij spoed\n088 2\nBel 112.',
    ],
    ['only 112', { kind: 'emergency', intro: 'Bij spoed', phone: null, warning: [sentence('Bel 112.')] }, 'Bel 112.'],
    [
      'actions with a box, and lines under them',
      { kind: 'actions', numbered: false, items: [{ sentence: sentence('Vraag.'), lines: 1 }] },
      `[ ] Vraag.\n    ${'.'.repeat(76)}`,
    ],
    [
      'numbered steps',
      { kind: 'actions', numbered: true, items: [{ sentence: sentence('Een.') }, { sentence: sentence('Twee.') }] },
      '1. [ ] Een.\n2. [ ] Twee.',
    ],
    [
      'an address as it is typed',
      {
        kind: 'reference',
        named: false,
        label: 'A',
        url: 'https://a.nl/b',
        address: 'a.nl',
        checked: null,
        code: true,
      },
      'a.nl',
    ],
    [
      'an address with the day it was checked',
      {
        kind: 'reference',
        named: false,
        label: 'A',
        url: 'https://a.nl/b',
        address: 'a.nl',
        checked: 'nagekeken op 2 mei',
        code: true,
      },
      'a.nl, nagekeken op 2 mei',
    ],
    ['dates', { kind: 'timeline', rows: [{ when: '2 mei', label: 'Gesprek', next: true }] }, '- 2 mei: Gesprek'],
    [
      'weeks to write at',
      { kind: 'week-lines', rows: [{ week: 6, label: 'Advies' }] },
      `- week 6: Advies\n    ${'.'.repeat(76)}`,
    ],
    ['a label to fill in', { kind: 'fill-in', label: 'Mijn dag:' }, `Mijn dag:\n${'.'.repeat(80)}`],
    ['lines', { kind: 'writing-lines', atLeast: 1, atMost: null }, '.'.repeat(80)],
    [
      'milestones with what to do',
      {
        kind: 'milestones',
        periods: [
          {
            title: 'Jaar 1',
            lead: 'Nu.',
            rows: [
              {
                when: 'Hierna: 2 mei',
                week: 'week 6',
                state: 'next',
                steps: [{ label: 'Plan', action: sentence('Vraag het.') }],
              },
            ],
          },
          {
            title: 'Jaar 2',
            lead: null,
            rows: [{ when: 'mei', week: null, state: 'later', steps: [{ label: 'Eind', action: null }] }],
          },
        ],
      },
      'Jaar 1\nNu.\n- Hierna: 2 mei (week 6)\n    Plan\n    Vraag het.\nJaar 2\n- mei\n    Eind',
    ],
    [
      'cards',
      { kind: 'cards', copies: 2, rows: [{ labels: ['Dag', 'Waar'], lines: 1 }] },
      Array<string>(2)
        .fill(`Dag\n    ${'.'.repeat(76)}\nWaar\n    ${'.'.repeat(76)}`)
        .join('\n'),
    ],
    [
      'a table to fill in',
      { kind: 'table', columns: [{ label: 'Tijd', filledWith: 'words' }] },
      `- Tijd\n${Array<string>(6).fill('.'.repeat(80)).join('\n')}`,
    ],
    ['yes or no', { kind: 'yes-no', yes: 'ja', no: 'nee', questions: ['Mag het?'] }, 'Mag het? [ ] ja [ ] nee'],
    [
      'marks',
      { kind: 'legend', items: [{ mark: 'tick', sentence: sentence('Zet een kruisje.') }] },
      '- Zet een kruisje.',
    ],
    ['words', { kind: 'glossary', items: [{ term: 'UWV', meaning: 'de dienst' }] }, '- UWV: de dienst'],
    ['facts', { kind: 'facts', rows: [{ label: 'Versie', value: '1' }] }, 'Versie: 1'],
    ['notes', { kind: 'note-pages', continued: 'Vervolg' }, Array<string>(12).fill('.'.repeat(80)).join('\n')],
    ['the colophon', { kind: 'colophon', title: 'Over', sentences: [sentence('Dit.')] }, 'Over. Dit.'],
  ])('%s', (_, node, text) => {
    expect(saying([node])).toBe(`2. Proef\n========\nWaarom.\n\n${text}`);
  });

  it('underlines a heading, and leaves an address whole that is longer than a line', () => {
    const address = `https://voorbeeld.nl/${'a'.repeat(90)}`;
    const text = saying([{ kind: 'paragraph', sentences: [sentence(`Kijk op ${address} daarvoor.`)] }], 'Kop');
    expect(text.endsWith(`\nKop\n---\nKijk op\n${address}\ndaarvoor.`)).toBe(true);
  });

  it('D20 begins with the notice of a trial', () => {
    expect(toPlainText(sample('trial'))).toMatch(/^PROEFVERSIE – niet voor patiënten\n/);
  });

  it('says every sentence of any booklet once, in order, within the columns', () => {
    fc.assert(
      fc.property(anyRouteInput, (input) => {
        const handout = composeHandout(composeRoute(input), { length: 'kort' });
        const text = toPlainText(handout);
        let at = 0;
        for (const part of plainSentences(handout)) {
          const found = words(text).indexOf(words(part).trim(), at);
          expect(found, part).toBeGreaterThanOrEqual(at);
          at = found + words(part).trim().length;
        }
        expect(text).toMatch(/[^\n]\n$/);
        for (const line of text.split('\n')) {
          expect(line).not.toMatch(/ $/);
          expect(line.length <= COLUMNS || !line.trim().includes(' '), line).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
