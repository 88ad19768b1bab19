import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { drawPages, type DrawnPage } from '../../commands/pictures/draw-pages.ts';
import { toPng } from '../../commands/pictures/picture.ts';
import { composeEmployerSheet } from '../../src/domain/handout/compose-employer-sheet.ts';
import type { PrintOrder } from '../../src/domain/handout/print-order.ts';
import { renderInNode } from '../../src/pdf/node.ts';
import { handoutOfCase, routeOfCase } from '../support/cases.ts';

const PICTURES = new URL('../../fixtures/pictures/', import.meta.url);
/** Share of pixels that may differ: a hair of rounding, never a letter. */
const TOLERANCE = 0.001;

/** A picture of every kind of page. A changed one is looked at before it is renewed (UPDATE_PICTURES=1), in a commit of its own. */
const ARCHETYPES: readonly (readonly [name: string, kind: 'kort' | 'volledig' | 'sheet', which: number | RegExp])[] = [
  ['kort-cover', 'kort', 1],
  ['kort-call-card', 'kort', 2],
  ['kort-diagnosis', 'kort', 3],
  ['kort-treatment', 'kort', 5],
  ['kort-work', 'kort', 7],
  ['kort-back', 'kort', 8],
  ['volledig-call-card', 'volledig', 2],
  ['volledig-contents', 'volledig', 4],
  ['volledig-chapter', 'volledig', 5],
  ['volledig-text-and-codes', 'volledig', 6],
  ['volledig-questions', 'volledig', /Waarom is er nu geen behandeling/],
  ['volledig-steps', 'volledig', /Zeven stappen/],
  ['volledig-timeline', 'volledig', /Hierna:/],
  ['volledig-cards', 'volledig', /Mijn uitslagen/],
  ['volledig-table-and-consent', 'volledig', /Wat ik deed/],
  ['volledig-words', 'volledig', /Woorden uitgelegd/],
  ['volledig-colophon', 'volledig', /Waar komt dit vandaan/],
  ['sheet', 'sheet', 1],
];

function orderOf(kind: 'kort' | 'volledig' | 'sheet'): PrintOrder {
  if (kind !== 'sheet')
    return { kind: 'booklet', handout: handoutOfCase('everything-on', kind), letters: 'normal', folded: false };
  const sheet = composeEmployerSheet(routeOfCase('everything-on'));
  if (sheet === null) throw new Error('no sheet');
  return { kind: 'employer-sheet', sheet };
}

interface Drawn {
  readonly pages: readonly DrawnPage[];
  readonly texts: readonly string[];
}

const made = new Map<string, Promise<Drawn>>();

function drawn(kind: 'kort' | 'volledig' | 'sheet'): Promise<Drawn> {
  const known = made.get(kind) ?? draw(kind);
  made.set(kind, known);
  return known;
}

async function draw(kind: 'kort' | 'volledig' | 'sheet'): Promise<Drawn> {
  const { readPdf } = await import('./read-pdf.ts');
  const outcome = await renderInNode(orderOf(kind));
  if (outcome.kind !== 'rendered') throw new Error(outcome.kind);
  const { pages } = await readPdf(outcome.bytes);
  return { pages: await drawPages(outcome.bytes, 1), texts: pages.map(({ text }) => text) };
}

it.each(ARCHETYPES)(
  '%s looks as it was approved',
  async (name, kind, which) => {
    const { pages, texts } = await drawn(kind);
    const at = typeof which === 'number' ? which - 1 : texts.findIndex((text) => which.test(text.replace(/\s+/g, ' ')));
    const page = pages[at];
    if (!page) return expect.unreachable(`no page for ${name}`);
    const file = new URL(`${name}.png`, PICTURES);
    if (process.env['UPDATE_PICTURES'] === '1') {
      mkdirSync(PICTURES, { recursive: true });
      writeFileSync(file, toPng(page));
    }
    expect(existsSync(file), `${name}.png is not there`).toBe(true);
    const approved = PNG.sync.read(readFileSync(file));
    expect([page.width, page.height]).toEqual([approved.width, approved.height]);
    const different = pixelmatch(page.pixels, approved.data, undefined, page.width, page.height, { threshold: 0.15 });
    expect(different / (page.width * page.height)).toBeLessThan(TOLERANCE);
  },
  60_000,
);
