import type { CodeableConcept as FhirCodeableConcept, Coding as FhirCoding } from 'fhir/r4';
import type { CodeableConcept, Coding } from '../domain/coding.ts';

/*
 * A server's answer is typed as R4 but only by promise: every reader below takes what has the right kind and drops the rest.
 */

/** The value when it is a text with something in it. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The members of a list; empty when it is no list. */
export function listOf<Member>(value: readonly Member[] | undefined | null): readonly Member[] {
  const members: readonly unknown[] = Array.isArray(value) ? value : [];
  return members.filter((member): member is Member => typeof member === 'object' && member !== null);
}

/** Copies the four parts of a Coding that mean something here, untouched. */
function mapCoding(coding: FhirCoding): Coding {
  const mapped: { -readonly [Part in keyof Coding]: Coding[Part] } = {};
  for (const part of PARTS) {
    const text = textOf(coding[part]);
    if (text !== undefined) mapped[part] = text;
  }
  return mapped;
}

const PARTS = ['system', 'version', 'code', 'display'] as const;

/** All codings of a concept, in the order of the chart. */
export function mapCodings(concept: FhirCodeableConcept | undefined | null): readonly Coding[] {
  return listOf(concept?.coding).map(mapCoding);
}

/** A concept with its codings and text; empty for what is no concept. */
export function mapConcept(concept: FhirCodeableConcept | undefined | null): CodeableConcept {
  const text = textOf(concept?.text);
  return { coding: mapCodings(concept), ...(text !== undefined && { text }) };
}

/** Concepts that say something: a coding or a text. */
export function mapConcepts(concepts: readonly FhirCodeableConcept[] | undefined): readonly CodeableConcept[] {
  return listOf(concepts)
    .map(mapConcept)
    .filter((concept) => concept.coding.length > 0 || concept.text !== undefined);
}
