import type { Coding } from './coding.ts';
import type { RecordedDiagnosis } from './evidence.ts';
import type { Finding } from './finding.ts';

/** What a finding rests on: enough to come to it again from the same chart and the list of that day. */
export interface Provenance {
  readonly record: RecordReference;
  /** The reason keys, in the order of the rules. */
  readonly rules: readonly string[];
  /** The code that each of these is about, as `system|code`; null where it is about none. */
  readonly codings: readonly (string | null)[];
}

/** `Condition/<id>` or `Encounter/<id>#reason`, with its `meta.versionId` where the server gives one. */
export interface RecordReference {
  readonly id: string;
  readonly versionId?: string;
}

export function provenanceOf({ evidence, reasons }: Finding): Provenance {
  return {
    record: referenceTo(evidence),
    rules: reasons.map(({ key }) => key),
    codings: reasons.map(({ coding }) => (coding === undefined ? null : tokenOf(coding))),
  };
}

export function referenceTo({ id, origin, versionId }: RecordedDiagnosis): RecordReference {
  const reference = origin === 'condition' ? `Condition/${id}` : id;
  return versionId === undefined ? { id: reference } : { id: reference, versionId };
}

/** As a FHIR search writes it: `system|code`. */
function tokenOf({ system = '', code = '' }: Coding): string {
  return `${system}|${code}`;
}
