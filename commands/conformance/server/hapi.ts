import type { Bundle, DocumentReference, FhirResource } from 'fhir/r4';
import { spawn, type ChildProcess } from 'node:child_process';
import type { StoredResource } from '../../../sandbox/fixtures.ts';
import { javaArguments, SHORT_RUN } from '../judges.ts';

/** A running HAPI server. What is asked here goes to it directly: it is how its store is filled and read, never how the app comes in. */
export interface Hapi {
  readonly base: string;
  /** Stores resources under their ids, all or none. */
  readonly put: (resources: readonly StoredResource[]) => Promise<void>;
  /** All documents of a patient, of any status, oldest first. */
  readonly documents: (patient: string) => Promise<readonly DocumentReference[]>;
  /** One request, as it is; `path` after the base. */
  readonly ask: (method: string, path: string, body?: FhirResource) => Promise<HapiAnswer>;
  readonly close: () => Promise<void>;
}

export interface HapiAnswer {
  readonly status: number;
  readonly body: FhirResource;
}

const PATIENCE_MS = 180_000;
/** HAPI's own largest page. */
const PAGE = 50;

/** Starts it with an empty store on a free port. Errors: rejects when it does not come up. */
export async function startHapi(): Promise<Hapi> {
  const program = javaArguments('fhir-server', 'conformance.FhirServer', ['-Xmx768m', ...SHORT_RUN]);
  // Its input stays open as long as this process lives, and it ends with that.
  const server = spawn('java', [...program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const base = await baseOf(server);
  const ask = (method: string, path: string, body?: FhirResource): Promise<HapiAnswer> =>
    request(`${base}${path}`, method, body);
  return {
    base,
    ask,
    put: async (resources) => {
      const { status, body } = await ask('POST', '', transactionOf(resources));
      if (status !== 200) throw new Error(`HAPI took no charts, ${status}: ${JSON.stringify(body).slice(0, 2000)}`);
    },
    documents: async (patient) => {
      const query = `subject=Patient/${patient}&_count=${PAGE}&_sort=_lastUpdated&_total=accurate`;
      const { entry = [], total } = (await ask('GET', `/DocumentReference?${query}`)).body as Bundle<DocumentReference>;
      if (total !== entry.length) throw new Error(`${patient} holds more documents than one page`);
      return entry.flatMap(({ resource }) => resource ?? []);
    },
    close: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await ended;
    },
  };
}

function baseOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => {
      server.kill();
      reject(new Error(`HAPI was not ready within ${PATIENCE_MS / 1000} s`));
    }, PATIENCE_MS);
    let said = '';
    server.stdout?.on('data', (piece: Buffer) => {
      said += piece.toString();
      const [, base] = /^READY (\S+)\n/m.exec(said) ?? [];
      if (base === undefined) return;
      clearTimeout(patience);
      resolve(base);
    });
    server.once('error', reject);
    server.once('exit', (code) => {
      clearTimeout(patience);
      reject(new Error(`HAPI ended with ${String(code)}`));
    });
  });
}

async function request(url: string, method: string, body?: FhirResource): Promise<HapiAnswer> {
  const response = await fetch(url, {
    method,
    headers: {
      accept: 'application/fhir+json',
      'content-type': 'application/fhir+json',
      prefer: 'return=representation',
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as FhirResource };
}

function transactionOf(resources: readonly StoredResource[]): Bundle {
  const entry = resources.map((resource) => {
    const url = `${resource.resourceType}/${resource.id}`;
    return { fullUrl: `urn:${url}`, resource, request: { method: 'PUT', url } as const };
  });
  return { resourceType: 'Bundle', type: 'transaction', entry };
}
