import { confirmChoice, confirmSoleFinding } from './confirming.ts';
import type { Known } from './core.ts';
import { onward, to, type Transition, type WorkflowEvent } from './events.ts';
import { withChoice, withClinician, withDepartment, withForm, withStoredAnswer, withWork } from './filling-in.ts';
import { askRetract, confirmRetract, declineRetract, retractEnded } from './retracting.ts';
import { askReprint, storedFileRead } from './reprint.ts';
import { askExtra, extraMade } from './extras.ts';
import {
  askPreview,
  atStage,
  bookletRendered,
  cancelMaking,
  chooseEdition,
  documentsFound,
  searchDocuments,
} from './making.ts';
import { changed, goBack, goForward, goTo } from './navigate.ts';
import { carryOf, startReading, whileReading } from './reading.ts';
import { askLookUp, askNewVersion, askToSave, confirmSave, supersedeEnded, writeEnded } from './saving.ts';
import { isLocked, isWriting, type State, type Stop, type Work } from './state.ts';

/** Before anything is read. */
export const FIRST_STATE: State = { at: 'reading', ticket: 0, pending: [], carry: null };

type Kind = WorkflowEvent['kind'];
type EventOf<K extends Kind> = { [P in K]: Extract<WorkflowEvent, { kind: P }> }[K];
type Handlers = { readonly [K in Kind]: (work: Work, event: EventOf<K>, known: Known) => Transition };

/**
 * The clinician's way through the app: one event, one new state, and what that asks of the outside. Pure; an event that means
 * nothing in this state changes nothing.
 */
export function transition(state: State, event: WorkflowEvent, known: Known): Transition {
  if (event.kind === 'closed') return close(state);
  if (event.kind === 'session-left') return leave(state, event.why);
  switch (state.at) {
    case 'reading':
      return event.kind === 'started'
        ? startReading(state.ticket + 1, state.carry)
        : duringReading(state, event, known);
    case 'stopped':
      return event.kind === 'read-again' && mayReadAgain(state.stop)
        ? startReading(state.ticket + 1, state.carry)
        : to(state);
    case 'working':
      return whileWorking(state.work, event, known);
  }
}

/** Whether another try to read makes sense after this stop. */
export function mayReadAgain(stop: Stop): boolean {
  return stop.why === 'patient-not-read';
}

function duringReading(state: Extract<State, { at: 'reading' }>, event: WorkflowEvent, known: Known): Transition {
  return event.kind === 'still-reading' || event.kind === 'chart-read' ? whileReading(state, event, known) : to(state);
}

function close(state: State): Transition {
  const ticket = state.at === 'working' ? state.work.ticket : state.ticket;
  if (state.at === 'working' && isWriting(state.work)) return to(state);
  return to(
    { at: 'stopped', stop: { why: 'closed', patient: null, code: null }, ticket, carry: null },
    { kind: 'end-session' },
  );
}

const LEFT = { restored: 'SESSIE-47', idle: 'SESSIE-48', 'other-patient': 'SESSIE-49' } as const;

/** Nothing of a patient stands there and nothing can be read any more: why it ended stays the better thing to say. */
function isOver(stop: Stop): boolean {
  return stop.patient === null && !mayReadAgain(stop);
}

/** The record goes off the screen and the token out of the browser, whatever was under way (T11, T12). */
function leave(state: State, why: keyof typeof LEFT): Transition {
  if (state.at === 'stopped' && isOver(state.stop)) return to(state, { kind: 'end-session' });
  const ticket = state.at === 'working' ? state.work.ticket : state.ticket;
  return to(
    { at: 'stopped', stop: { why, patient: null, code: LEFT[why] }, ticket, carry: null },
    { kind: 'end-session' },
  );
}

function whileWorking<K extends Kind>(work: Work, event: EventOf<K>, known: Known): Transition {
  const handler: Handlers[K] = HANDLERS[event.kind];
  return handler(work, event, known);
}

const ignored = (work: Work): Transition => onward(work);

/** No way forward then past a diagnosis that is not confirmed yet to a booklet about another. */
function choosingAnew(work: Work, change: Partial<Work['choosing']>): Work {
  return { ...work, ahead: [], choosing: { ...work.choosing, ...change } };
}

const HANDLERS: Handlers = {
  started: ignored,
  'still-reading': ignored,
  'chart-read': ignored,
  closed: ignored,
  'read-again': (work) => (isLocked(work) ? onward(work) : startReading(work.ticket + 1, carryOf(work))),
  // A confirmation stands for this patient's age and by this name: with another one it must be given anew.
  'age-typed': (work, { text }) => onward(changed(work, { age: text, confirmed: null })),
  'clinician-typed': (work, { text }, { today }) => onward(withClinician(work, text, today)),
  'sole-finding-confirmed': (work, _, known) => confirmSoleFinding(work, known),
  'diagnosis-screen-opened': (work) => onward(isLocked(work) ? work : goTo(work, 'diagnosis')),
  'query-typed': (work, { text }) => onward({ ...work, choosing: { ...work.choosing, query: text } }),
  'entity-chosen': (work, { entity }) => onward(choosingAnew(work, { entity, name: null })),
  'name-typed': (work, { text }) => onward(choosingAnew(work, { name: text })),
  'self-checked': (work, { on }) => onward(changed(work, { selfChecked: on, confirmed: null })),
  'choice-confirmed': (work, _, known) => confirmChoice(work, known),
  'booklet-declined': (work) => onward(isLocked(work) ? work : goTo(work, 'declined')),
  'contact-chosen': (work, { contact }, { today }) => onward(withForm(work, { contact }, today)),
  'contact-typed': (work, { field, text }, { today }) => onward(withForm(work, { [field]: text }, today)),
  'department-chosen': (work, event, { site, today }) => onward(withDepartment(work, event.department, site, today)),
  'work-changed': (work, { change }, { today }) => onward(withWork(work, change, today)),
  'sick-leave-typed': (work, { field, text }, { today }) => onward(withForm(work, { [field]: text }, today)),
  'choice-changed': (work, { change }, { today }) => onward(withChoice(work, change, today)),
  'stored-answered': (work, { id, answer }, known) => onward(withStoredAnswer(work, id, answer, known.site)),
  'reprint-asked': (work, { id }) => askReprint(work, id),
  'stored-file-read': (work, event) => storedFileRead(work, event),
  'retract-asked': (work, { id }, known) => askRetract(work, id, known),
  'retract-declined': (work) => declineRetract(work),
  'retract-confirmed': (work) => confirmRetract(work),
  'mark-ended': (work, { mark: { id, status }, outcome }) =>
    status === 'superseded' ? supersedeEnded(work, id, outcome) : retractEnded(work, id, outcome),
  'session-left': ignored,
  'left-alone': (work, { alone }) => onward({ ...work, endsSoon: alone }),
  'address-choice': (work, { change }, { today }) => onward(withForm(work, change, today)),
  'fill-in-opened': (work) => onward(isLocked(work) || work.confirmed === null ? work : goTo(work, 'fill-in')),
  'preview-asked': (work, _, known) => (isLocked(work) ? onward(work) : askPreview(work, known)),
  'search-again': (work) =>
    work.documents.kind === 'not-read' && !isLocked(work) ? searchDocuments(work) : onward(work),
  'documents-found': (work, { ticket, search }, known) => documentsFound(work, ticket, search, known),
  'edition-chosen': (work, { edition }, known) => chooseEdition(work, edition, known),
  'render-stage': (work, { ticket, stage }) => atStage(work, ticket, stage),
  'making-cancelled': (work) => cancelMaking(work),
  'extra-asked': (work, { extra }) => askExtra(work, extra),
  'extra-made': (work, event) => extraMade(work, event),
  'booklet-rendered': (work, { ticket, ...rendered }) => bookletRendered(work, ticket, rendered),
  'print-opened': (work) => onward({ ...work, printsOpened: work.printsOpened + 1 }),
  'save-asked': (work, _, known) => askToSave(work, known),
  'save-declined': (work) => onward(work.saving.kind === 'asking' ? { ...work, saving: { kind: 'idle' } } : work),
  'save-confirmed': (work, _, known) => confirmSave(work, known),
  'write-ended': (work, { outcome }, known) => writeEnded(work, outcome, known),
  'look-up-asked': (work) => askLookUp(work),
  'new-version-asked': (work) => askNewVersion(work),
  'went-back': (work, { depth }) => onward(goBack(work, depth)),
  'went-forward': (work, { depth }) => onward(goForward(work, depth)),
};
