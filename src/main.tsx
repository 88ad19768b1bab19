// index.html: where the EHR's sign-in comes back. Opens the session, loads the knowledge, and introduces the rooms to each other.
import { arriving, type Arriving } from './arriving.ts';
import { bindCore, bindPorts, describeSite, savingRightOf, type LateKnowledge } from './bind.ts';
import { bindWithoutEhr } from './bind-without-ehr.ts';
import { createClock, type Clock } from './clock.ts';
import { ConfigError } from './config/config-error.ts';
import { loadRuntimeConfig } from './config/load-config.ts';
import type { IssuerConfig, RuntimeConfig } from './config/runtime-config.ts';
import type { ContentVersion } from './domain/approval.ts';
import type { Classification } from './domain/classification.ts';
import { routeIdOf } from './fhir/document-identity.ts';
import { LaunchError } from './fhir/fhir-error.ts';
import { findIssuer } from './fhir/issuer.ts';
import { openSession, type Session } from './fhir/open-session.ts';
import { loadBookletKnowledge, loadContentVersion } from './knowledge/booklet/load-booklet-knowledge.ts';
import { loadClassification, loadExplanations } from './knowledge/classification/load-classification.ts';
import { loadLanguage } from './locales/messages.ts';
import { showLaunchProblem, startOrShow } from './ui/launch-problem.ts';
import { mountApp } from './ui/mount-app.tsx';
import { watchSession } from './watch-session.ts';
import { createWorkflow, type Workflow } from './workflow/workflow.ts';

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
  const late = arriving(loadLateKnowledge(config, clock));
  const started = { config, classification, version, late, clock };
  const unmount = session === null ? runByHand(container, started) : run(container, { ...started, session });
  await late.whenHere.catch((cause: unknown) => {
    unmount();
    throw cause;
  });
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

async function loadLateKnowledge(config: RuntimeConfig, clock: Clock): Promise<LateKnowledge> {
  const [explanations, booklet, composing, { loadDirectory, recallFaults }] = await Promise.all([
    loadExplanations(),
    loadBookletKnowledge(),
    import('./composing.ts'),
    import('./config/late-settings.ts'),
  ]);
  const entities = new Set<string>(explanations.entities.keys());
  const faults = recallFaults(config.recall, {
    entities,
    blocks: new Set(booklet.content.blocks.map(({ id }) => id)),
  });
  if (faults.length > 0) throw new ConfigError(faults);
  const directory = await loadDirectory(config, { entities, today: clock.today() }, configAddress());
  return { explanations, booklet, composing, directory };
}

/** Parameter of the address that asks for a booklet without any EHR. */
const BY_HAND = 'manual';

interface Started {
  readonly config: RuntimeConfig;
  readonly classification: Classification;
  readonly version: ContentVersion;
  readonly late: Arriving<LateKnowledge>;
  readonly clock: Clock;
}

function run(
  container: HTMLElement,
  { config, session, classification, version, late, clock }: Started & { readonly session: Session },
): () => void {
  const issuer = findIssuer<IssuerConfig>(session.fhirBaseUrl, config.issuers);
  if (issuer === undefined) throw new LaunchError('foreign-server');
  const installation = {
    config,
    saving: savingRightOf(session, issuer),
    mayRetract: issuer.document.format !== 'none' && session.canUpdateDocuments,
  };
  const site = describeSite(installation, { version, clock });
  const workflow = createWorkflow(
    bindCore(classification, late, { config, clock }),
    site,
    bindPorts(session, { issuer, clock, late }),
  );
  const chart = routeIdOf({ iss: session.fhirBaseUrl, patientId: session.patientId });
  return mount(container, workflow, config, chart);
}

function runByHand(container: HTMLElement, { config, classification, version, late, clock }: Started): () => void {
  const installation = { config, saving: { kind: 'print-only', why: 'without-ehr' }, mayRetract: false } as const;
  const site = describeSite(installation, { version, clock });
  const workflow = createWorkflow(
    bindCore(classification, late, { config, clock }),
    site,
    bindWithoutEhr({ clock, late }),
  );
  return mount(container, workflow, config, null);
}

/** Draws the screens, and takes the record off them once it may no longer stand there. */
function mount(container: HTMLElement, workflow: Workflow, config: RuntimeConfig, chart: string | null): () => void {
  const framed = window.self !== window.top;
  const unmount = mountApp(container, { workflow, languages: config.languages, framed });
  const stopWatching = watchSession({ chart, idleMinutes: config.idleMinutes }, (why) => {
    workflow.send({ kind: 'session-left', why });
  });
  return () => {
    stopWatching();
    unmount();
  };
}

const container = document.getElementById('app') ?? document.body;
await startOrShow(
  container,
  () => startOrSayFaults(container),
  (error) => error instanceof LaunchError,
);
