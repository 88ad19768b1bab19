import type { CodeableConcept as FhirCodeableConcept, Extension, Observation, Reference } from 'fhir/r4';
import type { CodeableConcept } from '../domain/coding.ts';
import type { Gap, RecordedDiagnosis } from '../domain/evidence.ts';
import type { FhirFetch } from './fhir-fetch.ts';
import { referenceInside } from './fhir-url.ts';
import { allowsAll, asksFor } from './granted-scopes.ts';
import { listOf, mapConcepts } from './map-concept.ts';
import { searchAll } from './search-all.ts';

/**
 * What says which tissue a tumour is made of: "Histology and Behavior ICD-O-3 Cancer", and "Behavior ICD-O-3 Cancer", under which
 * mCODE 4.0 files the whole morphology (HistologicBehaviorAndType).
 */
const HISTOLOGY_CODES = ['59847-4', '31206-6'].map((code) => `http://loinc.org|${code}`);
/** mCODE 4.0: the Condition that an Observation belongs to, beside `focus`. */
const RELATED_CONDITION = 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-related-condition';
/** A result that is a draft, cancelled or a mistake says nothing. */
const RESULTS = new Set(['final', 'amended', 'corrected']);

/** The morphologies found, by the id of the Condition that each is about. */
export interface HistologyReading {
  readonly byCondition: ReadonlyMap<string, readonly CodeableConcept[]>;
  readonly gaps: readonly Gap[];
}

/**
 * The morphologies that a pathologist recorded about diagnoses of the launch patient.
 *
 * Shape:  only where the site asks for Observation (D26): not asked is no gap, asked and not granted is. A result that does not
 *         say which Condition it is about is left out: nobody can tell which tumour it was taken from.
 * Errors: FhirReadError `session-ended` or `wrong-patient`, nothing else.
 * Source: https://hl7.org/fhir/us/mcode/ 4.0, HistologicBehaviorAndType; https://hl7.org/fhir/R4/observation.html.
 */
export async function readHistology(fhirFetch: FhirFetch): Promise<HistologyReading> {
  const { session } = fhirFetch;
  const byCondition = new Map<string, readonly CodeableConcept[]>();
  if (!asksFor(session.issuer.scope, 'Observation')) return { byCondition, gaps: [] };
  if (!allowsAll(session.scopes, 's', 'Observation')) {
    return { byCondition, gaps: [{ what: 'Observation', why: 'not-allowed' }] };
  }
  const query = { patient: session.patientId, code: HISTOLOGY_CODES.join(',') };
  const { resources, gap } = await searchAll(fhirFetch, 'Observation', query);
  for (const observation of resources.filter(isResult)) {
    const morphologies = mapConcepts([valueOf(observation)]);
    for (const id of conditionsOf(observation, session.fhirBaseUrl)) {
      byCondition.set(id, [...(byCondition.get(id) ?? []), ...morphologies]);
    }
  }
  return { byCondition, gaps: gap === null ? [] : [{ what: 'Observation', why: gap }] };
}

/** The diagnosis with what the pathologist found beside its own codes. */
export function withHistology(record: RecordedDiagnosis, { byCondition }: HistologyReading): RecordedDiagnosis {
  const found = byCondition.get(record.id) ?? [];
  return found.length === 0 ? record : { ...record, alongside: [...record.alongside, ...found] };
}

function isResult({ status }: Observation): boolean {
  return RESULTS.has(status);
}

function valueOf({ valueCodeableConcept }: Observation): FhirCodeableConcept {
  return valueCodeableConcept ?? {};
}

/** Ids of Conditions on this server, each once; what points elsewhere is nobody's here. */
function conditionsOf({ focus, extension }: Observation, fhirBaseUrl: string): readonly string[] {
  const related = listOf<Extension>(extension)
    .filter(({ url }) => url === RELATED_CONDITION)
    .flatMap(({ valueReference }) => valueReference ?? []);
  const ids = [...listOf<Reference>(focus), ...related].flatMap(({ reference }) => {
    const target = typeof reference === 'string' ? referenceInside(fhirBaseUrl, reference) : null;
    return target?.type === 'Condition' ? [target.id] : [];
  });
  return [...new Set(ids)];
}
