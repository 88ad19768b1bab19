import type { MarkOutcome } from '../domain/document.ts';
import type { Known } from './core.ts';
import { onward, type Transition } from './events.ts';
import { stopForWrongPatient } from './saving.ts';
import type { Documents } from './filing-state.ts';
import { isLocked, type Work } from './state.ts';

/** Opens the dialog that names the document; only one that stands in the chart and is not retracted yet (T8). */
export function askRetract(work: Work, id: string, { site }: Pick<Known, 'site'>): Transition {
  const busy = work.retracting.kind === 'sending' || isLocked(work);
  if (busy || !site.mayUpdate || !isStanding(work.documents, id)) return onward(work);
  return onward({ ...work, retracting: { kind: 'asking', id } });
}

function isStanding(documents: Documents, id: string): boolean {
  return (
    documents.kind === 'read' && documents.documents.some((one) => one.id === id && one.status !== 'entered-in-error')
  );
}

export function declineRetract(work: Work): Transition {
  return onward(work.retracting.kind === 'asking' ? { ...work, retracting: { kind: 'idle' } } : work);
}

/** Sends it. Only an open dialog can: a second press finds it closed (F54). */
export function confirmRetract(work: Work): Transition {
  if (work.retracting.kind !== 'asking') return onward(work);
  const { id } = work.retracting;
  return onward(
    { ...work, retracting: { kind: 'sending', id } },
    { kind: 'mark-document', mark: { id, status: 'entered-in-error', patient: work.chart.patient } },
  );
}

/** How it ended. What was retracted is no longer asked about, and replaced by nothing. */
export function retractEnded(work: Work, id: string, outcome: MarkOutcome): Transition {
  if (work.retracting.kind !== 'sending' || work.retracting.id !== id) return onward(work);
  switch (outcome.kind) {
    case 'wrong-patient':
      return stopForWrongPatient(work);
    case 'session-ended':
      return onward({ ...work, retracting: { kind: 'idle' }, saving: outcome }, { kind: 'end-session' });
    case 'marked':
      return onward(withoutStanding({ ...work, retracting: { kind: 'ended', id, how: outcome.kind } }, id));
    default:
      return onward({ ...work, retracting: { kind: 'ended', id, how: outcome.kind } });
  }
}

function withoutStanding(work: Work, id: string): Work {
  if (work.documents.kind !== 'read') return work;
  const documents = work.documents.documents.map((one) =>
    one.id === id ? ({ ...one, status: 'entered-in-error' } as const) : one,
  );
  const stored = new Map([...work.form.stored].filter(([key]) => key !== id));
  return { ...work, documents: { ...work.documents, documents }, form: { ...work.form, stored } };
}
