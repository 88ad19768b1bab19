import { cancellable, type Cancellable } from './cancellable.ts';
import type { Core, Known, Site } from './core.ts';
import type { AnswerEvent, Effect, WorkflowEvent } from './events.ts';
import { makeExtra, makeNote } from './make-extra.ts';
import type { Ports } from './ports.ts';
import type { State } from './state.ts';
import { FIRST_STATE, transition } from './transition.ts';

/** The running workflow: one state, told to whoever listens, and the effects of each step carried out by the ports. */
export interface Workflow {
  readonly core: Core;
  readonly site: Site;
  readonly today: Ports['today'];
  readonly state: () => State;
  /** Calls back after every change; gives the way to stop. */
  readonly subscribe: (changed: () => void) => () => void;
  readonly send: (event: WorkflowEvent) => void;
}

/** Makes the workflow; it reads nothing until `started` is sent. */
export function createWorkflow(core: Core, site: Site, ports: Ports): Workflow {
  let state = FIRST_STATE;
  const listeners = new Set<() => void>();
  const making = cancellable();

  const send = (event: WorkflowEvent): void => {
    const known: Known = { core, site, identify: ports.identify, today: ports.today(), instant: ports.instant() };
    const next = transition(state, event, known);
    state = next.state;
    for (const effect of next.effects) void perform(effect, { core, ports, send, making });
    for (const listener of listeners) listener();
  };

  return {
    core,
    site,
    today: ports.today,
    state: () => state,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    send,
  };
}

interface Surroundings {
  readonly core: Core;
  readonly ports: Ports;
  readonly send: (event: AnswerEvent) => void;
  readonly making: Cancellable;
}

async function perform(effect: Effect, surroundings: Surroundings): Promise<void> {
  if (effect.kind === 'end-session') {
    surroundings.ports.endSession();
    return;
  }
  if (effect.kind === 'cancel-booklet') {
    surroundings.making.cancel();
    return;
  }
  const answer = await answerTo(effect, surroundings).catch(() => answerWhenBroken(effect));
  surroundings.send(answer);
}

type Question = Exclude<Effect, { kind: 'end-session' | 'cancel-booklet' }>;

async function answerTo(effect: Question, { core, ports, send, making }: Surroundings): Promise<AnswerEvent> {
  switch (effect.kind) {
    case 'read-chart': {
      const { ticket } = effect;
      const reading = await ports.readChart((kinds) => {
        send({ kind: 'still-reading', ticket, kinds });
      });
      return { kind: 'chart-read', ticket, reading };
    }
    case 'find-documents':
      return { kind: 'documents-found', ticket: effect.ticket, search: await ports.findDocuments() };
    case 'read-stored-file': {
      const { id, ticket } = effect;
      return { kind: 'stored-file-read', id, ticket, file: await ports.readStoredFile(id) };
    }
    case 'make-booklet': {
      await ports.nextTask();
      const handout = core.composeBooklet(effect.request);
      const { title, language } = handout;
      const { ticket, letters, noteLabel } = effect;
      const outcome = await ports.renderPdf(
        { kind: 'booklet', handout, letters, folded: false },
        {
          onStage: (stage) => {
            send({ kind: 'render-stage', ticket, stage });
          },
          signal: making.renew(),
        },
      );
      const note = noteLabel === null ? null : await makeNote(handout, noteLabel, ports);
      return { kind: 'booklet-rendered', ticket, outcome, about: { title, language }, note };
    }
    case 'make-extra': {
      const { extra, ticket, request } = effect;
      return { kind: 'extra-made', extra, ticket, made: await makeExtra(extra, request, { core, ports }) };
    }
    case 'create-document':
      return { kind: 'write-ended', outcome: await ports.createDocument(effect.draft) };
    case 'look-for-document':
      return { kind: 'write-ended', outcome: await ports.lookForDocument(effect.draft) };
    case 'mark-document':
      return { kind: 'mark-ended', mark: effect.mark, outcome: await ports.markDocument(effect.mark) };
  }
}

/** A port answers with values; one that breaks all the same is taken for its least certain answer, never for a good one. */
function answerWhenBroken(effect: Question): AnswerEvent {
  switch (effect.kind) {
    case 'read-chart':
      return {
        kind: 'chart-read',
        ticket: effect.ticket,
        reading: { kind: 'stop', why: 'patient-not-read', code: 'LEES-99' },
      };
    case 'find-documents':
      return { kind: 'documents-found', ticket: effect.ticket, search: { kind: 'not-read' } };
    case 'read-stored-file':
      return { kind: 'stored-file-read', id: effect.id, ticket: effect.ticket, file: { kind: 'not-read' } };
    case 'make-booklet':
      return {
        kind: 'booklet-rendered',
        ticket: effect.ticket,
        outcome: { kind: 'failed', why: 'engine' },
        about: null,
        note: null,
      };
    case 'make-extra':
      return { kind: 'extra-made', extra: effect.extra, ticket: effect.ticket, made: null };
    case 'create-document':
    case 'look-for-document':
      return { kind: 'write-ended', outcome: { kind: 'unknown' } };
    case 'mark-document':
      return { kind: 'mark-ended', mark: effect.mark, outcome: { kind: 'unknown' } };
  }
}
