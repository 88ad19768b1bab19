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
const MICROSECONDS = 1000;
const MEGABYTE = 1_000_000;
/** As a clinician types them, to the end and with slips. */
const QUERIES = ['leiomyosarcoom', 'galwegkanker lever', 'plaveiselcelcarcinooom', 'C49.2', 'mesotheloim'];

/**
 * How fast Conditions are looked up, whether that grows with their number, and how long one keystroke of the search takes;
 * beside it the FHIRPath engine that only filters the same Conditions by the codes of one entity.
 */
export function measureLookup(runs: number): Promise<readonly BenchRow[]> {
  const { decides, explains } = compileClassification(readKnowledgeFile);
  const classification = parseClassification(decides);
  const { entities } = parseExplanations(explains);
  const judged = (JSON.parse(readFileSync(JUDGED, 'utf8')) as readonly { readonly condition: Condition }[]).map(
    ({ condition }) => condition,
  );
  const judge = (count: number): number => {
    let rare = 0;
    for (let i = 0; i < count; i += 1) {
      const items = [mapCondition(judged[i % judged.length] ?? { resourceType: 'Condition', subject: {} })];
      if (lookUp({ sex: null, items, gaps: [] }, classification).findings[0]?.verdict === 'rare') rare += 1;
    }
    return rare;
  };
  judge(20 * FEW);
  const few = median(runs, () => milliseconds(() => judge(FEW))) / FEW;
  const side = median(runs, () => milliseconds(() => judge(SIDE_BY_SIDE))) / SIDE_BY_SIDE;
  const heapBefore = usedHeap();
  const many = milliseconds(() => judge(MANY)) / MANY;
  const heapGrowth = (usedHeap() - heapBefore) / MEGABYTE;
  const filtered = filterByPath(judged, SIDE_BY_SIDE / 10) / (SIDE_BY_SIDE / 10);
  const list = { entities, lookUp: (evidence: Parameters<typeof lookUp>[0]) => lookUp(evidence, classification) };
  return Promise.resolve([
    { what: 'time a Condition', figure: many * MICROSECONDS, limit: 10, unit: ' µs' },
    { what: 'time a Condition at 1,000,000 against 1,000', figure: many / few, limit: 1.25, unit: ' x' },
    { what: 'memory held after 1,000,000', figure: heapGrowth, limit: 20, unit: ' MB' },
    { what: 'time against the FHIRPath filter of one code list', figure: side / filtered, limit: 1, unit: ' x' },
    {
      what: 'slowest keystroke of the search',
      figure: Math.max(
        ...keystrokes().map((query) => median(runs, () => milliseconds(() => searchEntities(list, query)))),
      ),
      limit: 16,
      unit: ' ms',
    },
  ]);
}

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
  return milliseconds(() => {
    filter(count);
  });
}

function milliseconds(action: () => unknown): number {
  const started = performance.now();
  action();
  return performance.now() - started;
}

function median(runs: number, measure: () => number): number {
  const sorted = Array.from({ length: runs }, measure).toSorted((a, b) => a - b);
  return sorted[Math.floor(runs / 2)] ?? Number.NaN;
}

function usedHeap(): number {
  global.gc?.();
  return process.memoryUsage().heapUsed;
}
