import type { FaultRow } from './rows.ts';
import type { NamedTest } from './named-tests.ts';

/** What came of one case. */
export interface Outcome {
  readonly number: string;
  readonly variant: string;
  /** How often the server really did it. */
  readonly hits: number;
  readonly expected: string;
  /** As it stood on the screen; null where none did. */
  readonly heading: string | null;
  /** Words of this fault that the screen did not say. */
  readonly unsaid: readonly string[];
  /** Requests that reached a server outside the hospital. */
  readonly leaked: number;
  /** Where the way there broke off. */
  readonly error: string | null;
}

/** What came of one way in which an app might write to the wrong chart. */
export interface WayOutcome extends Outcome {
  /** Documents that stand in any chart and may not. */
  readonly writes: number;
}

/** Everything that is wrong with one case; empty when nothing is. */
export function wrongWith(outcome: Outcome): readonly string[] {
  const { hits, expected, heading, unsaid, leaked, error } = outcome;
  return [
    ...(error === null ? [] : [error]),
    ...(hits > 0 ? [] : ['the server never produced it']),
    ...(heading === null ? ['no heading on the screen'] : []),
    ...(heading === null || heading === expected ? [] : [`another heading than “${expected}”`]),
    ...unsaid.map((words) => `not said: “${words}”`),
    ...(leaked === 0 ? [] : [`${String(leaked)} requests to a foreign server`]),
  ];
}

export function wrongWithWay(outcome: WayOutcome): readonly string[] {
  const { writes } = outcome;
  return [...wrongWith(outcome), ...(writes === 0 ? [] : [`${String(writes)} written to a wrong chart`])];
}

export interface Evidence {
  readonly outcomes: readonly Outcome[];
  readonly tests: ReadonlyMap<string, NamedTest>;
  /** The stages of `.ci/run`. */
  readonly stages: readonly string[];
}

/** What a row lacks: a case for what the server does, a test or a stage of its name for the rest. Null when it lacks nothing. */
export function lackOf({ number, proof }: FaultRow, { outcomes, tests, stages }: Evidence): string | null {
  if (proof === 'server') return outcomes.some((one) => one.number === number) ? null : 'no case drives it';
  if (proof === 'test') return tests.has(number) ? null : 'no test has a title that starts with it';
  if ('open' in proof) return null;
  return stages.includes(proof.stage) ? null : `no stage “${proof.stage}”`;
}
