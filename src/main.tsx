// index.html: where the EHR's sign-in comes back. Opens the session, loads the knowledge, and introduces the rooms to each other.
import { arriving, type Arriving } from './arriving.ts';
import { bindCore, bindPorts, describeSite, savingRightOf, type LateKnowledge } from './bind.ts';
import { bindWithoutEhr } from './bind-without-ehr.ts';
import { createClock } from './clock.ts';
import { loadRuntimeConfig } from './config/load-config.ts';
import type { IssuerConfig, RuntimeConfig } from './config/runtime-config.ts';
import type { ContentVersion } from './domain/approval.ts';
import type { Classification } from './domain/classification.ts';
import { LaunchError } from './fhir/fhir-error.ts';
import { findIssuer } from './fhir/issuer.ts';
import { openSession, type Session } from './fhir/open-session.ts';
import { loadBookletKnowledge, loadContentVersion } from './knowledge/booklet/load-booklet-knowledge.ts';
import { loadClassification, loadExplanations } from './knowledge/classification/load-classification.ts';
import { showLaunchProblem, startOrShow } from './ui/launch-problem.ts';
import { mountApp } from './ui/mount-app.tsx';
import { createWorkflow } from './workflow/workflow.ts';

async function start(container: HTMLElement): Promise<void> {
  const parsed = await loadRuntimeConfig(new URL('config.json', document.baseURI).href);
  if (parsed.kind === 'faults') {
    showLaunchProblem(container, 'config-faulty', { code: 'START-08', faults: parsed.faults });
    return;
  }
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
  ]);
  const late = arriving(loadLateKnowledge());
  const started = { config, classification, version, late };
  const unmount = session === null ? runByHand(container, started) : run(container, { ...started, session });
  await late.whenHere.catch((cause: unknown) => {
    unmount();
    throw cause;
  });
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

async function isByHandAllowed(): Promise<boolean> {
  const parsed = await loadRuntimeConfig(new URL('config.json', document.baseURI).href);
  return parsed.kind === 'config' && parsed.config.withoutEhr;
}

async function loadLateKnowledge(): Promise<LateKnowledge> {
  const [explanations, booklet, composing] = await Promise.all([
    loadExplanations(),
    loadBookletKnowledge(),
    import('./composing.ts'),
  ]);
  return { explanations, booklet, composing };
}

/** Parameter of the address that asks for a booklet without any EHR. */
const BY_HAND = 'manual';

interface Started {
  readonly config: RuntimeConfig;
  readonly classification: Classification;
  readonly version: ContentVersion;
  readonly late: Arriving<LateKnowledge>;
}

function run(
  container: HTMLElement,
  { config, session, classification, version, late }: Started & { readonly session: Session },
): () => void {
  const issuer = findIssuer<IssuerConfig>(session.fhirBaseUrl, config.issuers);
  if (issuer === undefined) throw new LaunchError('foreign-server');
  const clock = createClock(config.sandboxToday);
  const installation = { config, saving: savingRightOf(session, issuer) };
  const site = describeSite(installation, { version, clock });
  const core = bindCore(classification, late, installation);
  const workflow = createWorkflow(core, site, bindPorts(session, { issuer, clock, late }));
  return mountApp(container, { workflow, locale: 'nl', framed: window.self !== window.top });
}

function runByHand(container: HTMLElement, { config, classification, version, late }: Started): () => void {
  const clock = createClock(config.sandboxToday);
  const installation = { config, saving: { kind: 'print-only', why: 'without-ehr' } } as const;
  const site = describeSite(installation, { version, clock });
  const core = bindCore(classification, late, installation);
  const workflow = createWorkflow(core, site, bindWithoutEhr({ clock, late }));
  return mountApp(container, { workflow, locale: 'nl', framed: window.self !== window.top });
}

const container = document.getElementById('app') ?? document.body;
await startOrShow(
  container,
  () => startOrOffer(container),
  (error) => error instanceof LaunchError,
);
