import { createDocument, lookForDocument } from '../../src/fhir/create-document.ts';
import { identifyDocument } from '../../src/fhir/document-identity.ts';
import { createFhirFetch } from '../../src/fhir/fhir-fetch.ts';
import type { Session } from '../../src/fhir/open-session.ts';
import { findDocuments } from '../../src/fhir/find-documents.ts';
import { readChart } from '../../src/fhir/read-chart.ts';
import { readStoredFile } from '../../src/fhir/read-stored-file.ts';
import { markDocument } from '../../src/fhir/mark-document.ts';
import { createClock } from '../../src/clock.ts';
import type { IssuerConfig } from '../../src/config/runtime-config.ts';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import { SANDBOX_TODAY } from '../../sandbox/options.ts';
import type { LaunchOptions, Sandbox } from '../../sandbox/sandbox.ts';
import { createHash } from 'node:crypto';
import { signInAtSandbox } from '../session.ts';
import { createWorkflow, type Workflow } from '../../src/workflow/workflow.ts';
import type { Core, Site } from '../../src/workflow/core.ts';
import type { Ports } from '../../src/workflow/ports.ts';
import type { State } from '../../src/workflow/state.ts';

/** Long enough for any answer of the sandbox, short enough to wait for one that never comes. */
const LIMITS = { timeMs: 2_000, sleep: () => Promise.resolve() } as const;
/** Reading the chart is not what is judged here: a machine that is busy with something else may take its time. */
const READING_LIMITS = { ...LIMITS, timeMs: 20_000 } as const;
const PATIENCE_MS = 60_000;

/** The app of one browser tab, without its screens and its PDF engine: workflow and FHIR adapter as they ship. */
export interface Tab {
  readonly workflow: Workflow;
  /** Waits for a state. Errors: throws after a minute, naming where it stood. */
  readonly until: (holds: (state: State) => boolean) => Promise<State>;
}

/** What all tabs of one run share. */
export interface House {
  readonly sandbox: Sandbox;
  readonly core: Core;
  readonly site: Site;
  readonly issuer: IssuerConfig;
}

/** Launches the app on a chart. `file` tells the booklets of two tabs apart, as other choices would. */
export async function openTab(house: House, launch: LaunchOptions, file: string): Promise<Tab> {
  const session = await signInAtSandbox(house.sandbox, house.issuer, launch);
  const workflow = createWorkflow(coreOf(house, file), house.site, portsOf(session, house, file));
  const tab = { workflow, until: (holds: (state: State) => boolean) => waitFor(workflow, holds) };
  workflow.send({ kind: 'started' });
  return tab;
}

/** The words stand for a booklet too, where a text is filed. */
function coreOf({ core }: House, file: string): Core {
  const composeBooklet: Core['composeBooklet'] = (request) => {
    const handout = core.composeBooklet(request);
    return { ...handout, cover: { ...handout.cover, given: file } };
  };
  return { ...core, composeBooklet };
}

function portsOf(session: Session, { issuer }: House, file: string): Ports {
  const fhirFetch = createFhirFetch(session, LIMITS);
  const { fhirBaseUrl: iss, patientId } = fhirFetch.session;
  return {
    readChart: (stillReading) => readChart(createFhirFetch(session, READING_LIMITS), stillReading),
    findDocuments: () => findDocuments(fhirFetch, issuer.document),
    readStoredFile: (id) => readStoredFile(fhirFetch, issuer.document, id),
    identify: (entity, version) => identifyDocument({ iss, patientId }, entity, version),
    // The bytes stand for a booklet: whose they are is all that a write can be judged by.
    renderPdf: (order) =>
      Promise.resolve(rendered(`%PDF-1.7\n${file} ${'handout' in order ? order.handout.subject : ''}\n`)),
    createDocument: (draft) => createDocument(fhirFetch, issuer.document, draft),
    lookForDocument: (draft) => lookForDocument(fhirFetch, issuer.document, draft),
    markDocument: (mark) => markDocument(fhirFetch, issuer.document, mark),
    sha1: (bytes) => Promise.resolve(createHash('sha1').update(bytes).digest('hex')),
    nextTask: () => Promise.resolve(),
    endSession: fhirFetch.session.end,
    ...createClock(SANDBOX_TODAY as CalendarDate),
  };
}

function rendered(text: string) {
  const bytes = new TextEncoder().encode(text);
  const sha1 = createHash('sha1').update(bytes).digest('hex');
  return { kind: 'rendered', bytes, pages: 8, sha1 } as const;
}

function waitFor(workflow: Workflow, holds: (state: State) => boolean): Promise<State> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      const state = workflow.state();
      if (!holds(state)) return;
      stop();
      clearTimeout(patience);
      resolve(state);
    };
    const stop = workflow.subscribe(settle);
    const patience = setTimeout(() => {
      stop();
      const state = workflow.state();
      reject(new Error(`stood still at ${state.at === 'working' ? state.work.saving.kind : state.at}`));
    }, PATIENCE_MS);
    settle();
  });
}
