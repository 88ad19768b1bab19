import { readFileSync, readdirSync } from 'node:fs';
import { composeCase } from '../../commands/booklet/compose-case.ts';
import { readCase } from '../../commands/booklet/read-case.ts';
import { composeHandout } from '../../src/domain/handout/compose-handout.ts';
import type { Handout, Length } from '../../src/domain/handout/handout.ts';
import type { Route } from '../../src/domain/route/route.ts';
import { BOOKLET_KNOWLEDGE, LISTED_ENTITIES } from './booklet-knowledge.ts';

const CASES = new URL('../../fixtures/cases/', import.meta.url);

/** Names of the golden cases, in order of the alphabet. */
export const CASE_NAMES: readonly string[] = readdirSync(CASES)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace(/\.json$/, ''))
  .sort();

export function caseFile(name: string): string {
  return readFileSync(new URL(`${name}.json`, CASES), 'utf8');
}

/** The route of a golden case. Errors: throws with what the command would say. */
export function routeOfCase(name: string): Route {
  const reading = readCase(caseFile(name));
  if (reading.kind === 'faults') throw new Error(`${name}: ${reading.faults.join('\n')}`);
  const composed = composeCase(reading.case, BOOKLET_KNOWLEDGE, LISTED_ENTITIES);
  if (composed.kind === 'refused') throw new Error(`${name}: ${composed.why}`);
  return composed.route;
}

export function handoutOfCase(name: string, length: Length): Handout {
  return composeHandout(routeOfCase(name), { length });
}
