import { NO_CHOICES, type Choices } from '../../src/domain/choices.ts';
import { confirm, type WhyInvalid } from '../../src/domain/confirmation.ts';
import type { Entity, EntityId } from '../../src/domain/entity.ts';
import { NOTHING_RECALLED } from '../../src/domain/recall.ts';
import { ageOn, parseCalendarDate, type CalendarDate } from '../../src/domain/calendar-date.ts';
import { eligibilityAt, type Eligibility } from '../../src/domain/patient.ts';
import { composeRoute } from '../../src/domain/route/compose-route.ts';
import type { Route } from '../../src/domain/route/route.ts';
import { checkSickLeave } from '../../src/domain/sick-leave/sick-leave.ts';
import type { BookletKnowledge } from '../../src/knowledge/booklet/parse-booklet-knowledge.ts';
import type { BookletCase } from './read-case.ts';

/** What a case comes to: a route, of which every rendition can be made, or a sentence that says why there is none. */
export type ComposedCase =
  { readonly kind: 'composed'; readonly route: Route } | { readonly kind: 'refused'; readonly why: string };

const NOT_CONFIRMED: Readonly<Record<WhyInvalid, string>> = {
  'unknown-entity': 'The confirmation names an entity that the list of rare cancers does not hold.',
  'not-on-rare-list': 'The confirmed entity is not rare on the list; there is no booklet for it.',
  recalled: 'The hospital has recalled what is said about this diagnosis; there is no booklet for it now.',
  'nobody-named': 'The confirmation names nobody. Without a person who confirms the diagnosis there is no booklet.',
  'name-empty': 'The confirmation has an empty name for the diagnosis.',
};

/** Composes a case in the way the app does: the same gates, in the same order. */
export function composeCase(
  bookletCase: BookletCase,
  knowledge: BookletKnowledge,
  entities: ReadonlyMap<EntityId, Entity>,
): ComposedCase {
  if (bookletCase.confirmation === null)
    return refused('The case has no confirmation. Without one there is no booklet (D5).');
  const confirmation = confirm(bookletCase.confirmation, entities, NOTHING_RECALLED);
  if (confirmation.kind === 'invalid') return refused(NOT_CONFIRMED[confirmation.why]);
  const eligibility = eligibilityOfCase(bookletCase);
  if (eligibility.kind !== 'adult') return refused(whyNotEligible(eligibility));
  const choices = choicesOf(bookletCase);
  const { today, hospital, patient, booklet, approval } = bookletCase;
  const faultyLeave = sickLeaveFault(choices.work, today);
  if (faultyLeave !== null) return refused(faultyLeave);
  const route = composeRoute({
    diagnosis: confirmation.diagnosis,
    patient: { name: patient.name, age: eligibility.age },
    choices,
    place: { hospitalName: hospital.name, emergencyPhone: hospital.emergencyPhone, storesCopy: hospital.storesCopy },
    directory: { organisations: knowledge.organisations, centres: hospital.centres ?? [] },
    content: knowledge.content,
    timeline: knowledge.timeline,
    contentVersion: knowledge.version,
    approval,
    booklet: { date: today, ...booklet },
    today,
  });
  return { kind: 'composed', route };
}

function sickLeaveFault({ firstSickDay, recovered, contractEnd }: Choices['work'], today: CalendarDate): string | null {
  if (firstSickDay === null) return null;
  if (contractEnd !== null && contractEnd < firstSickDay)
    return 'choices.work.contractEnd is before the first sick day.';
  switch (checkSickLeave(firstSickDay, recovered, today).kind) {
    case 'accepted':
      return null;
    case 'in-the-future':
      return 'choices.work.firstSickDay is after today.';
    case 'impossible-recovery':
      return 'choices.work.recovered must hold times between two sick days, in order, the last over before today.';
  }
}

function refused(why: string): ComposedCase {
  return { kind: 'refused', why };
}

/** From the birth date when it is whole, else from the typed age (D25). */
function eligibilityOfCase({ patient, today }: BookletCase): Eligibility {
  const born = parseCalendarDate(patient.birthDate ?? '');
  if (born !== null) return eligibilityAt(ageOn(born, today));
  return patient.age === undefined ? { kind: 'age-unknown' } : eligibilityAt(patient.age);
}

function whyNotEligible({ kind }: Eligibility): string {
  return kind === 'minor'
    ? 'The patient is under 18. There is no booklet for children (D25).'
    : 'The age is not known: the birth date is missing, partial or impossible, and no age is given (D25).';
}

function choicesOf({ choices, contact }: BookletCase): Choices {
  const work = choices.work === undefined ? NO_CHOICES.work : { ...NO_CHOICES.work, include: true, ...choices.work };
  return { ...NO_CHOICES, ...choices, contact, work };
}
