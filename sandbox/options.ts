import type { ServerProfileName } from './fhir/server-profile.ts';

/** The one day on which the sandbox lives (decision D15); its patients are dated around it. */
export const SANDBOX_TODAY = '2026-11-25';

export const DEFAULT_PORT = 4100;
const DEFAULT_CLIENT_ID = 'route-zeldzame-kanker';
const DEFAULT_TOKEN_SECONDS = 3600;
/** Medplum's own limit of 1 MiB is too small for a booklet. */
const DEFAULT_ATTACHMENT_BYTES = 10 * 1024 * 1024;

/** What a run of the sandbox can be told; everything has a default. */
export interface SandboxOptions {
  /** 0 takes a free port, so that tests run side by side. */
  readonly port?: number;
  /** Folder of the built app (launch.html, index.html, assets/). Without it no app is served. */
  readonly appDir?: string;
  /** Served as /config.json in place of the one in `appDir`; a function gets the sandbox's own origin. */
  readonly config?: object | ((origin: string) => object);
  /** Where the app runs when the sandbox does not serve it. */
  readonly appOrigin?: string;
  /** Names of the fixtures that stand in the store; absent: all. The store answers slower the more it holds. */
  readonly patientNames?: readonly string[];
  /** What kind of EHR it is; absent: `full`, which can all that FHIR has for an app. */
  readonly profile?: ServerProfileName;
  readonly clientId?: string;
  readonly redirectUris?: readonly string[];
  /** Origins beside its own that the app may connect to (`connect-src`). */
  readonly connectTo?: readonly string[];
  /** Seconds that an access token lives. */
  readonly accessTokenSeconds?: number;
  readonly maxAttachmentBytes?: number;
  /** One line per answer: method, path, status. Never a query string. */
  readonly accessLog?: (line: string) => void;
  /** A fault of the sandbox itself, not one that was armed. */
  readonly onError?: (error: unknown) => void;
}

/** The options with every default filled in, once the port is known. */
export interface SandboxSettings {
  /**
   * `http://localhost:<port>`. Always "localhost", never 127.0.0.1: issuer, cookies, redirect URIs and `aud` are compared
   * as strings.
   */
  readonly origin: string;
  readonly fhirBaseUrl: string;
  readonly appOrigin: string;
  readonly clientId: string;
  readonly redirectUris: readonly string[];
  readonly accessTokenSeconds: number;
  readonly maxAttachmentBytes: number;
  readonly profile: ServerProfileName;
  readonly onError: (error: unknown) => void;
}

export function settingsFor(options: SandboxOptions, port: number): SandboxSettings {
  const origin = `http://localhost:${port}`;
  const appOrigin = options.appOrigin ?? origin;
  return {
    origin,
    fhirBaseUrl: `${origin}/fhir/r4`,
    appOrigin,
    clientId: options.clientId ?? DEFAULT_CLIENT_ID,
    redirectUris: options.redirectUris ?? [`${appOrigin}/index.html`],
    accessTokenSeconds: options.accessTokenSeconds ?? DEFAULT_TOKEN_SECONDS,
    maxAttachmentBytes: options.maxAttachmentBytes ?? DEFAULT_ATTACHMENT_BYTES,
    profile: options.profile ?? 'full',
    onError: options.onError ?? (() => undefined),
  };
}
