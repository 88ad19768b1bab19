import type { CodeableConcept as FhirCodeableConcept, Condition, Extension } from 'fhir/r4';
import type { CodeableConcept, Coding } from '../domain/coding.ts';
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
  const versionId = textOf(condition.meta?.versionId);
  const recordedDate = textOf(condition.recordedDate);
  return {
    id: textOf(condition.id) ?? '',
    ...(versionId !== undefined && { versionId }),
    origin: 'condition',
    code: mapConcept(condition.code),
    bodySite: mapConcepts(condition.bodySite),
    alongside: alongsideOf(condition),
    clinicalStatus: mapCodings(condition.clinicalStatus),
    verificationStatus: mapCodings(condition.verificationStatus),
    category: categoryOf(condition.category),
    ...(recordedDate !== undefined && { recordedDate }),
    note: listOf(condition.note).flatMap((note) => textOf(note.text) ?? []),
  };
}

function alongsideOf(condition: Condition): readonly CodeableConcept[] {
  return mapConcepts([
    ...conceptsOf(condition.extension, HISTOLOGY),
    ...listOf(condition.evidence).flatMap((evidence) => listOf(evidence.code)),
    ...furtherSpecificationsOf(condition.code),
  ]);
}

/** Text as `valueString` is what zib 2020 prescribes; a coded value is read as well. */
function furtherSpecificationsOf(code: FhirCodeableConcept | undefined): readonly FhirCodeableConcept[] {
  const texts = extensionsOf(code?.extension, FURTHER_SPECIFICATION).flatMap((extension) => {
    const text = textOf(extension.valueString);
    return text === undefined ? [] : [{ text }];
  });
  return [...conceptsOf(code?.extension, FURTHER_SPECIFICATION), ...texts];
}

function conceptsOf(extensions: readonly Extension[] | undefined, url: string): readonly FhirCodeableConcept[] {
  return extensionsOf(extensions, url).flatMap((extension) => extension.valueCodeableConcept ?? []);
}

function extensionsOf(extensions: readonly Extension[] | undefined, url: string): readonly Extension[] {
  return listOf(extensions).filter((extension) => extension.url === url);
}

function categoryOf(category: readonly FhirCodeableConcept[] | undefined): readonly Coding[] {
  return listOf(category).flatMap(mapCodings);
}
