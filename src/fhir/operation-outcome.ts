import type { OperationOutcome } from 'fhir/r4';
import { listOf } from './map-concept.ts';

const ISSUE_CODE = /^[a-z-]{1,40}$/;
/** A path of element names. Anything longer, or with a value in it, may hold a piece of the record. */
const ELEMENT_PATH = /^[A-Za-z]+(?:\.[A-Za-z]+|\[\d+\])*$/;
const LONGEST_PATH = 120;

/**
 * What an OperationOutcome says in codes: "value DocumentReference.type". Its texts (`diagnostics`, `details.text`) may quote the
 * record and are never read (F44, F58).
 *
 * Errors: never throws; empty for anything that is no OperationOutcome.
 */
export function issuesOf(value: unknown): readonly string[] {
  if (!isOperationOutcome(value)) return [];
  return listOf(value.issue).map((issue) => {
    const code = typeof issue.code === 'string' && ISSUE_CODE.test(issue.code) ? issue.code : 'unknown';
    return [code, ...pathsOf(issue.expression)].join(' ');
  });
}

/** Whether a search says that it left something out: an issue that is an error, or of the codes meant for that. */
export function saysIncomplete(outcome: OperationOutcome): boolean {
  return listOf(outcome.issue).some(
    ({ severity, code }) =>
      severity === 'error' || severity === 'fatal' || code === 'incomplete' || code === 'suppressed',
  );
}

export function isOperationOutcome(value: unknown): value is OperationOutcome {
  return (
    typeof value === 'object' && value !== null && 'resourceType' in value && value.resourceType === 'OperationOutcome'
  );
}

function pathsOf(paths: unknown): readonly string[] {
  const texts: readonly unknown[] = Array.isArray(paths) ? paths : [];
  return texts.filter(
    (path): path is string => typeof path === 'string' && path.length <= LONGEST_PATH && ELEMENT_PATH.test(path),
  );
}
