import type { CapabilityStatement, DocumentReference, FhirResource } from 'fhir/r4';
import { http, HttpResponse, type JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';
import { FHIR_BASE } from './builders.ts';

/** A request that left the app. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
}

/** A FHIR server over a map of resources. Anything that is not its own is an error of the test. */
export interface FhirServer {
  readonly msw: ReturnType<typeof setupServer>;
  readonly requests: SentRequest[];
  readonly resources: Map<string, FhirResource>;
  readonly put: (...resources: readonly FhirResource[]) => void;
  /** Forgets everything; to be called after each test. */
  readonly reset: () => void;
}

const CAPABILITIES: CapabilityStatement = {
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: '2026-11-25',
  kind: 'instance',
  fhirVersion: '4.0.1',
  format: ['json'],
  rest: [{ mode: 'server', resource: [{ type: 'DocumentReference', conditionalCreate: true }] }],
};

export function createFhirServer(): FhirServer {
  const resources = new Map<string, FhirResource>();
  const requests: SentRequest[] = [];
  const put = (...added: readonly FhirResource[]): void => {
    for (const resource of added) resources.set(`${resource.resourceType}/${resource.id ?? ''}`, resource);
  };
  const msw = setupServer(
    http.get(`${FHIR_BASE}/metadata`, () => HttpResponse.json(CAPABILITIES)),
    http.get(`${FHIR_BASE}/:type/:id`, ({ params }) => {
      const found = resources.get(`${String(params['type'])}/${String(params['id'])}`);
      return found === undefined ? new HttpResponse(null, { status: 404 }) : fhirJson(found);
    }),
    http.get(`${FHIR_BASE}/:type`, ({ params, request }) => {
      const wanted = new URL(request.url).searchParams;
      const found = [...resources.values()].filter(
        (one) => one.resourceType === params['type'] && matches(one, wanted),
      );
      return fhirJson({
        resourceType: 'Bundle',
        type: 'searchset',
        total: found.length,
        entry: found.map((resource) => ({ resource })),
      });
    }),
    http.post(`${FHIR_BASE}/DocumentReference`, async ({ request }) => {
      const sent = (await request.json()) as DocumentReference;
      const id = `doc-${resources.size + 1}`;
      put({ ...sent, id });
      return new HttpResponse(null, {
        status: 201,
        headers: { location: `${FHIR_BASE}/DocumentReference/${id}/_history/1` },
      });
    }),
  );
  msw.events.on('request:start', ({ request }) => {
    requests.push({ method: request.method, url: request.url, headers: request.headers });
  });
  const reset = (): void => {
    msw.resetHandlers();
    resources.clear();
    requests.length = 0;
  };
  return { msw, requests, resources, put, reset };
}

/** An answer in FHIR's own media type. */
export function fhirJson(resource: FhirResource, status = 200): HttpResponse<JsonBodyType> {
  return HttpResponse.json(JSON.parse(JSON.stringify(resource)) as JsonBodyType, {
    status,
    headers: { 'content-type': 'application/fhir+json' },
  });
}

function matches(resource: FhirResource, wanted: URLSearchParams): boolean {
  const { identifier } = resource as { readonly identifier?: unknown };
  const token = wanted.get('identifier');
  if (token === null) return true;
  const listed: readonly unknown[] = Array.isArray(identifier) ? identifier : [];
  return listed.some((one) => {
    const { system, value } = one as { readonly system?: string; readonly value?: string };
    return `${system ?? ''}|${value ?? ''}` === token;
  });
}
