import { isNullFlavor, type Coding } from '../../domain/coding.ts';
import type { RecordedDiagnosis } from '../../domain/evidence.ts';

/** What the record calls this diagnosis; null when it has neither text nor display. */
export function recordedName({ code }: RecordedDiagnosis): string | null {
  const named = code.coding.find((coding) => coding.display?.trim());
  return code.text?.trim() || named?.display?.trim() || null;
}

/** The codes that stand there; a NullFlavor is none. */
export function recordedCodes({ code }: RecordedDiagnosis): readonly Coding[] {
  return code.coding.filter((coding) => coding.code && !isNullFlavor(coding));
}

/** True when nothing but free text stands there. */
export function isTextOnly(diagnosis: RecordedDiagnosis): boolean {
  return recordedCodes(diagnosis).length === 0;
}

// Source: code-systems.json of the classification; the last part of a uri is enough to name the family to a reader.
const SYSTEMS: readonly (readonly [part: RegExp, name: string])[] = [
  [/snomed\.info\/sct|2\.16\.840\.1\.113883\.6\.96$/, 'SNOMED CT'],
  [/icd-10|2\.16\.840\.1\.113883\.6\.(3|3\.2|90)$/, 'ICD-10'],
  [/icd-?o-?3|2\.16\.840\.1\.113883\.6\.43\.1$/, 'ICD-O-3'],
  [/dhd|2\.16\.840\.1\.113883\.2\.4\.3\.120\.5\.1$/, 'DHD Diagnosethesaurus'],
  [/orpha/, 'ORPHA'],
  [/icpc/, 'ICPC'],
];

/** The name of a code system as a clinician knows it; null when it is not one of those the lookup reads. */
export function systemName({ system }: Coding): string | null {
  const uri = system?.toLowerCase().replace(/\/$/, '') ?? '';
  return SYSTEMS.find(([part]) => part.test(uri))?.[1] ?? null;
}
