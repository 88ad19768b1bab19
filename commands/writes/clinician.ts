import { isWriting, type State, type Work } from '../../src/workflow/state.ts';
import type { Random } from './random.ts';
import type { Tab } from './tab.ts';

/** What the screen said last. */
export type LastWord =
  /** "Opgeslagen", with the ids of the booklets that the screen calls superseded now. */
  | { readonly kind: 'written'; readonly id: string; readonly marked: readonly string[] }
  /** "Opgeslagen, maar niet zoals getoond". */
  | { readonly kind: 'differs'; readonly id: string }
  /** There was a booklet already, and the clinician left it at that. */
  | { readonly kind: 'left' }
  /** Anything else, by its name: nobody was told that it is saved. */
  | { readonly kind: 'open'; readonly at: string };

export interface Clinician {
  readonly tab: Tab;
  readonly random: Random;
  /** Called when a way of trying did not help three times: the trouble passes, as troubles do. */
  readonly troublePasses: () => void;
}

const PATIENCE = 3;
const GIVES_UP = 12;

/** Dossier → Invullen → Bekijken, as a clinician without much time does. Errors: throws when no booklet comes of it. */
export async function makeBooklet({ tab }: Pick<Clinician, 'tab'>): Promise<void> {
  await readUntilConfirmed(tab);
  tab.workflow.send({ kind: 'contact-chosen', contact: { kind: 'unknown' } });
  tab.workflow.send({ kind: 'work-changed', change: { status: 'employee' } });
  await view(tab);
  const state = tab.workflow.state();
  if (state.at !== 'working' || state.work.booklet.kind !== 'made') throw new Error(`no booklet: ${nameOf(state)}`);
}

/** On a machine that is busy with something else an answer may come too late: the chart is read again, as its screen offers. */
async function readUntilConfirmed(tab: Tab): Promise<void> {
  for (let attempt = 1; attempt <= PATIENCE; attempt += 1) {
    const read = await tab.until(
      (state) => state.at === 'stopped' || (state.at === 'working' && !isSearching(state.work)),
    );
    if (read.at === 'working') tab.workflow.send({ kind: 'sole-finding-confirmed' });
    const state = tab.workflow.state();
    if (state.at === 'working' && state.work.confirmed !== null) return;
    tab.workflow.send({ kind: 'read-again' });
  }
}

/** Saves, presses twice now and then, and goes on until the screen says how it stands. */
export async function saveUntilSettled(clinician: Clinician): Promise<LastWord> {
  for (let attempt = 1; attempt <= GIVES_UP; attempt += 1) {
    if (attempt > PATIENCE) clinician.troublePasses();
    const word = await nextStep(clinician);
    if (word !== null) return word;
  }
  return { kind: 'open', at: nameOf(clinician.tab.workflow.state()) };
}

async function nextStep(clinician: Clinician): Promise<LastWord | null> {
  const { tab } = clinician;
  const state = await tab.until(isSettled);
  if (state.at !== 'working') return { kind: 'open', at: nameOf(state) };
  const { saving, createForbidden } = state.work;
  switch (saving.kind) {
    case 'written':
      return {
        kind: 'written',
        id: saving.id,
        marked: [...saving.older].flatMap(([id, how]) => (how === 'marked' ? [id] : [])),
      };
    case 'differs':
      return { kind: 'differs', id: saving.id };
    case 'session-ended':
      return { kind: 'open', at: saving.kind };
    case 'unknown':
      tab.workflow.send({ kind: 'look-up-asked' });
      return null;
    default:
      return createForbidden ? { kind: 'open', at: 'not-allowed' } : saveOrAnswer(clinician, state.work);
  }
}

async function saveOrAnswer({ tab, random }: Clinician, work: Work): Promise<LastWord | null> {
  if (work.documents.kind === 'not-read') tab.workflow.send({ kind: 'search-again' });
  else if (work.booklet.kind === 'made') press(tab, random);
  else if (hasOpenQuestion(work)) {
    if (random.chance(1 / 2)) return { kind: 'left' };
    for (const id of currentOf(work)) tab.workflow.send({ kind: 'stored-answered', id, answer: 'replace' });
    await view(tab);
  } else await view(tab);
  return null;
}

/** One press, two, or Enter held down. */
function press(tab: Tab, random: Random): void {
  tab.workflow.send({ kind: 'save-asked' });
  for (let times = random.oneOf([1, 1, 2, 5]); times > 0; times -= 1) tab.workflow.send({ kind: 'save-confirmed' });
}

async function view(tab: Tab): Promise<void> {
  tab.workflow.send({ kind: 'preview-asked' });
  await tab.until((state) => state.at !== 'working' || !isBusy(state.work));
}

function isSettled(state: State): boolean {
  return state.at === 'stopped' || (state.at === 'working' && !isBusy(state.work));
}

function isBusy(work: Work): boolean {
  const making = work.booklet.kind === 'making' || work.booklet.kind === 'waiting';
  return making || isSearching(work) || isWriting(work);
}

function isSearching({ documents }: Work): boolean {
  return documents.kind === 'searching';
}

function hasOpenQuestion(work: Work): boolean {
  return currentOf(work).some((id) => !work.form.stored.has(id));
}

function currentOf({ documents }: Work): readonly string[] {
  if (documents.kind !== 'read') return [];
  return documents.documents.flatMap(({ id, status }) => (status === 'current' ? [id] : []));
}

function nameOf(state: State): string {
  return state.at === 'working' ? state.work.saving.kind : state.at;
}
