import { readDiscovery } from './discovery.ts';
import { LaunchError } from './fhir-error.ts';
import type { LaunchRequest } from './launch-request.ts';
import { signIn } from './sign-in-library.ts';

export interface LaunchStart {
  readonly request: LaunchRequest;
  /** Absolute address of the app's page, as registered with the EHR. */
  readonly redirectUri: string;
  /** Leaves the page; by default the launch page makes room in the history, so that Back goes to the EHR. */
  readonly leaveFor?: (address: string) => void;
}

/**
 * Checks the EHR's discovery file and leaves for its sign-in page.
 *
 * Errors: LaunchError; nobody has been sent anywhere by then.
 * Source: SMART App Launch 2.2, "EHR launch"; PKCE per RFC 7636.
 */
export async function startLaunch({ request, redirectUri, leaveFor = leavePage }: LaunchStart): Promise<void> {
  const { issuer, launch } = request;
  const endpoints = await readDiscovery(issuer);
  keepOnlyLaunchInAddress(issuer.iss, launch);
  assertStorageOpen();
  assertOtherChartsHeard();
  const address = await signIn
    .authorize({
      iss: issuer.iss,
      launch,
      clientId: issuer.clientId,
      redirectUri,
      scope: issuer.scope,
      pkceMode: issuer.pkceMode,
      completeInTarget: true,
      stateKey: crypto.randomUUID(),
      noRedirect: true,
    })
    .catch((cause: unknown) => {
      throw new LaunchError('sign-in-not-started', { cause });
    });
  // The library reads the discovery file a second time: only the address that was checked will do.
  if (typeof address !== 'string' || !address.startsWith(`${endpoints.authorize}?`)) {
    throw new LaunchError('discovery-foreign-endpoint');
  }
  leaveFor(address);
}

/** The library obeys the address before its own options: nothing else may stand there (T2). */
function keepOnlyLaunchInAddress(iss: string, launch: string): void {
  const query = new URLSearchParams({ iss, launch });
  window.history.replaceState(null, '', `${window.location.pathname}?${query.toString()}`);
}

function assertStorageOpen(): void {
  try {
    window.sessionStorage.setItem('route-probe', '');
    window.sessionStorage.removeItem('route-probe');
  } catch (cause) {
    throw new LaunchError('storage-blocked', { cause });
  }
}

/** Without it a chart that was opened later in this browser could not block the writing of this one (F49). */
function assertOtherChartsHeard(): void {
  try {
    new BroadcastChannel('route-probe').close();
  } catch (cause) {
    throw new LaunchError('other-charts-unheard', { cause });
  }
}

function leavePage(address: string): void {
  window.location.replace(address);
}
