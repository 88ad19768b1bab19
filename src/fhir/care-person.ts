import type { CodeableConcept, Practitioner, PractitionerRole } from 'fhir/r4';
import type { Carer } from './carer-reader.ts';
import { listOf, mapCodings, textOf } from './map-concept.ts';
import { givenNamesOf, nameOf } from './map-name.ts';

/** Someone who is named in the chart as giving care, as far as it could be read. */
export interface CarePerson {
  readonly name: string;
  readonly role: string | null;
}

interface Codes {
  readonly system: string;
  readonly code: RegExp;
}

/*
 * Insurers and pharmacies stand among the participants of real Dutch encounters, coded as Practitioner. Who becomes the contact on
 * paper must be a person, so the rule is narrow: when unsure, leave it out.
 *
 * | it is a person when the Practitioner has | because                                                             |
 * | ---------------------------------------- | ------------------------------------------------------------------- |
 * | a family name, and beside it one of:     | an organisation squeezed into Practitioner has its name in `text`   |
 * | – a given name or initials               |                                                                     |
 * | – a role or specialty (PractitionerRole) | some servers give clinicians by family name only                    |
 * | – a qualification                        |                                                                     |
 *
 * | it is left out when                                    | because                                               |
 * | ------------------------------------------------------ | ----------------------------------------------------- |
 * | `active` is false                                      | no longer works there                                 |
 * | name, role or organisation has a word of NOT_A_CARER   | insurers and pharmacies, and who works for them       |
 * | the name has a word of NOT_A_PERSON                    | hospitals, departments, legal persons                 |
 * | a role is coded as pharmacist                          | no contact for this booklet, person or not            |
 *
 * Some servers let nobody read Practitioners, and an encounter has only the name to show. It is offered when the encounter says by
 * code that this is one who treats or guides (TREATS_OR_GUIDES); insurers stand among the rest ("Participation").
 */
const NOT_A_CARER = /verzeker|apothe[ek]|pharmac|farmac|insur|zorgkantoor/iu;
const NOT_A_PERSON = /ziekenhuis|kliniek|afdeling|stichting|co[oö]peratie|\b[bn]\.?v\b/iu;
/** HL7 practitioner-role; UZI role codes 17.xxx are pharmacists. */
const PHARMACIST: readonly Codes[] = [
  { system: 'http://terminology.hl7.org/CodeSystem/practitioner-role', code: /^pharmacist$/ },
  { system: 'http://fhir.nl/fhir/NamingSystem/uzi-rolcode', code: /^17\./ },
];

/** SNOMED CT 768832004, case manager (zib HealthProfessionalRole). */
const CASE_MANAGER = { system: 'http://snomed.info/sct', code: /^768832004$/ };
/** HL7 v3 ParticipationType; not RESP, which may be who pays, nor REF, who sent the patient here. */
const TREATS_OR_GUIDES = [
  { system: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType', code: /^(?:ATND|PPRF|SPRF|CON)$/ },
  CASE_MANAGER,
];

/** The person behind a Practitioner and its PractitionerRole; null when it may be no person, or no giver of care. */
export function carePersonOf(carer: Carer): CarePerson | null {
  if (!isNamedAsPerson(carer) || !worksHere(carer) || !givesCare(carer)) return null;
  return { name: nameOf(carer.practitioner.name), role: roleOf(carer) };
}

/** The person of whom only the name in the encounter is known, with how they take part in it; null when it may be no giver of care. */
export function namedCarePerson(
  name: string,
  participation: readonly CodeableConcept[],
  role: PractitionerRole | null,
): CarePerson | null {
  const carer: Carer = { practitioner: { resourceType: 'Practitioner', name: [{ text: name }] }, role };
  const involved = participation.some((type) => isCodedAs(type, TREATS_OR_GUIDES));
  if (name === '' || !involved || NOT_A_PERSON.test(name) || !worksHere(carer) || !givesCare(carer)) return null;
  return { name, role: roleOf(carer) };
}

/** Whether someone takes part in an encounter as case manager. */
export function isCaseManager(participation: readonly CodeableConcept[]): boolean {
  return participation.some((type) => isCodedAs(type, [CASE_MANAGER]));
}

/** What the person is called at work: role before specialty before qualification. */
export function roleOf({ practitioner, role }: Carer): string | null {
  const named = [...rolesOf(role), ...qualificationsOf(practitioner)].map(wordsOf);
  return named.find((words) => words !== '') ?? null;
}

function worksHere({ practitioner, role }: Carer): boolean {
  return practitioner.active !== false && role?.active !== false;
}

function givesCare({ practitioner, role }: Carer): boolean {
  const roles = rolesOf(role);
  const words = [nameOf(practitioner.name), role?.organization?.display ?? '', ...roles.map(wordsOf)].join(' ');
  return !NOT_A_CARER.test(words) && !roles.some((one) => isCodedAs(one, PHARMACIST));
}

function isNamedAsPerson({ practitioner, role }: Carer): boolean {
  if (NOT_A_PERSON.test(nameOf(practitioner.name))) return false;
  const hasWork = rolesOf(role).length > 0 || qualificationsOf(practitioner).length > 0;
  return listOf(practitioner.name).some(
    (name) => textOf(name.family) !== undefined && (hasWork || givenNamesOf(name).length > 0),
  );
}

function rolesOf(role: PractitionerRole | null): readonly CodeableConcept[] {
  return [...listOf(role?.code), ...listOf(role?.specialty)];
}

function qualificationsOf(practitioner: Practitioner): readonly CodeableConcept[] {
  return listOf(listOf(practitioner.qualification).map((qualification) => qualification.code));
}

function wordsOf(concept: CodeableConcept): string {
  return textOf(concept.text) ?? mapCodings(concept).find((coding) => coding.display !== undefined)?.display ?? '';
}

function isCodedAs(concept: CodeableConcept, codes: readonly Codes[]): boolean {
  return mapCodings(concept).some((coding) =>
    codes.some(({ system, code }) => coding.system === system && code.test(coding.code ?? '')),
  );
}
