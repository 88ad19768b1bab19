import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r4';

export function operationOutcome(code: OperationOutcomeIssue['code'], text: string): OperationOutcome {
  return { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code, details: { text } }] };
}
