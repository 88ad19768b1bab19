import { compileClassification } from '../../../knowledge/compile/compile-classification.ts';
import { readKnowledgeFile } from '../../../knowledge/compile/read-files.ts';
import type { Classification } from '../../../src/domain/classification.ts';
import type { CodeableConcept, Coding } from '../../../src/domain/coding.ts';
import type { EvidenceSet, RecordedDiagnosis } from '../../../src/domain/evidence.ts';
import type { Finding } from '../../../src/domain/finding.ts';
import { lookUp } from '../../../src/domain/lookup/look-up.ts';
import type { Sex } from '../../../src/domain/patient.ts';
import { parseClassification } from '../../../src/knowledge/classification/parse-classification.ts';

/** The whole classification, through the compiler and the check, as the app has it. */
export const CLASSIFICATION: Classification = parseClassification(compileClassification(readKnowledgeFile).decides);

/** A record as a clinician writes it in `fixtures/lookup`: codes are `system|code`, the usual systems by a short name. */
export interface CaseRecord {
  readonly codes?: readonly string[];
  readonly display?: string;
  readonly text?: string;
  readonly note?: readonly string[];
  readonly bodySite?: readonly string[];
  readonly alongside?: readonly string[];
  readonly alongsideText?: string;
  readonly clinical?: readonly string[];
  readonly verification?: readonly string[];
  readonly category?: readonly string[];
  readonly origin?: RecordedDiagnosis['origin'];
}

const SHORT_NAMES: Readonly<Record<string, string>> = {
  sct: 'http://snomed.info/sct',
  icd10: 'http://hl7.org/fhir/sid/icd-10',
  icd10nl: 'http://hl7.org/fhir/sid/icd-10-nl',
  nullflavor: 'http://terminology.hl7.org/CodeSystem/v3-NullFlavor',
  icd10cm: 'http://hl7.org/fhir/sid/icd-10-cm',
  icdo3: 'http://terminology.hl7.org/CodeSystem/icd-o-3',
  orpha: 'http://www.orpha.net',
  dhd: 'urn:oid:2.16.840.1.113883.2.4.3.120.5.1',
  icpc: 'http://hl7.org/fhir/sid/icpc-1-nl',
};

/** `sct|443719001` as a Coding; an empty half is absent. */
export function aCoding(token: string, display?: string): Coding {
  const bar = token.indexOf('|');
  const [system, code] = [token.slice(0, bar), token.slice(bar + 1)];
  return {
    ...(system !== '' && { system: SHORT_NAMES[system] ?? system }),
    ...(code !== '' && { code }),
    ...(display !== undefined && { display }),
  };
}

export function aRecord(row: CaseRecord, id = 'this'): RecordedDiagnosis {
  const concept = (token: string): CodeableConcept => ({ coding: [aCoding(token)] });
  const codings = (codes: readonly string[] = []): readonly Coding[] => codes.map((code) => ({ code }));
  return {
    id,
    origin: row.origin ?? 'condition',
    code: {
      coding: (row.codes ?? []).map((token) => aCoding(token, row.display)),
      ...(row.text !== undefined && { text: row.text }),
    },
    bodySite: (row.bodySite ?? []).map(concept),
    alongside: [
      ...(row.alongside ?? []).map(concept),
      ...(row.alongsideText === undefined ? [] : [{ coding: [], text: row.alongsideText }]),
    ],
    clinicalStatus: codings(row.clinical),
    verificationStatus: codings(row.verification),
    category: codings(row.category),
    note: row.note ?? [],
  };
}

export function anEvidenceSet(items: readonly RecordedDiagnosis[], sex: Sex | null = null): EvidenceSet {
  return { sex, items, gaps: [] };
}

/** The finding for one record, with what stands beside it in the chart. */
export function findingFor(row: CaseRecord, sex: Sex | null = null, beside: readonly CaseRecord[] = []): Finding {
  const items = [aRecord(row), ...beside.map((one, at) => aRecord(one, `beside-${String(at)}`))];
  const [finding] = lookUp(anEvidenceSet(items, sex), CLASSIFICATION).findings;
  if (!finding) throw new Error('A lookup gives one finding for each item.');
  return finding;
}
