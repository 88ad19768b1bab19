import type { CodeableConcept as FhirCodeableConcept, Coding as FhirCoding } from 'fhir/r4';
import type { CodeableConcept, Coding } from '../domain/coding.ts';

/*
 * A server's answer is typed as R4 but only by promise: every reader below takes what has the right kind and drops the rest.
 */

/** The value when it is a text with something in it. */
export function textOf(value: unknown): string | undefined {
  return hasText(value) ? value : undefined;
}

function hasText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

/** The members of a list; empty when it is no list. */
export function listOf<Member>(value: readonly Member[] | undefined | null): readonly Member[] {
  if (!isList(value)) return NONE;
  // A list without a fault in it is the rule, and millions come through here: only one with a fault is copied.
  return value.every(isObject) ? value : value.filter(isObject);
}

function isList<Member>(value: readonly Member[] | undefined | null): value is readonly Member[] {
  return Array.isArray(value);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

const NONE: readonly never[] = [];

/** Copies the four parts of a Coding that mean something here, untouched. */
function mapCoding({ system, version, code, display }: FhirCoding): Coding {
  const mapped: { -readonly [Part in keyof Coding]: Coding[Part] } = {};
  if (hasText(system)) mapped.system = system;
  if (hasText(version)) mapped.version = version;
  if (hasText(code)) mapped.code = code;
  if (hasText(display)) mapped.display = display;
  return mapped;
}

/** All codings of a concept, in the order of the chart. */
export function mapCodings(concept: FhirCodeableConcept | undefined | null): readonly Coding[] {
  return listOf(concept?.coding).map(mapCoding);
}

/** A concept with its codings and text; empty for what is no concept. */
export function mapConcept(concept: FhirCodeableConcept | undefined | null): CodeableConcept {
  const coding = mapCodings(concept);
  const text = textOf(concept?.text);
  return text === undefined ? { coding } : { coding, text };
}

/** Concepts that say something: a coding or a text. */
export function mapConcepts(concepts: readonly FhirCodeableConcept[] | undefined): readonly CodeableConcept[] {
  return listOf(concepts).map(mapConcept).filter(saysSomething);
}

function saysSomething({ coding, text }: CodeableConcept): boolean {
  return coding.length > 0 || text !== undefined;
}
