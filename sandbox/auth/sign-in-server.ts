// The SMART / OAuth 2 side: oidc-provider, set up for the EHR launch of one public client.
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { Faults } from '../faults/faults.ts';
import type { SandboxSettings } from '../options.ts';
import type { LaunchContext, Launches } from './launches.ts';
import { allScopes } from './scopes.ts';

/** oidc-provider warns of Node 20, where it works, and of its in-memory store, which is what a sandbox wants. */
async function withoutWarnings<T>(work: () => T | Promise<T>): Promise<T> {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await work();
  } finally {
    console.warn = warn;
  }
}

const { default: Provider, errors } = await withoutWarnings(() => import('oidc-provider'));

/** A granted access: whose chart, and what may be done in it. */
export interface Access {
  readonly scope: string;
  readonly patientId: string | undefined;
}

export interface SignInServer {
  /** Answers a request to the sign-in server itself. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Signs the launching clinician in; the EHR knows who it is, so no page is shown. */
  readonly finishInteraction: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** The access behind a token; null when it is unknown or expired. */
  readonly accessOf: (token: string) => Promise<Access | null>;
}

export async function createSignInServer(
  settings: SandboxSettings,
  launches: Launches,
  faults: Faults,
): Promise<SignInServer> {
  const configuration = await configurationFor(settings, launches);
  const provider = await withoutWarnings(() => new Provider(settings.origin, configuration));
  addLaunchContextToTokens(provider, { settings, launches, faults });
  provider.on('server_error', (_ctx, error) => {
    settings.onError(error);
  });
  const callback = provider.callback();

  return {
    handle: async (request, response) => {
      if (faultyAuthorize(settings, faults, request, response)) return;
      forgetEarlierSession(request);
      await callback(request, response);
    },
    finishInteraction: async (request, response) => {
      const { params } = await provider.interactionDetails(request, response);
      const accountId = launches.find(params['launch'])?.user ?? '';
      await provider.interactionFinished(request, response, { login: { accountId } });
    },
    accessOf: async (value) => {
      const token = value === '' ? undefined : await provider.AccessToken.find(value);
      if (!token || token.isExpired) return null;
      return {
        scope: launches.scopeOf(token.grantId, token.scope ?? ''),
        patientId: launches.ofGrant(token.grantId)?.patient,
      };
    },
  };
}

async function configurationFor(settings: SandboxSettings, launches: Launches): Promise<Configuration> {
  return {
    clients: [
      {
        client_id: settings.clientId,
        token_endpoint_auth_method: 'none',
        redirect_uris: [...settings.redirectUris],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        application_type: 'web',
      },
    ],
    jwks: { keys: [await signingKey()] },
    cookies: { keys: [randomUUID()] },
    scopes: allScopes(),
    claims: { openid: ['sub'], fhirUser: ['fhirUser'], profile: ['profile'] },
    // SMART wants fhirUser inside the id_token.
    conformIdTokenClaims: false,
    // With `required` a request without PKCE is refused; oidc-provider accepts S256 only.
    pkce: { required: () => true },
    // Else the browser may not POST to /token.
    clientBasedCORS: () => true,
    rotateRefreshToken: true,
    // The session knows one grant per client; tied to it, a second launch would kill the tokens of the first chart.
    expiresWithSession: () => false,
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true },
      introspection: { enabled: true },
    },
    extraParams: launchParameters(settings, launches),
    interactions: { url: (_ctx, interaction) => `/sign-in/${interaction.uid}` },
    findAccount: (_ctx, id) => {
      const fhirUser = `${settings.fhirBaseUrl}/${id}`;
      return { accountId: id, claims: () => ({ sub: id, fhirUser, profile: fhirUser }) };
    },
    loadExistingGrant: (ctx) => grantForLaunch(ctx, launches),
    // oidc-provider drops offline_access unless the request has prompt=consent, which SMART clients do not send.
    issueRefreshToken: (_ctx, client, code) =>
      client.grantTypeAllowed('refresh_token') &&
      ['offline_access', 'online_access'].some((scope) => code.scopes.has(scope)),
    renderError: (ctx, { error, error_description: description }) => {
      ctx.type = 'text/plain';
      ctx.body = `Aanmelden lukt niet: ${error} (${description ?? ''})`;
    },
    ttl: {
      AccessToken: settings.accessTokenSeconds,
      AuthorizationCode: 60,
      IdToken: 3600,
      RefreshToken: 86_400,
      Session: 3600,
      Grant: 86_400,
      Interaction: 600,
    },
  };
}

async function signingKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: 'sandbox' };
}

/** These must throw oidc-provider's own errors; a plain Error becomes a 500. */
function launchParameters(settings: SandboxSettings, launches: Launches): Configuration['extraParams'] {
  return {
    launch: (_ctx, value) => {
      if (launches.find(value) === undefined) throw new errors.InvalidRequest('unknown launch');
    },
    aud: (_ctx, value) => {
      if (value !== settings.fhirBaseUrl) throw new errors.InvalidRequest('aud must be the FHIR base URL');
    },
  };
}

/**
 * Each launch signs its own clinician in. With the session of an earlier launch in the same browser, a second clinician would
 * get oidc-provider's page for logging the first one out.
 */
function forgetEarlierSession(request: IncomingMessage): void {
  const kept = (request.headers.cookie ?? '').split('; ').filter((cookie) => !cookie.startsWith('_session'));
  request.headers.cookie = kept.join('; ');
}

/** The EHR has approved the app: no consent page, and a fresh grant per launch so that contexts never mix. */
async function grantForLaunch(ctx: KoaContextWithOIDC, launches: Launches) {
  const { client, session, params, provider } = ctx.oidc;
  const launch = launches.find(params?.['launch']);
  if (!client || session?.accountId === undefined || !launch) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  const scope = params?.['scope'];
  if (typeof scope === 'string') grant.addOIDCScope(scope);
  launches.bindToGrant(await grant.save(), launch);
  return grant;
}

/** No configuration hook exists for this; a middleware after the token endpoint works, for refreshes too. */
function addLaunchContextToTokens(
  provider: InstanceType<typeof Provider>,
  { settings, launches, faults }: { settings: SandboxSettings; launches: Launches; faults: Faults },
): void {
  provider.use(async (ctx: KoaContextWithOIDC, next) => {
    await next();
    // Outside the provider's own routes there is no oidc context, whatever the types say.
    if (!('oidc' in ctx) || ctx.oidc.route !== 'token' || ctx.status !== 200) return;
    const grantId = ctx.oidc.entities.AccessToken?.grantId;
    const launch = grantId === undefined ? undefined : launches.ofGrant(grantId);
    if (grantId === undefined || !launch) return;
    const answer = faults.token({ ...(ctx.body as object), ...launchFields(settings, launch) });
    if (typeof answer['scope'] === 'string') launches.narrow(grantId, answer['scope']);
    ctx.body = answer;
  });
}

function launchFields(settings: SandboxSettings, launch: LaunchContext): Record<string, unknown> {
  return {
    patient: launch.patient,
    ...(launch.encounter === null ? {} : { encounter: launch.encounter }),
    need_patient_banner: false,
    smart_style_url: `${settings.origin}/ehr/smart-style.json`,
  };
}

/** Sends an armed error back to the app, the way the sign-in page would; true when it did. */
function faultyAuthorize(
  settings: SandboxSettings,
  faults: Faults,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const url = new URL(request.url ?? '/', settings.origin);
  const redirectUri = url.searchParams.get('redirect_uri') ?? '';
  if (url.pathname !== '/auth' || !settings.redirectUris.includes(redirectUri)) return false;
  const parameters = faults.authorize();
  if (!parameters) return false;
  const target = new URL(redirectUri);
  const state = url.searchParams.get('state');
  for (const [name, value] of Object.entries({ ...parameters, ...(state === null ? {} : { state }) })) {
    target.searchParams.set(name, value);
  }
  response.writeHead(302, { location: target.href }).end();
  return true;
}
