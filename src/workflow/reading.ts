import type { Chart } from '../domain/chart.ts';
import { eligibilityOf, type Eligibility } from '../domain/patient.ts';
import { isWithoutEhr, type Known } from './core.ts';
import { onward, to, type AnswerEvent, type Transition } from './events.ts';
import { emptyForm, settle } from './form.ts';
import { searchDocuments } from './making.ts';
import type { Carry, Form, State, StopReason, Work } from './state.ts';

type Reading = Extract<State, { at: 'reading' }>;

/** Starts to read the chart, once more when something was read before. */
export function startReading(ticket: number, carry: Carry | null): Transition {
  return to({ at: 'reading', ticket, pending: [], carry }, { kind: 'read-chart', ticket });
}

/** Reading while the answers come in. Answers to an older question are ignored. */
export function whileReading(state: Reading, event: AnswerEvent, known: Known): Transition {
  if (event.kind === 'still-reading' && event.ticket === state.ticket) return to({ ...state, pending: event.kinds });
  if (event.kind !== 'chart-read' || event.ticket !== state.ticket) return to(state);
  const { reading } = event;
  if (reading.kind === 'chart') return openChart(reading.chart, state, known);
  const carry = reading.why === 'patient-not-read' ? state.carry : null;
  const stopped = to({
    at: 'stopped',
    stop: { why: reading.why, patient: null, code: reading.code },
    ticket: state.ticket,
    carry,
  });
  // The record may be another patient's, or the token is spent: neither stays in this browser.
  const over = reading.why === 'wrong-patient' || reading.why === 'session-ended';
  return over ? { ...stopped, effects: [{ kind: 'end-session' }] } : stopped;
}

const NO_BOOKLET: Partial<Record<Eligibility['kind'], { readonly why: StopReason; readonly code: string }>> = {
  minor: { why: 'minor', code: 'START-34' },
  deceased: { why: 'deceased', code: 'START-33' },
  'record-inactive': { why: 'record-inactive', code: 'START-35' },
  'record-replaced': { why: 'record-replaced', code: 'START-35' },
};

function openChart(chart: Chart, state: Reading, known: Known): Transition {
  const eligibility = eligibilityOf(chart.patient, known.today);
  const reason = NO_BOOKLET[eligibility.kind];
  if (reason !== undefined) {
    return to({ at: 'stopped', stop: { ...reason, patient: chart.patient }, ticket: state.ticket, carry: null });
  }
  const recordedAge = eligibility.kind === 'adult' ? eligibility.age : null;
  const carry = state.carry?.patient === chart.patient.id ? state.carry : null;
  const work = newWork(chart, recordedAge, { ticket: state.ticket, carry }, known);
  return isWithoutEhr(known.site) ? onward(work) : searchDocuments(work);
}

function newWork(
  chart: Chart,
  recordedAge: number | null,
  before: { readonly ticket: number; readonly carry: Carry | null },
  known: Known,
): Work {
  return {
    chart,
    lookup: known.core.lookUp(chart.evidence),
    trail: [isWithoutEhr(known.site) ? 'diagnosis' : 'evidence'],
    ahead: [],
    endsSoon: false,
    selfChecked: false,
    recordedAge,
    age: before.carry?.age ?? '',
    by: before.carry?.by ?? '',
    choosing: { query: '', entity: null, name: null },
    confirmed: null,
    form: before.carry ? carriedOver(before.carry, chart, known) : emptyForm(known.site),
    documents: { kind: 'not-searched' },
    reprints: new Map(),
    retracting: { kind: 'idle' },
    edition: { length: known.site.defaultLength, letters: 'normal' },
    booklet: { kind: 'none' },
    extras: {},
    saving: { kind: 'idle' },
    createForbidden: false,
    shownProblems: 'none',
    printsOpened: 0,
    ticket: before.ticket,
  };
}

// A person who is no longer in the chart is not the contact by yesterday's word.
function carriedOver({ form, by }: Carry, chart: Chart, known: Known): Form {
  const { contact } = form;
  const gone = contact?.kind === 'participant' || (contact?.kind === 'user' && chart.user === null && by === '');
  return settle({ ...form, contact: gone ? null : contact, stored: new Map() }, { chart, by }, known.today);
}

/** What is kept when the same chart is read again (D27). */
export function carryOf(work: Work): Carry {
  return { patient: work.chart.patient.id, age: work.age, by: work.by, form: work.form };
}
