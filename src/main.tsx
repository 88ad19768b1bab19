// index.html: where the EHR's sign-in comes back. Opens the session, loads the knowledge, and introduces the rooms to each other.
import { arriving, type Arriving } from './arriving.ts';
import { bindCore, bindPorts, describeSite, savingRightOf, type LateKnowledge } from './bind.ts';
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
  // At the same time: the sign-in waits for the EHR, the knowledge for our own files.
  const [session, classification, version] = await Promise.all([
    openSession(config.issuers),
    loadClassification(),
    loadContentVersion(),
  ]);
  const late = arriving(loadLateKnowledge());
  const unmount = run(container, { config, session, classification, version, late });
  await late.whenHere.catch((cause: unknown) => {
    unmount();
    throw cause;
  });
}

async function loadLateKnowledge(): Promise<LateKnowledge> {
  const [explanations, booklet, composing] = await Promise.all([
    loadExplanations(),
    loadBookletKnowledge(),
    import('./composing.ts'),
  ]);
  return { explanations, booklet, composing };
}

interface Started {
  readonly config: RuntimeConfig;
  readonly session: Session;
  readonly classification: Classification;
  readonly version: ContentVersion;
  readonly late: Arriving<LateKnowledge>;
}

function run(container: HTMLElement, { config, session, classification, version, late }: Started): () => void {
  const issuer = findIssuer<IssuerConfig>(session.fhirBaseUrl, config.issuers);
  if (issuer === undefined) throw new LaunchError('foreign-server');
  const clock = createClock(config.sandboxToday);
  const installation = { config, saving: savingRightOf(session, issuer) };
  const site = describeSite(installation, { version, clock });
  const core = bindCore(classification, late, installation);
  const workflow = createWorkflow(core, site, bindPorts(session, { issuer, clock, late }));
  return mountApp(container, { workflow, locale: 'nl', framed: window.self !== window.top });
}

const container = document.getElementById('app') ?? document.body;
await startOrShow(
  container,
  () => start(container),
  (error) => error instanceof LaunchError,
);
