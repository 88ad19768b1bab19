import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { compileBooklet } from '../../knowledge/compile/compile-booklet.ts';
import { compileClassification } from '../../knowledge/compile/compile-classification.ts';
import { readKnowledgeFile } from '../../knowledge/compile/read-files.ts';
import { composeHandout } from '../../src/domain/handout/compose-handout.ts';
import type { Handout, Length } from '../../src/domain/handout/handout.ts';
import { parseBookletKnowledge } from '../../src/knowledge/booklet/parse-booklet-knowledge.ts';
import { parseExplanations } from '../../src/knowledge/classification/parse-explanations.ts';
import { A5_FULL } from '../../src/pdf/design/page-preset.ts';
import type { Finish, PdfEngine } from '../../src/pdf/engine/pdfmake-engine.ts';
import { engineInNode } from '../../src/pdf/node.ts';
import { renderPrintOrder } from '../../src/pdf/render-print-order.ts';
import { layOutVolledig } from '../../src/pdf/volledig/render-volledig.ts';
import { composeCase } from '../booklet/compose-case.ts';
import { readCase } from '../booklet/read-case.ts';

/** One figure against its limit. */
export interface BenchRow {
  readonly what: string;
  readonly figure: number;
  readonly limit: number;
  readonly unit: string;
}

const CASE = new URL('../../fixtures/cases/leiomyosarcoma.json', import.meta.url);
/** How often the chapters are repeated to come to some 50, 100 and 200 pages. */
const REPEATS = [1, 3, 6];

/**
 * Times and counts the making of booklets, all in one process and by turns, so that figures can be divided by one another.
 *
 * Shape:  ratios, counts and bytes; never a time of its own, which says more of the machine than of us.
 */
export async function measurePdf(runs: number): Promise<readonly BenchRow[]> {
  const engine = await engineInNode();
  const [kort, volledig] = [handoutOf('kort'), handoutOf('volledig')];
  // Everything once, for the compiler of the machine to warm up.
  for (const handout of [kort, volledig]) await make(handout, engine);
  return [
    ...(await tagging(volledig, engine, runs)),
    ...(await passes(kort, volledig, engine)),
    ...(await lengths(kort, volledig, engine, runs)),
    ...(await growth(volledig, engine, runs)),
  ];
}

function handoutOf(length: Length): Handout {
  const reading = readCase(readFileSync(CASE, 'utf8'));
  if (reading.kind === 'faults') throw new Error(reading.faults.join(' '));
  const knowledge = parseBookletKnowledge(compileBooklet(readKnowledgeFile));
  const { entities } = parseExplanations(compileClassification(readKnowledgeFile).explains);
  const composed = composeCase(reading.case, knowledge, entities);
  if (composed.kind === 'refused') throw new Error(composed.why);
  return composeHandout(composed.route, { length });
}

async function make(handout: Handout, engine: PdfEngine): Promise<{ readonly pages: number; readonly bytes: number }> {
  const order = { kind: 'booklet', handout, letters: 'normal', folded: false } as const;
  const outcome = await renderPrintOrder(order, engine, () => undefined);
  if (outcome.kind !== 'rendered') throw new Error(outcome.kind);
  return { pages: outcome.pages, bytes: outcome.bytes.length };
}

async function seconds(action: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await action();
  return (performance.now() - started) / 1000;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Medians of actions that take turns. */
async function medians(actions: readonly (() => Promise<number>)[], runs: number): Promise<readonly number[]> {
  const taken = actions.map((): number[] => []);
  for (let run = 0; run < runs; run++) for (const [i, action] of actions.entries()) taken[i]?.push(await action());
  return taken.map(median);
}

/** Writing the very same definition with tags and without. */
async function tagging(handout: Handout, engine: PdfEngine, runs: number): Promise<readonly BenchRow[]> {
  const writing = (finish: Finish) => async (): Promise<number> => {
    const layout = await layOutVolledig(handout, engine, A5_FULL);
    if (layout.kind !== 'laid-out') throw new Error(layout.where);
    return seconds(() => engine.toPdf(layout.definition, finish));
  };
  const [tagged = NaN, untagged = NaN] = await medians([writing('tagged'), writing('untagged')], runs);
  return [{ what: 'tagged, against the same definition untagged', figure: tagged / untagged, limit: 1.25, unit: ' x' }];
}

/** Whole documents laid out for one booklet; a measured piece of Kort is one of its pages. */
async function passes(kort: Handout, volledig: Handout, engine: PdfEngine): Promise<readonly BenchRow[]> {
  engine.takeCounts();
  const { pages } = await make(kort, engine);
  const ofKort = engine.takeCounts();
  await make(volledig, engine);
  const ofVolledig = engine.takeCounts();
  return [
    { what: 'passes over Volledig', figure: ofVolledig.documents, limit: 2, unit: '' },
    {
      what: 'passes over Kort, its pages counted',
      figure: ofKort.documents + ofKort.pieces / pages,
      limit: 6,
      unit: '',
    },
  ];
}

async function lengths(
  kort: Handout,
  volledig: Handout,
  engine: PdfEngine,
  runs: number,
): Promise<readonly BenchRow[]> {
  const ready = (handout: Handout) => () => seconds(() => make(handout, engine));
  const [short = NaN, full = NaN] = await medians([ready(kort), ready(volledig)], runs);
  const [ofKort, ofVolledig] = [await make(kort, engine), await make(volledig, engine)];
  return [
    { what: 'time of Kort, against Volledig', figure: short / full, limit: 0.6, unit: ' x' },
    { what: 'F67 size of Kort', figure: ofKort.bytes / 1000, limit: 120, unit: ' kB' },
    { what: 'F67 size of Volledig', figure: ofVolledig.bytes / 1000, limit: 450, unit: ' kB' },
  ];
}

/** Time a page of ever longer booklets: it must stay what it is. */
async function growth(handout: Handout, engine: PdfEngine, runs: number): Promise<readonly BenchRow[]> {
  const longer = REPEATS.map((times) => repeated(handout, times));
  const pages: number[] = [];
  for (const one of longer) pages.push((await make(one, engine)).pages);
  const times = await medians(
    longer.map((one) => () => seconds(() => make(one, engine))),
    runs,
  );
  const perPage = times.map((time, i) => time / (pages[i] ?? NaN));
  const [first = NaN] = perPage;
  return perPage.slice(1).map((time, i) => ({
    what: `time a page of ${pages[i + 1]} pages, against ${pages[0]}`,
    figure: time / first,
    limit: 1.5,
    unit: ' x',
  }));
}

/** The same chapters again and again, each with an id of its own. */
function repeated(handout: Handout, times: number): Handout {
  const numbered = handout.chapters.filter(({ number }) => number !== null);
  const copies = Array.from({ length: times }, (_, copy) =>
    numbered.map((chapter) => ({ ...chapter, id: `${chapter.id}-${copy}` })),
  );
  return { ...handout, contentsTitle: null, chapters: copies.flat() };
}
