import fhirpath from 'fhirpath';

import type { Condition } from 'fhir/r4';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { compileClassification } from '../../knowledge/compile/compile-classification.ts';
import { readKnowledgeFile } from '../../knowledge/compile/read-files.ts';
import { lookUp } from '../../src/domain/lookup/look-up.ts';
import { mapCondition } from '../../src/fhir/map-condition.ts';
import { parseClassification } from '../../src/knowledge/classification/parse-classification.ts';
import { parseExplanations } from '../../src/knowledge/classification/parse-explanations.ts';
import { searchEntities } from '../../src/workflow/search-entities.ts';
import type { BenchRow } from './measure-pdf.ts';

const JUDGED = new URL('../../fixtures/lookup/judged-cases.json', import.meta.url);
const FEW = 1_000;
const SIDE_BY_SIDE = 10_000;
const MANY = 1_000_000;
const WARM_UP = 5;
const MEGABYTE = 1_000_000;
const MANY_BY_FEW = MANY / FEW;
/** As a clinician types them, to the end and with slips. */
const QUERIES = ['leiomyosarcoom', 'galwegkanker lever', 'plaveiselcelcarcinooom', 'C49.2', 'mesotheloim'];

/**
 * How fast Conditions are looked up, whether that grows with their number, what it holds on to, and how long one keystroke of the
 * search takes; beside it the FHIRPath engine that only filters the same Conditions by the codes of one entity.
 *
 * Shape:  processor time. One Condition is from its FHIR object to its finding. The rows are the judged cases over and over, each
 *         read from JSON by itself, as a hospital writes the same codes again and again; what was never written before is
 *         measured apart.
 */
export function measureLookup(runs: number): Promise<readonly BenchRow[]> {
  const { decides, explains } = compileClassification(readKnowledgeFile);
  const classification = parseClassification(decides);
  const { entities } = parseExplanations(explains);
  const judged = (JSON.parse(readFileSync(JUDGED, 'utf8')) as readonly { readonly condition: Condition }[]).map(
    ({ condition }) => condition,
  );
  const rows = manyRows(judged);
  const judge = (conditions: Iterable<Condition>): number => {
    let rare = 0;
    for (const condition of conditions) {
      const items = [mapCondition(condition)];
      if (lookUp({ sex: null, items, gaps: [] }, classification).findings[0]?.verdict === 'rare') rare += 1;
    }
    return rare;
  };
  const perCondition = (conditions: readonly Condition[]): number =>
    processorTime(() => judge(conditions)) / conditions.length;
  for (let round = 0; round < WARM_UP; round += 1) judge(rows);
  judge(unseenTexts(judged, 0, SIDE_BY_SIDE));
  const heapBefore = usedHeap();
  const blocks = Array.from({ length: MANY_BY_FEW }, (_, at) => {
    const from = (at * FEW) % rows.length;
    return perCondition(rows.slice(from, from + FEW));
  });
  const all = blocks.reduce((sum, block) => sum + block, 0) / blocks.length;
  const firstTenth = median(blocks.slice(0, MANY_BY_FEW / 10));
  const lastTenth = median(blocks.slice(-MANY_BY_FEW / 10));
  const unseen = median(
    Array.from({ length: runs }, (_, run) => perCondition([...unseenTexts(judged, SIDE_BY_SIDE + run * FEW, FEW)])),
  );
  judge(differentRows(judged, MANY));
  const heapGrowth = (usedHeap() - heapBefore) / MEGABYTE;
  const filtered = filterByPath(judged, FEW) / FEW;
  const list = { entities, lookUp: (evidence: Parameters<typeof lookUp>[0]) => lookUp(evidence, classification) };
  const slowest = Math.max(
    ...keystrokes().map((query) =>
      median(Array.from({ length: runs }, () => milliseconds(() => searchEntities(list, query)))),
    ),
  );
  return Promise.resolve([
    { what: 'time a Condition, over 1,000,000', figure: all, limit: 10, unit: ' µs' },
    {
      what: 'by the thousand, the last 100,000 of them against the first',
      figure: lastTenth / firstTenth,
      limit: 1.25,
      unit: ' x',
    },
    { what: 'time a Condition whose free text was never seen', figure: unseen, limit: 25, unit: ' µs' },
    { what: 'memory held after these and 1,000,000 all different', figure: heapGrowth, limit: 20, unit: ' MB' },
    { what: 'time against the FHIRPath filter of one code list', figure: all / filtered, limit: 1, unit: ' x' },
    { what: 'slowest keystroke of the search', figure: slowest, limit: 16, unit: ' ms' },
  ]);
}

/** Each read from JSON by itself: no two share a text in memory, as no two lines of a file do. */
function manyRows(judged: readonly Condition[]): readonly Condition[] {
  return Array.from({ length: SIDE_BY_SIDE }, (_, at) => {
    const row = { ...judged[at % judged.length], id: `row-${String(at)}`, meta: { versionId: String(at) } };
    return JSON.parse(JSON.stringify(row)) as Condition;
  });
}

/** Free text without a code, each row another: the words of a judged case with a number. */
function* unseenTexts(judged: readonly Condition[], from: number, count: number): Generator<Condition> {
  for (let at = from; at < from + count; at += 1) {
    const { code, ...rest } = judged[at % judged.length] ?? NOTHING;
    const words = code?.text ?? code?.coding?.[0]?.display ?? 'controle na verwijzing';
    yield { ...rest, id: `row-${String(at)}`, code: { text: `${words}, nummer ${String(at)} van de lijst` } };
  }
}

/** By turns another code, another system and another text, never the same again. */
function* differentRows(judged: readonly Condition[], count: number): Generator<Condition> {
  for (let at = 0; at < count; at += 3) {
    const own = `A${String(at)}`;
    yield { ...NOTHING, id: own, code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-nl', code: own }] } };
    yield { ...NOTHING, id: own, code: { coding: [{ system: `http://example.org/${own}`, code: 'C92.0' }] } };
    yield* unseenTexts(judged, MANY + at, 1);
  }
}

const NOTHING: Condition = { resourceType: 'Condition', subject: {} };

function keystrokes(): readonly string[] {
  return QUERIES.flatMap((query) => Array.from(query, (_, i) => query.slice(0, i + 1)));
}

/** Conditions whose code is one of a list, as a FHIRPath expression would pick them. */
function filterByPath(conditions: readonly Condition[], count: number): number {
  const expression = "code.coding.where(code in ('C49.2' | '443719001' | 'C92.0' | 'C45.0')).exists()";
  const path = fhirpath.compile(expression);
  const filter = (times: number): void => {
    for (let i = 0; i < times; i += 1) void path(conditions[i % conditions.length]);
  };
  filter(count / 2);
  return processorTime(() => {
    filter(count);
  });
}

/** Microseconds that the processor worked for this process, on whichever core: neighbours on the machine do not count. */
function processorTime(action: () => unknown): number {
  const before = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

function milliseconds(action: () => unknown): number {
  const started = performance.now();
  action();
  return performance.now() - started;
}

function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
}

function usedHeap(): number {
  global.gc?.();
  return process.memoryUsage().heapUsed;
}
