import type { CodeableConcept as FhirCodeableConcept, Condition, Extension } from 'fhir/r4';
import type { CodeableConcept } from '../domain/coding.ts';
import type { RecordedDiagnosis } from '../domain/evidence.ts';
import { listOf, mapCodings, mapConcept, mapConcepts, textOf } from './map-concept.ts';

/** mCODE 4.0, PrimaryCancerCondition: the histology beside a code that names only the place. */
const HISTOLOGY = 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-histology-morphology-behavior';
/** Nictiz nl-core-Problem (zib 2020): the problem said more precisely; stands on `Condition.code`. */
const FURTHER_SPECIFICATION = 'http://nictiz.nl/fhir/StructureDefinition/ext-Problem.FurtherSpecificationProblemName';

/**
 * Reads one Condition as it is recorded; judging it is the lookup's work.
 *
 * Shape:  codings in the order of the chart, nothing normalised; narrative (`text.div`) is never read.
 * Errors: never throws. A part of the wrong kind counts as absent.
 */
export function mapCondition(condition: Condition): RecordedDiagnosis {
  const mapped: Writable<RecordedDiagnosis> = {
    id: textOf(condition.id) ?? '',
    origin: 'condition',
    code: mapConcept(condition.code),
    bodySite: mapConcepts(condition.bodySite),
    alongside: alongsideOf(condition),
    clinicalStatus: mapCodings(condition.clinicalStatus),
    verificationStatus: mapCodings(condition.verificationStatus),
    category: listOf(condition.category).flatMap(mapCodings),
    note: listOf(condition.note).flatMap(({ text }) => textOf(text) ?? []),
  };
  // Set one by one: a stream of charts comes through here, and spreading what may be absent takes half the time of all the rest.
  const versionId = textOf(condition.meta?.versionId);
  if (versionId !== undefined) mapped.versionId = versionId;
  const recordedDate = textOf(condition.recordedDate);
  if (recordedDate !== undefined) mapped.recordedDate = recordedDate;
  return mapped;
}

const NONE: readonly never[] = [];

type Writable<Value> = { -readonly [Part in keyof Value]: Value[Part] };

function alongsideOf({ extension, evidence, code }: Condition): readonly CodeableConcept[] {
  if (extension === undefined && evidence === undefined && code?.extension === undefined) return NONE;
  const concepts = [
    ...conceptsOf(extension, HISTOLOGY),
    ...listOf(evidence).flatMap((one) => listOf(one.code)),
    ...furtherSpecificationsOf(code),
  ];
  return mapConcepts(concepts);
}

/** Text as `valueString` is what zib 2020 prescribes; a coded value is read as well. */
function furtherSpecificationsOf(code: FhirCodeableConcept | undefined): readonly FhirCodeableConcept[] {
  const extensions = extensionsOf(code?.extension, FURTHER_SPECIFICATION);
  const texts = extensions.flatMap(({ valueString }) => {
    const text = textOf(valueString);
    return text === undefined ? [] : [{ text }];
  });
  return [...extensions.flatMap(valueOf), ...texts];
}

function conceptsOf(extensions: readonly Extension[] | undefined, url: string): readonly FhirCodeableConcept[] {
  return extensionsOf(extensions, url).flatMap(valueOf);
}

function valueOf({ valueCodeableConcept }: Extension): FhirCodeableConcept | readonly [] {
  return valueCodeableConcept ?? [];
}

function extensionsOf(extensions: readonly Extension[] | undefined, url: string): readonly Extension[] {
  return listOf(extensions).filter((extension) => extension.url === url);
}
