// launch.html: where the EHR starts the app. Checks the link, leaves for the EHR's sign-in, and does nothing else.
import { loadRuntimeConfig } from './config/load-config.ts';
import { LaunchError } from './fhir/fhir-error.ts';
import { readLaunchRequest } from './fhir/launch-request.ts';
import { startLaunch } from './fhir/start-launch.ts';
import { showLaunchProblem, startOrShow } from './ui/launch-problem.ts';

async function launch(container: Element): Promise<void> {
  const parsed = await loadRuntimeConfig(new URL('config.json', document.baseURI).href);
  if (parsed.kind === 'faults') {
    showLaunchProblem(container, 'config-faulty', { code: 'START-08', faults: parsed.faults });
    return;
  }
  const request = readLaunchRequest(window.location.href, parsed.config.issuers);
  if (request.kind !== 'launch') {
    const detail = request.kind === 'unknown-issuer' ? request.issuer : null;
    showLaunchProblem(container, request.kind, { code: request.code, detail });
    return;
  }
  await startLaunch({ request, redirectUri: new URL('index.html', document.baseURI).href });
}

await startOrShow(
  document.body,
  () => launch(document.body),
  (error) => error instanceof LaunchError,
);
