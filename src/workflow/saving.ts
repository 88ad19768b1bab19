import { descriptionOf, type DocumentDraft, type MarkOutcome, type WriteOutcome } from '../domain/document.ts';
import type { Known } from './core.ts';
import { onward, to, type Transition } from './events.ts';
import { askFirst, searchDocuments } from './making.ts';
import { changed, goTo, returnTo } from './navigate.ts';
import { clinicianOf } from './people.ts';
import type { Superseding } from './filing-state.ts';
import { isLocked, isWriting, type Work } from './state.ts';
import { replacedBy, savingBlock } from './stored-documents.ts';

/** Opens the dialog that names patient and document; the write itself needs a second, deliberate step (T8). */
export function askToSave(work: Work, known: Known): Transition {
  const ready = work.booklet.kind === 'made' && !isLocked(work) && savingBlock(work, known.site) === null;
  return onward(ready ? { ...work, saving: { kind: 'asking' } } : work);
}

/** Sends the document. Only an open dialog can: a second press, or Enter held, finds it closed (F54). */
export function confirmSave(work: Work, known: Known): Transition {
  if (work.saving.kind !== 'asking' || savingBlock(work, known.site) !== null) return onward(work);
  const draft = draftOf(work, known);
  if (draft === null) return onward({ ...work, saving: { kind: 'idle' } });
  return onward({ ...work, saving: { kind: 'sending', draft } }, { kind: 'create-document', draft });
}

function draftOf(work: Work, known: Known): DocumentDraft | null {
  const { booklet, confirmed, chart } = work;
  const { approval } = known.site;
  if (booklet.kind !== 'made' || confirmed === null || chart.user === null || approval === null) return null;
  return {
    identity: booklet.identity,
    entity: confirmed.entity.id,
    patient: chart.patient,
    format: booklet.filed.format,
    bytes: booklet.filed.bytes,
    title: booklet.about.title,
    label: booklet.label,
    description: descriptionOf(booklet.identity.version, approval),
    language: booklet.about.language,
    knowledgeVersion: known.site.versions.knowledge,
    date: known.instant,
    author: { reference: chart.user.reference, name: clinicianOf(work).name },
    encounterId: chart.encounter?.id ?? null,
    replaces: replacedBy(work.form, work.documents),
  };
}

/** Searches the chart for a document whose answer was lost, before another try is offered (rule 4, F59). */
export function askLookUp(work: Work): Transition {
  if (work.saving.kind !== 'unknown') return onward(work);
  const { draft } = work.saving;
  return onward({ ...work, saving: { kind: 'looking', draft } }, { kind: 'look-for-document', draft });
}

/** How the write, or the look-up after it, ended. */
export function writeEnded(work: Work, outcome: WriteOutcome, known: Pick<Known, 'site'>): Transition {
  const { saving } = work;
  if (saving.kind !== 'sending' && saving.kind !== 'looking') return onward(work);
  switch (outcome.kind) {
    case 'written':
      return written(work, saving.draft, outcome, known);
    case 'unknown':
      return onward({ ...work, saving: { kind: 'unknown', draft: saving.draft, looked: saving.kind === 'looking' } });
    case 'exists':
      return appearedMeanwhile(work, outcome.documents);
    case 'not-allowed':
      return onward({ ...work, saving: { kind: 'idle' }, createForbidden: true });
    case 'session-ended':
      return onward({ ...work, saving: outcome }, { kind: 'end-session' });
    case 'wrong-patient':
      return stopForWrongPatient(work);
    default:
      return onward({ ...work, saving: outcome });
  }
}

function written(
  work: Work,
  draft: DocumentDraft,
  { id, sha1 }: Extract<WriteOutcome, { kind: 'written' }>,
  { site }: Pick<Known, 'site'>,
): Transition {
  const shown = work.booklet.kind === 'made' ? work.booklet.filed.sha1 : null;
  // What the chart gave back must be what was on screen; else it is F63, whatever the adapter made of it.
  if (sha1 !== shown) return onward({ ...work, saving: { kind: 'differs', id } });
  const replaced = site.mayUpdate ? draft.replaces : [];
  const older = new Map(replaced.map((old): [string, Superseding] => [old, 'marking']));
  return onward(
    goTo({ ...work, saving: { kind: 'written', id, draft, older } }, 'finish'),
    ...replaced.map((old) => {
      const mark = { id: old, status: 'superseded', patient: work.chart.patient } as const;
      return { kind: 'mark-document', mark } as const;
    }),
  );
}

/** How marking a booklet as superseded ended; the new one stands, whatever became of the old one. */
export function supersedeEnded(work: Work, id: string, outcome: MarkOutcome): Transition {
  const { saving } = work;
  if (saving.kind !== 'written' || saving.older.get(id) !== 'marking') return onward(work);
  if (outcome.kind === 'wrong-patient') return stopForWrongPatient(work);
  const how = outcome.kind === 'marked' ? 'marked' : 'standing';
  const next = { ...work, saving: { ...saving, older: new Map([...saving.older, [id, how] as const]) } };
  return outcome.kind === 'session-ended' ? onward(next, { kind: 'end-session' }) : onward(next);
}

function appearedMeanwhile(work: Work, documents: Extract<WriteOutcome, { kind: 'exists' }>['documents']): Transition {
  const unlocked: Work = { ...work, saving: { kind: 'idle' } };
  const form = { ...work.form, stored: new Map<string, never>() };
  return askFirst({ ...unlocked, form, documents: { kind: 'read', documents, changedMeanwhile: true } });
}

/** The chart may show another patient now: nothing of this one stays in the browser (F30, F65). */
export function stopForWrongPatient(work: Work): Transition {
  const stop = { why: 'wrong-patient', patient: null, code: 'OPSLAAN-65' } as const;
  return to({ at: 'stopped', stop, ticket: work.ticket, carry: null }, { kind: 'end-session' });
}

/** After saving: the same route once more, as the next version. */
export function askNewVersion(work: Work): Transition {
  if (work.saving.kind !== 'written' || isWriting(work)) return onward(work);
  const unlocked: Work = { ...work, saving: { kind: 'idle' } };
  const form = { ...work.form, stored: new Map<string, never>() };
  return searchDocuments(returnTo(changed(unlocked, { form }), 'fill-in'));
}
