import type { Element, HumanName } from 'fhir/r4';
import { listOf, textOf } from './map-concept.ts';

/** iso21090 qualifier of a given name: IN is an initial that stands beside the full name (nl-core, zib NameInformation). */
const GIVEN_QUALIFIER = 'http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier';
const PREFERENCE: readonly (string | undefined)[] = ['official', 'usual', undefined];

/**
 * The name to show: the official one, else the usual one, else one without a use. Old, temporary and maiden names are nobody's name.
 *
 * Shape: `text` as recorded, because it keeps the order of own and partner name that the person chose; without it prefix, given
 *        names, family name (in the Netherlands with its prefixes: "van der Giessen").
 */
export function nameOf(names: readonly HumanName[] | undefined): string {
  const all = listOf(names);
  const [name] = PREFERENCE.flatMap((use) => all.filter((one) => one.use === use && textFor(one) !== ''));
  return name === undefined ? '' : textFor(name);
}

/** Given names as they are said: full names, or initials when there is nothing else. */
export function givenNamesOf(name: HumanName): readonly string[] {
  const given: readonly unknown[] = Array.isArray(name.given) ? name.given : [];
  const extensions: readonly unknown[] = Array.isArray(name._given) ? name._given : [];
  const all = given.flatMap((part, index) => {
    const text = textOf(part);
    return text === undefined ? [] : [{ text, initial: isInitial(extensions[index]) }];
  });
  const full = all.filter((part) => !part.initial);
  return (full.length > 0 ? full : all).map((part) => part.text);
}

function textFor(name: HumanName): string {
  return textOf(name.text) ?? [...textsOf(name.prefix), ...givenNamesOf(name), ...textsOf([name.family])].join(' ');
}

function textsOf(parts: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(parts) ? parts : [];
  return all.flatMap((part) => textOf(part) ?? []);
}

function isInitial(element: unknown): boolean {
  if (typeof element !== 'object' || element === null) return false;
  return listOf((element as Element).extension).some(
    (extension) => extension.url === GIVEN_QUALIFIER && extension.valueCode === 'IN',
  );
}
