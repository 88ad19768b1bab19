// index.html: where the EHR's sign-in comes back. Opens the session, loads the knowledge, and introduces the rooms to each other.
import { arriving } from './arriving.ts';
import {
  bindCore,
  bindPorts,
  describeSite,
  mayUpdate,
  nextTask,
  savingRightOf,
  type BookletParts,
  type Knowledge,
} from './bind.ts';
import { createClock, type Clock } from './clock.ts';
import { ConfigError } from './config/config-error.ts';
import { loadRuntimeConfig } from './config/load-config.ts';
import type { IssuerConfig, RuntimeConfig } from './config/runtime-config.ts';
import type { ContentVersion } from './domain/approval.ts';
import { routeIdOf } from './fhir/document-identity.ts';
import { LaunchError } from './fhir/fhir-error.ts';
import { findIssuer } from './fhir/issuer.ts';
import { openSession, type Session } from './fhir/open-session.ts';
import { loadBookletKnowledge, loadContentVersion } from './knowledge/booklet/load-booklet-knowledge.ts';
import { loadClassification, loadEntities, loadNames } from './knowledge/classification/load-classification.ts';
import type { Names } from './knowledge/classification/parse-explanations.ts';
import { loadLanguage } from './locales/messages.ts';
import { showLaunchProblem, startOrShow } from './ui/launch-problem.ts';
import { mountApp } from './ui/mount-app.tsx';
import { watchSession } from './watch-session.ts';
import { createWorkflow, type Workflow } from './workflow/workflow.ts';

/** A drawing that takes longer is not coming. */
const HIDDEN_AFTER_MS = 200;

async function start(container: HTMLElement): Promise<void> {
  const parsed = await loadRuntimeConfig(configAddress());
  if (parsed.kind === 'faults') throw new ConfigError(parsed.faults);
  const { config } = parsed;
  const asked = new URLSearchParams(location.search).get(BY_HAND) === '1';
  if (asked && !config.withoutEhr) {
    showLaunchProblem(container, 'without-ehr-off', { code: 'START-02' });
    return;
  }
  // At the same time: the sign-in waits for the EHR, the knowledge for our own files.
  const [session, classification, version] = await Promise.all([
    asked ? null : openSession(config.issuers),
    loadClassification(),
    loadContentVersion(),
    // Before anything is drawn, where this hospital speaks English first.
    loadLanguage(config.languages[0] ?? 'nl'),
  ]);
  const clock = createClock(config.sandboxToday);
  const names = arriving(loadNames);
  const parts = arriving(async () => loadBookletParts(config, clock, await names.whenHere()));
  const started = { config, version, clock, knowledge: { classification, names, parts } };
  const running = session === null ? await runByHand(container, started) : run(container, { ...started, session });
  try {
    // In the order in which they are needed: the rest does not slow down the first screen.
    await names.whenHere();
    await firstScreen(running.workflow);
    await parts.whenHere();
  } catch (cause) {
    running.end();
    throw cause;
  }
}

/** Until what was read from the chart, or why it could not be, stands on the screen. */
async function firstScreen(workflow: Workflow): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (workflow.state().at !== 'reading') resolve();
    };
    workflow.subscribe(look);
    look();
  });
  await drawn();
}

/** Until the browser has drawn; a window in the background draws nothing, and is not waited for. */
async function drawn(): Promise<void> {
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => {
      resolve();
    });
    setTimeout(resolve, HIDDEN_AFTER_MS);
  });
  await nextTask();
}

/** Faults in what the hospital set up are one list on one screen, whenever they are found. */
async function startOrSayFaults(container: HTMLElement): Promise<void> {
  try {
    await startOrOffer(container);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    showLaunchProblem(container, 'config-faulty', { code: 'START-08', faults: error.faults });
  }
}

/** Opened without a launch, or loaded again: where the site allows it, the way without an EHR stands open. */
async function startOrOffer(container: HTMLElement): Promise<void> {
  try {
    await start(container);
  } catch (error) {
    const mayOffer = error instanceof LaunchError && error.kind === 'no-launch' && (await isByHandAllowed());
    if (!mayOffer) throw error;
    showLaunchProblem(container, 'no-launch', { code: error.code, byHand: `./index.html?${BY_HAND}=1` });
  }
}

function configAddress(): string {
  return new URL('config.json', document.baseURI).href;
}

async function isByHandAllowed(): Promise<boolean> {
  const parsed = await loadRuntimeConfig(configAddress());
  return parsed.kind === 'config' && parsed.config.withoutEhr;
}

async function loadBookletParts(config: RuntimeConfig, clock: Clock, names: Names): Promise<BookletParts> {
  const [entities, booklet, composing, filing, { loadDirectory, recallFaults }] = await Promise.all([
    loadEntities(names),
    loadBookletKnowledge(),
    import('./composing.ts'),
    import('./filing.ts'),
    import('./config/late-settings.ts'),
    // Drawn by the screens themselves; fetched here, so that what does not load is said now and not in the middle of the work.
    import('./ui/screens/later-steps.tsx'),
  ]);
  const listed = new Set<string>(entities.keys());
  const faults = recallFaults(config.recall, {
    entities: listed,
    blocks: new Set(booklet.content.blocks.map(({ id }) => id)),
  });
  if (faults.length > 0) throw new ConfigError(faults);
  const directory = await loadDirectory(config, { entities: listed, today: clock.today() }, configAddress());
  return { entities, booklet, composing, filing, directory };
}

/** Parameter of the address that asks for a booklet without any EHR. */
const BY_HAND = 'manual';

interface Started {
  readonly config: RuntimeConfig;
  readonly version: ContentVersion;
  readonly knowledge: Knowledge;
  readonly clock: Clock;
}

/** The app on the screen, and the way to take it off again. */
interface Running {
  readonly workflow: Workflow;
  readonly end: () => void;
}

function run(
  container: HTMLElement,
  { config, session, version, knowledge, clock }: Started & { readonly session: Session },
): Running {
  const issuer = findIssuer<IssuerConfig>(session.fhirBaseUrl, config.issuers);
  if (issuer === undefined) throw new LaunchError('foreign-server');
  const installation = {
    config,
    saving: savingRightOf(session, issuer),
    mayUpdate: mayUpdate(session, issuer),
  };
  const site = describeSite(installation, { version, clock });
  const workflow = createWorkflow(
    bindCore(knowledge, { config, clock }),
    site,
    bindPorts(session, { issuer, clock, ...knowledge }),
  );
  const chart = routeIdOf({ iss: session.fhirBaseUrl, patientId: session.patientId });
  return mount(container, workflow, config, chart);
}

async function runByHand(container: HTMLElement, { config, version, knowledge, clock }: Started): Promise<Running> {
  const { bindWithoutEhr } = await import('./bind-without-ehr.ts');
  const installation = { config, saving: { kind: 'print-only', why: 'without-ehr' }, mayUpdate: false } as const;
  const site = describeSite(installation, { version, clock });
  const workflow = createWorkflow(
    bindCore(knowledge, { config, clock }),
    site,
    bindWithoutEhr({ clock, names: knowledge.names }),
  );
  return mount(container, workflow, config, null);
}

/** Draws the screens, and takes the record off them once it may no longer stand there. */
function mount(container: HTMLElement, workflow: Workflow, config: RuntimeConfig, chart: string | null): Running {
  const framed = window.self !== window.top;
  // First, so that no record is ever drawn unwatched.
  const stopWatching = watchSession(
    { chart, idleMinutes: config.idleMinutes },
    {
      onAlone: (alone) => {
        workflow.send({ kind: 'left-alone', alone });
      },
      onEnd: (why) => {
        workflow.send({ kind: 'session-left', why });
      },
    },
  );
  const unmount = mountApp(container, { workflow, languages: config.languages, framed });
  return {
    workflow,
    end: () => {
      stopWatching();
      unmount();
    },
  };
}

const container = document.getElementById('app') ?? document.body;
// Not waited for here: parts that come later share this file, and could not be had before it had run to its end.
void startOrShow(
  container,
  () => startOrSayFaults(container),
  (error) => error instanceof LaunchError,
);
