import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readKnowledgeFile } from '../../knowledge/compile/read-files.ts';
import { composeEmployerSheet } from '../../src/domain/handout/compose-employer-sheet.ts';
import { composeHandout } from '../../src/domain/handout/compose-handout.ts';
import type { Route } from '../../src/domain/route/route.ts';
import { routeOfCase } from '../support/cases.ts';
import { renderInNode } from '../../src/pdf/node.ts';
import { rendered } from './handouts.ts';
import { readPdf } from './read-pdf.ts';

/** Where a sentence for a person may come from. */
const KNOWLEDGE = [
  'content/content-map.json',
  'work/work-timeline.json',
  'organisations.json',
  'classification/rare-cancers.json',
];
const LOCALES = ['nl.json', 'nl-later.json', 'en.json'];
const SLOT = /\{\{[^}]*\}\}/;
/** Words only, each between marks: where a line breaks and what stands between is the layout's business. */
const words = (text: string): string =>
  (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).map((word) => `<${word}>`).join('');

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

const KNOWN: readonly string[] = [
  ...KNOWLEDGE.flatMap((file) => stringsIn(readKnowledgeFile(file))),
  ...LOCALES.flatMap((file) =>
    stringsIn(JSON.parse(readFileSync(new URL(`../../src/locales/${file}`, import.meta.url), 'utf8'))),
  ),
]
  .flatMap((text) => text.split(/(?<=[.?!:])\s+/))
  .flatMap((sentence) => sentence.split(SLOT))
  .map(words)
  .filter((piece) => piece !== '');
const LONGEST_FIRST = [...new Set(KNOWN)].sort((a, b) => b.length - a.length);

const MONTHS = 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december';
/** The number of the page is furniture of the paper, in the layout's own words. */
const FURNITURE = /<bladzijde><\d+><van><\d+>/g;
/** Dates and numbers are reckoned, not written. */
const RECKONED = new RegExp(`<(${MONTHS})>|<\\d+>|<en>`, 'g');

/** What of a printed text stands in no file and is no value of this patient; empty when all is accounted for. */
function fromNowhere(text: string, values: readonly string[]): string {
  const pieces = [...values.map(words).filter((value) => value !== ''), ...LONGEST_FIRST];
  const rest = pieces
    .sort((a, b) => b.length - a.length)
    .reduce((left, piece) => left.replaceAll(piece, '|'), words(text).replace(FURNITURE, '|'));
  return rest.replace(RECKONED, '|').replace(/\|+/g, ' ').trim();
}

const valuesOf = ({ slots, contact, organisations, centre, place }: Route): readonly string[] => [
  ...Object.values(slots),
  ...stringsIn([contact, organisations, centre, place]),
];

describe('every word that a person reads in a PDF comes from knowledge/ or src/locales', () => {
  it.each(['leiomyosarcoma', 'everything-on', 'moved-dates', 'without-contact', 'trial', 'ziektewet'])(
    '%s',
    async (name) => {
      const route = routeOfCase(name);
      for (const length of ['kort', 'volledig'] as const) {
        const outcome = await rendered(composeHandout(route, { length }));
        if (outcome.kind !== 'rendered') return expect.unreachable(outcome.kind);
        const { pages } = await readPdf(outcome.bytes);
        for (const { text } of pages) expect([length, fromNowhere(text, valuesOf(route))]).toEqual([length, '']);
      }
    },
  );

  it('the sheet for the bedrijfsarts', async () => {
    const route = routeOfCase('everything-on');
    const sheet = composeEmployerSheet(route) ?? expect.unreachable('no sheet');
    const outcome = await renderInNode({ kind: 'employer-sheet', sheet });
    if (outcome.kind !== 'rendered') return expect.unreachable(outcome.kind);
    const { pages } = await readPdf(outcome.bytes);
    for (const { text } of pages) expect(fromNowhere(text, valuesOf(route))).toBe('');
  });

  it('what comes from nowhere is found', () => {
    expect(fromNowhere('Bel Joke Brands. Dit verzint de machine.', ['Joke Brands'])).not.toBe('');
    expect(fromNowhere('Je hoeft niet alles in één keer te lezen.', [])).toBe('');
  });
});
