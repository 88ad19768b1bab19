// npm run faults -- [--only F59] [--json]: every row of the fault table. What a server can do is armed in a sandbox and met by the
// built app in a real browser: how often it was produced, and what the screen said. What only a test proves is named by that test.
// Then every way to the wrong chart, judged by what was written. Exit 1 when a row was not produced, said nothing, or said something
// else; when a row has no proof; when anything was written to a wrong chart.
import { parseArgs } from 'node:util';
import { startForeignServer } from '../sandbox/foreign-server.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { withBrowser } from './browser.ts';
import type { FaultCase } from './faults/fault-case.ts';
import type { Evidence, Outcome, WayOutcome } from './faults/judge.ts';
import { LAUNCH_CASES } from './faults/launch-cases.ts';
import { findNamedTests, readStages } from './faults/named-tests.ts';
import { READING_CASES } from './faults/reading-cases.ts';
import { linesOf, summaryOf, textOf } from './faults/report.ts';
import { ROWS } from './faults/rows.ts';
import { runCase } from './faults/run-case.ts';
import type { House } from './faults/scene.ts';
import { WAYS_OF_ANSWERS, type Way } from './faults/ways.ts';
import { WAYS_OF_WINDOWS } from './faults/ways-of-windows.ts';
import { WRITING_CASES } from './faults/writing-cases.ts';
import { runWay } from './faults/run-way.ts';

const CASES: readonly FaultCase[] = [...LAUNCH_CASES, ...READING_CASES, ...WRITING_CASES];
const WAYS: readonly Way[] = [...WAYS_OF_ANSWERS, ...WAYS_OF_WINDOWS];

const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'boolean', default: false } } });

function isWanted(number: string): boolean {
  return values.only === undefined || values.only === number;
}

type Job = { readonly kind: 'case'; readonly one: FaultCase } | { readonly kind: 'way'; readonly one: Way };

/** So many browsers at a time, each with a sandbox of its own: a case mostly waits. */
const LANES = 2;

async function runAll(): Promise<{ readonly outcomes: readonly Outcome[]; readonly ways: readonly WayOutcome[] }> {
  const jobs: readonly Job[] = [
    ...CASES.map((one) => ({ kind: 'case', one }) as const),
    ...WAYS.map((one) => ({ kind: 'way', one }) as const),
  ].filter(({ one }) => isWanted(one.number));
  const outcomes = new Map<number, Outcome>();
  const ways = new Map<number, WayOutcome>();
  let next = 0;
  const lane = async (house: House): Promise<void> => {
    for (let at = next++; at < jobs.length; at = next++) {
      const job = jobs[at];
      if (job?.kind === 'case') outcomes.set(at, await runCase(house, job.one));
      if (job?.kind === 'way') ways.set(at, await runWay(house, job.one));
      const done = outcomes.size + ways.size;
      if (done % 20 === 0) process.stderr.write(`${String(done)} of ${String(jobs.length)}\n`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, () => withHouse(lane)));
  return { outcomes: inOrder(outcomes), ways: inOrder(ways) };
}

function inOrder<Result>(results: ReadonlyMap<number, Result>): readonly Result[] {
  return [...results].sort(([one], [other]) => one - other).map(([, result]) => result);
}

async function withHouse(use: (house: House) => Promise<void>): Promise<void> {
  const appDir = new URL('../dist', import.meta.url).pathname;
  const [sandbox, foreign] = await Promise.all([startSandbox({ port: 0, appDir }), startForeignServer()]);
  try {
    await withBrowser((context) => use({ sandbox, foreign, context }));
  } finally {
    await Promise.all([sandbox.close(), foreign.close()]);
  }
}

async function run(): Promise<void> {
  const rows = ROWS.filter(({ number }) => isWanted(number));
  if (rows.length === 0) {
    process.stderr.write(
      `No row is called "${values.only ?? ''}". There are: ${ROWS.map((row) => row.number).join(', ')}.\n`,
    );
    process.exitCode = 2;
    return;
  }
  const [tests, stages] = await Promise.all([findNamedTests(), readStages()]);
  const { outcomes, ways } = await runAll();
  const evidence: Evidence = { outcomes, tests, stages };
  const lines = linesOf(rows, evidence, ways);
  if (values.json) for (const line of lines) process.stdout.write(`${JSON.stringify(line)}\n`);
  else process.stdout.write(`${[...lines.map(textOf), summaryOf(lines)].join('\n')}\n`);
  if (lines.some(({ wrong }) => wrong.length > 0)) process.exitCode = 1;
}

await run();
