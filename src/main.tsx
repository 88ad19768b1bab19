// index.html: where the EHR's sign-in comes back. Opens the session, loads the knowledge, and introduces the rooms to each other.
import { bindCore, bindPorts, describeSite, savingRightOf, type Knowledge } from './bind.ts';
import { createClock } from './clock.ts';
import { loadRuntimeConfig } from './config/load-config.ts';
import type { IssuerConfig, RuntimeConfig } from './config/runtime-config.ts';
import { LaunchError } from './fhir/fhir-error.ts';
import { findIssuer } from './fhir/issuer.ts';
import { openSession, type Session } from './fhir/open-session.ts';
import { loadBookletKnowledge } from './knowledge/booklet/load-booklet-knowledge.ts';
import { loadClassification, loadExplanations } from './knowledge/classification/load-classification.ts';
import { showLaunchProblem, startOrShow } from './ui/launch-problem.ts';
import { mountApp } from './ui/mount-app.tsx';
import { createWorkflow } from './workflow/workflow.ts';

async function loadKnowledge(): Promise<Knowledge> {
  const [classification, explanations, booklet] = await Promise.all([
    loadClassification(),
    loadExplanations(),
    loadBookletKnowledge(),
  ]);
  return { classification, explanations, booklet };
}

async function start(container: HTMLElement): Promise<void> {
  const parsed = await loadRuntimeConfig(new URL('config.json', document.baseURI).href);
  if (parsed.kind === 'faults') {
    showLaunchProblem(container, 'config-faulty', { code: 'START-08', faults: parsed.faults });
    return;
  }
  const { config } = parsed;
  // At the same time: the sign-in waits for the EHR, the knowledge for our own files.
  const [session, knowledge] = await Promise.all([openSession(config.issuers), loadKnowledge()]);
  run(container, { config, session, knowledge });
}

interface Started {
  readonly config: RuntimeConfig;
  readonly session: Session;
  readonly knowledge: Knowledge;
}

function run(container: HTMLElement, { config, session, knowledge }: Started): void {
  const issuer = findIssuer<IssuerConfig>(session.fhirBaseUrl, config.issuers);
  if (issuer === undefined) throw new LaunchError('foreign-server');
  const clock = createClock(config.sandboxToday);
  const site = describeSite(config, {
    version: knowledge.booklet.version,
    saving: savingRightOf(session, issuer),
    clock,
  });
  const workflow = createWorkflow(bindCore(knowledge, config), site, bindPorts(session, issuer, clock));
  mountApp(container, { workflow, locale: 'nl', framed: window.self !== window.top });
}

const container = document.getElementById('app') ?? document.body;
await startOrShow(
  container,
  () => start(container),
  (error) => error instanceof LaunchError,
);
