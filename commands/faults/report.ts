import { lackOf, wrongWith, wrongWithWay, type Evidence, type Outcome, type WayOutcome } from './judge.ts';
import type { FaultRow } from './rows.ts';

/** One line of the run, and what is wrong with it. */
export interface Line {
  readonly number: string;
  readonly variant: string;
  readonly proof: 'server' | 'test' | 'stage' | 'open' | 'way';
  readonly hits: number | null;
  /** The heading on the screen, or the test, stage or reason. */
  readonly shown: string | null;
  readonly writes: number | null;
  readonly wrong: readonly string[];
}

export function linesOf(rows: readonly FaultRow[], evidence: Evidence, ways: readonly WayOutcome[]): readonly Line[] {
  return [
    ...rows.flatMap((row) => rowLines(row, evidence)),
    ...ways.map((way) => ({ ...lineOf(way, wrongWithWay(way)), proof: 'way' as const, writes: way.writes })),
  ];
}

function rowLines(row: FaultRow, evidence: Evidence): readonly Line[] {
  const lack = lackOf(row, evidence);
  const driven = evidence.outcomes.filter(({ number }) => number === row.number);
  if (row.proof === 'server' && lack === null) return driven.map((one) => lineOf(one, wrongWith(one)));
  return [{ ...proofOf(row, evidence), wrong: lack === null ? [] : [lack] }];
}

function lineOf({ number, variant, hits, heading }: Outcome, wrong: readonly string[]): Line {
  return { number, variant, proof: 'server', hits, shown: heading, writes: null, wrong };
}

function proofOf({ number, name, proof }: FaultRow, { tests }: Evidence): Omit<Line, 'wrong'> {
  const line = { number, variant: name, hits: null, writes: null };
  if (proof === 'server') return { ...line, proof, shown: null };
  if (proof === 'test') {
    const test = tests.get(number);
    return { ...line, proof, shown: test === undefined ? null : `${test.file}: ${test.title}` };
  }
  if ('open' in proof) return { ...line, proof: 'open', shown: proof.open };
  return { ...line, proof: 'stage', shown: proof.stage };
}

/** "F14  Condition  2 hits  Onduidelijk: …", and what is wrong under it. */
export function textOf({ number, variant, proof, hits, shown, writes, wrong }: Line): string {
  const counted = hits === null ? proof : `${String(hits)} hits`;
  const written = writes === null ? '' : `  ${String(writes)} writes`;
  const line = `${number.padEnd(4)} ${variant.padEnd(44)} ${counted.padStart(8)}${written}  ${shown ?? '-'}`;
  return [line, ...wrong.map((one) => `     WRONG  ${one}`)].join('\n');
}

/** The last lines: how many of each, and how much was written to a wrong chart. */
export function summaryOf(lines: readonly Line[]): string {
  const of = (proof: Line['proof']): readonly Line[] => lines.filter((line) => line.proof === proof);
  const writes = of('way').reduce((sum, line) => sum + (line.writes ?? 0), 0);
  const hits = lines.reduce((sum, line) => sum + (line.hits ?? 0), 0);
  return [
    `${String(of('server').length)} driven in a browser, ${String(hits)} hits; ${String(of('test').length)} by named test, ${String(of('stage').length)} by stage, ${String(of('open').length)} open`,
    `wrong patient: ${String(writes)} writes over ${String(of('way').length)} ways`,
    `${String(lines.filter(({ wrong }) => wrong.length > 0).length)} wrong`,
  ].join('\n');
}
