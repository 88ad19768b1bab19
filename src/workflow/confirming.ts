import { confirm, type ConfirmedDiagnosis } from '../domain/confirmation.ts';
import { NO_CHOICES } from '../domain/choices.ts';
import type { EntityId } from '../domain/entity.ts';
import type { Finding } from '../domain/finding.ts';
import { referenceTo } from '../domain/provenance.ts';
import { isWithoutEhr, type Known, type Site } from './core.ts';
import { candidatesOf, soleFinding } from './diagnosis-offer.ts';
import { isRecalled } from '../domain/recall.ts';
import { onward, type Transition } from './events.ts';
import { settle } from './form.ts';
import { searchDocuments } from './making.ts';
import { changed, goTo } from './navigate.ts';
import { ageOf, clinicianOf } from './people.ts';
import type { Form, Work } from './state.ts';

/** What stands between the clinician and a confirmed diagnosis. */
export type ConfirmationProblem = 'nothing-chosen' | 'recalled' | 'name-empty' | 'not-checked' | PersonProblem;

/** The same, of the two people alone. */
export type PersonProblem = 'age-missing' | 'age-minor' | 'clinician-missing';

/** What must be known of the two people before anything is confirmed, whichever button is used. */
export function personProblems(work: Work): readonly PersonProblem[] {
  const age = ageOf(work).kind;
  return [
    ...(age === 'age-unknown' ? (['age-missing'] as const) : []),
    ...(age === 'minor' ? (['age-minor'] as const) : []),
    ...(clinicianOf(work).name === '' ? (['clinician-missing'] as const) : []),
  ];
}

/** The same for the diagnosis screen, with what was chosen there. */
export function choiceProblems(work: Work, site: Site): readonly ConfirmationProblem[] {
  const { entity, name } = work.choosing;
  return [
    ...(entity === null ? (['nothing-chosen'] as const) : []),
    ...(entity !== null && isRecalled(entity, site.recall) ? (['recalled'] as const) : []),
    ...(entity !== null && name?.trim() === '' ? (['name-empty'] as const) : []),
    ...personProblems(work),
    // No chart was read: that somebody looked has to be said.
    ...(isWithoutEhr(site) && !work.selfChecked ? (['not-checked'] as const) : []),
  ];
}

/** The button "Bevestig: …": it names the entity, so pressing it is the confirmation (D5). */
export function confirmSoleFinding(work: Work, known: Known): Transition {
  const sole = soleFinding(work.lookup, known.core.names);
  if (sole === null) return onward(work);
  if (personProblems(work).length > 0) return onward({ ...work, shownProblems: 'confirmation' });
  const chosen = { ...work, choosing: { query: '', entity: sole.entity.id, name: null } };
  return confirmChosen(chosen, sole.findings, known);
}

/** The button of the diagnosis screen. */
export function confirmChoice(work: Work, known: Known): Transition {
  const { entity } = work.choosing;
  if (entity === null || choiceProblems(work, known.site).length > 0)
    return onward({ ...work, shownProblems: 'confirmation' });
  const candidates = candidatesOf(work.lookup, known.core.names);
  const chosen = candidates.find((candidate) => candidate.entity.id === entity);
  return confirmChosen(work, chosen?.findings ?? [], known);
}

function confirmChosen(work: Work, findings: readonly Finding[], known: Known): Transition {
  const { name, role } = clinicianOf(work);
  const confirmation = confirm(
    {
      entity: work.choosing.entity ?? '',
      by: name,
      ...(role === null ? {} : { role }),
      on: known.today,
      ...(work.choosing.name === null ? {} : { nameInSentence: work.choosing.name }),
      restsOn: findings.map(({ evidence }) => referenceTo(evidence)),
    },
    known.core.entities,
    known.site.recall,
  );
  if (confirmation.kind === 'invalid') return onward({ ...work, shownProblems: 'confirmation' });
  return afterConfirmation(work, confirmation.diagnosis, known);
}

function afterConfirmation(work: Work, diagnosis: ConfirmedDiagnosis, known: Known): Transition {
  const form = formFor(work, diagnosis.entity.id, known);
  const confirmed = changed(work, { confirmed: diagnosis, form });
  if (confirmed.confirmed !== diagnosis) return onward(work);
  const next = goTo(confirmed, 'fill-in');
  const searched = next.documents.kind === 'read' || next.documents.kind === 'searching';
  return searched || isWithoutEhr(known.site) ? onward(next) : searchDocuments(next);
}

// The answers about one cancer say nothing about another (F38, D22); the contact and the work stay.
function formFor(work: Work, entity: EntityId, known: Known): Form {
  const stored = new Map<string, never>();
  if (work.confirmed === null || work.confirmed.entity.id === entity) return { ...work.form, stored };
  const { contact, work: job, nameOnCover } = work.form.choices;
  const choices = { ...NO_CHOICES, contact, work: job, nameOnCover };
  return settle({ ...work.form, stored, choices, namesCentre: true }, work, known.today);
}
