import type { DocumentIdentity, DocumentSearch } from '../domain/document.ts';
import { isWithoutEhr, type Known } from './core.ts';
import { onward, type Transition } from './events.ts';
import { coverProblems, formProblems, type FormProblem } from './form.ts';
import { changed, goTo, returnTo } from './navigate.ts';
import { ageOf } from './people.ts';
import type { Edition, RenderStage } from '../domain/handout/print-order.ts';
import type { RenderOutcome } from '../domain/handout/render-outcome.ts';
import type { Documents, FiledFile } from './filing-state.ts';
import { isLocked, type BookletTitle, type Work } from './state.ts';
import { identityFor, replacedNumbers, storedQuestions } from './stored-documents.ts';

/** Asks which Route documents stand in the chart; their answer decides the version that is printed. */
export function searchDocuments(work: Work): Transition {
  const ticket = work.ticket + 1;
  return onward({ ...work, ticket, documents: { kind: 'searching', ticket } }, { kind: 'find-documents', ticket });
}

/** What keeps the booklet from being made: the questions about stored booklets first, then the form. */
export function bookletProblems(work: Work, known: Pick<Known, 'today' | 'site'>): readonly FormProblem[] {
  const open = storedQuestions(work, known.site).filter(({ document }) => !work.form.stored.has(document.id));
  const unanswered = open.map(({ document }) => ({ field: 'stored' as const, id: document.id }));
  return [...unanswered, ...formProblems(work.form, known.today), ...coverProblems(work.form, known.site)];
}

/** Opens the preview: makes the booklet, unless the one that is there is still the right one. */
export function askPreview(work: Work, known: Known): Transition {
  if (work.confirmed === null) return onward(work);
  if (bookletProblems(work, known).length > 0) return onward({ ...work, shownProblems: 'form' });
  const next = goTo(work, 'preview');
  if (work.booklet.kind === 'made' || work.booklet.kind === 'making') return onward(next);
  return work.documents.kind === 'searching'
    ? onward({ ...next, booklet: { kind: 'waiting' } })
    : makeBooklet(next, known);
}

function makeBooklet(work: Work, known: Known): Transition {
  const age = ageOf(work);
  if (work.confirmed === null || age.kind !== 'adult') return onward({ ...work, booklet: { kind: 'none' } });
  const ticket = work.ticket + 1;
  const identity = identityFor(work.confirmed, work.documents, known);
  const request = {
    diagnosis: work.confirmed,
    patient: isWithoutEhr(known.site) ? { ...work.chart.patient, name: work.form.coverName } : work.chart.patient,
    age: age.age,
    choices: work.form.choices,
    length: work.edition.length,
    namesCentre: work.form.namesCentre,
    storesCopy: work.form.storesCopy,
    department: work.form.department,
    identity,
    today: known.today,
  };
  const label = {
    entity: work.confirmed.entity.id,
    version: identity.version,
    number: identity.number,
    knowledgeVersion: known.site.versions.knowledge,
    replaces: replacedNumbers(work, known),
  };
  const making = {
    ...work,
    ticket,
    extras: {},
    booklet: { kind: 'making', ticket, identity, request, label, stage: null },
  } as const;
  const { saving } = known.site;
  const noteLabel = saving.kind === 'allowed' && saving.format === 'text' ? label : null;
  return onward(making, { kind: 'make-booklet', ticket, request, letters: work.edition.letters, noteLabel });
}

/** The search has ended. A booklet that waited for it is made now, or the clinician is asked first. */
export function documentsFound(work: Work, ticket: number, search: DocumentSearch, known: Known): Transition {
  if (work.documents.kind !== 'searching' || work.documents.ticket !== ticket) return onward(work);
  const documents: Documents = search.kind === 'read' ? { ...search, changedMeanwhile: false } : search;
  const found = { ...work, documents };
  if (storedQuestions(found, known.site).some(({ document }) => !found.form.stored.has(document.id)))
    return askFirst(found);
  const { booklet } = found;
  if (booklet.kind === 'waiting') return makeBooklet(found, known);
  const printed = booklet.kind === 'made' || booklet.kind === 'making' ? booklet.identity : null;
  return printed === null || isStillRight(printed, found, known) ? onward(found) : makeBooklet(found, known);
}

function isStillRight(printed: DocumentIdentity, work: Work, known: Known): boolean {
  return work.confirmed !== null && printed.version === identityFor(work.confirmed, work.documents, known).version;
}

/** Throws the booklet away and puts the question about the stored ones first. */
export function askFirst(work: Work): Transition {
  return onward(work.booklet.kind === 'none' ? work : returnTo(changed(work, {}), 'fill-in'));
}

interface Rendered {
  readonly outcome: RenderOutcome;
  readonly about: BookletTitle | null;
  readonly note: FiledFile | null;
}

/** The PDF is there, or why not. One that was asked for before a change is no longer wanted. */
export function bookletRendered(work: Work, ticket: number, { outcome, about, note }: Rendered): Transition {
  const { booklet } = work;
  if (booklet.kind !== 'making' || booklet.ticket !== ticket) return onward(work);
  if (outcome.kind === 'cancelled') return onward(returnTo({ ...work, booklet: { kind: 'none' } }, 'fill-in'));
  if (outcome.kind !== 'rendered') return onward({ ...work, booklet: outcome });
  if (about === null) return onward({ ...work, booklet: { kind: 'failed', why: 'engine' } });
  const { bytes, pages, sha1 } = outcome;
  const { identity, request, label } = booklet;
  const filed = note ?? { format: 'pdf', bytes, sha1 };
  return onward({ ...work, booklet: { kind: 'made', about, identity, request, label, filed, bytes, pages, sha1 } });
}

/** Another edition is another document: the one that was shown is thrown away (F53). */
export function chooseEdition(work: Work, change: Partial<Edition>, known: Known): Transition {
  const edition = { ...work.edition, ...change };
  const isSame = edition.length === work.edition.length && edition.letters === work.edition.letters;
  if (isLocked(work) || isSame) return onward(work);
  return askPreview({ ...changed(work, { edition }), shownProblems: 'none' }, known);
}

/** What the maker is busy with; for the booklet that is wanted only. */
export function atStage(work: Work, ticket: number, stage: RenderStage): Transition {
  const { booklet } = work;
  if (booklet.kind !== 'making' || booklet.ticket !== ticket) return onward(work);
  return onward({ ...work, booklet: { ...booklet, stage } });
}

/** Gives up the booklet that is being made, and goes back to the choices, all of which are kept. */
export function cancelMaking(work: Work): Transition {
  if (work.booklet.kind !== 'making') return onward(work);
  return onward(returnTo({ ...work, booklet: { kind: 'none' } }, 'fill-in'), { kind: 'cancel-booklet' });
}
