// One process, one port: EHR pages, EHR launch, sign-in server, FHIR R4 server and the built app.
import type { DocumentReference } from 'fhir/r4';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { serveAppFile, type AppFilesOptions } from './app-files.ts';
import { Launches } from './auth/launches.ts';
import { createSignInServer } from './auth/sign-in-server.ts';
import { Ehr } from './ehr/ehr.ts';
import type { ChartReader } from './faults/fault.ts';
import type { FaultArguments, FaultName } from './faults/fault-options.ts';
import { Faults } from './faults/faults.ts';
import { FhirServer } from './fhir/fhir-server.ts';
import { FhirStore } from './fhir/store.ts';
import { readFixtures, type SandboxPatient, type StoredResource } from './fixtures.ts';
import { answerText } from './http.ts';
import { DEFAULT_PORT, settingsFor, type SandboxOptions, type SandboxSettings } from './options.ts';
import { loggedRequest, type LoggedRequest } from './request-log.ts';

/** Who opens the app on whose chart. */
export interface LaunchOptions {
  /** Name of a fixture, or the id of a Patient that was put in. */
  readonly patient: string;
  /** Absent: the encounter of the chart. Null: a launch without one (F15). */
  readonly encounter?: string | null;
  /** "Practitioner/…" or the id alone; absent: the oncologist. */
  readonly user?: string;
}

/** A running sandbox EHR. */
export interface Sandbox {
  readonly origin: string;
  readonly fhirBaseUrl: string;
  readonly clientId: string;
  readonly redirectUris: readonly string[];
  readonly patients: readonly SandboxPatient[];
  /** Logical id of a patient by the name of the fixture. */
  readonly patientId: (name: string) => string;
  /** Opens a launch, as a click in the EHR does, and gives the address of launch.html with `iss` and `launch`. */
  readonly launch: (options: LaunchOptions) => string;
  /** Puts a resource of your own into the store, under its id. */
  readonly put: (resource: StoredResource) => Promise<void>;
  /** The documents stored for a patient, read from the store itself. */
  readonly documents: (patientName: string) => Promise<DocumentReference[]>;
  /** Arms a fault until it is cleared, or for `times` times; its count starts at 0. */
  readonly fault: <Name extends FaultName>(name: Name, ...options: FaultArguments<Name>) => void;
  /** Disarms every fault; counts stay readable. */
  readonly clearFaults: () => void;
  /** How often the server really produced this fault since it was armed. */
  readonly hits: (name: FaultName) => number;
  /** Every request since the start or the last `clearRequests`, oldest first. */
  readonly requests: readonly LoggedRequest[];
  readonly clearRequests: () => void;
  readonly close: () => Promise<void>;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Starts the sandbox EHR with its synthetic patients.
 *
 * Errors: rejects when the port is taken (`code` EADDRINUSE) or a fixture is invalid.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  // The issuer holds the port, so the server listens before it can answer; early requests wait.
  let handler: Handler | null = null;
  const early: [IncomingMessage, ServerResponse][] = [];
  const server = createServer((request, response) => {
    if (handler) handler(request, response);
    else early.push([request, response]);
  });
  const port = await listen(server, options.port ?? DEFAULT_PORT);
  try {
    const { sandbox, handle } = await furnish(server, settingsFor(options, port), options);
    handler = handle;
    for (const [request, response] of early) handle(request, response);
    return sandbox;
  } catch (error) {
    await close(server);
    throw error;
  }
}

async function furnish(
  server: Server,
  settings: SandboxSettings,
  options: SandboxOptions,
): Promise<{ sandbox: Sandbox; handle: Handler }> {
  const store = new FhirStore(settings.maxAttachmentBytes);
  const { hospital, patients: all } = await readFixtures();
  const patients = all.filter(({ name }) => options.patientNames?.includes(name) ?? true);
  for (const resource of [...hospital, ...patients.flatMap(({ resources }) => resources)]) {
    const invalid = store.validate(resource);
    if (invalid) throw new Error(`invalid fixture ${resource.id}: ${JSON.stringify(invalid.issue)}`);
    await store.put(resource);
  }
  const faults = new Faults();
  const launches = new Launches();
  const chart: ChartReader = {
    read: (type, id) => store.read(type, id),
    patientIds: () => patients.map(({ patient }) => patient.id),
  };
  const signIn = await createSignInServer(settings, launches, faults);
  const fhir = new FhirServer({ settings, store, signIn, faults, chart });
  const ehr = new Ehr({ settings, store, patients, launches });
  const files: AppFilesOptions = {
    appDir: options.appDir,
    config: options.config,
    connectTo: options.connectTo ?? [],
    origin: settings.origin,
  };
  const requests: LoggedRequest[] = [];

  const route = async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const path = url.pathname;
    const logged = loggedRequest(request.method ?? 'GET', path);
    requests.push(logged);
    if (logged.server === 'fhir' || path.endsWith('/.well-known/smart-configuration')) {
      await fhir.handle(request, response, url);
    } else if (path.startsWith('/sign-in/')) await signIn.finishInteraction(request, response);
    else if (logged.server === 'auth') await signIn.handle(request, response);
    else if (logged.server === 'ehr') await ehr.handle(response, url);
    else await serveAppFile(request, response, { path, files });
  };

  const handle: Handler = (request, response) => {
    const address = request.url ?? '/';
    if (!URL.canParse(address, settings.origin)) {
      answerText(response, 400, 'unreadable address');
      return;
    }
    const url = new URL(address, settings.origin);
    // A browser by itself repeats a request, even a POST, when a connection drops that was used before. With a fresh connection
    // each time, a dropped answer (F59) stays one.
    response.setHeader('connection', 'close');
    response.once('close', () => {
      options.accessLog?.(`${request.method ?? 'GET'} ${url.pathname} ${response.statusCode}`);
    });
    route(request, response, url).catch((error: unknown) => {
      settings.onError(error);
      if (response.headersSent) response.destroy();
      else answerText(response, 500, 'the sandbox failed');
    });
  };

  const sandbox: Sandbox = {
    origin: settings.origin,
    fhirBaseUrl: settings.fhirBaseUrl,
    clientId: settings.clientId,
    redirectUris: settings.redirectUris,
    patients,
    patientId: (name) => ehr.patientIdOf(name),
    launch: (launch) => ehr.launchUrl(launch),
    put: (resource) => store.put(resource),
    documents: (name) => store.search('DocumentReference', { patient: ehr.patientIdOf(name) }),
    fault: (name, ...faultOptions) => {
      faults.arm(name, ...faultOptions);
    },
    clearFaults: () => {
      faults.clear();
    },
    hits: (name) => faults.hits(name),
    requests,
    clearRequests: () => {
      requests.length = 0;
    },
    close: () => close(server),
  };
  return { sandbox, handle };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
