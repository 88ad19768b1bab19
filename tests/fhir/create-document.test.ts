import type { DocumentReference, Patient } from 'fhir/r4';
import { delay, http, HttpResponse } from 'msw';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { DocumentDraft, WriteOutcome } from '../../src/domain/document.ts';
import type { EntityId } from '../../src/domain/entity.ts';
import type { PatientId } from '../../src/domain/patient.ts';
import { sha1Of, toBase64, toHex } from '../../src/fhir/attachment-bytes.ts';
import { createDocument, lookForDocument } from '../../src/fhir/create-document.ts';
import { identifyDocument } from '../../src/fhir/document-identity.ts';
import { toDocumentReference } from '../../src/fhir/document-reference.ts';
import { createFhirFetch, type FhirFetch } from '../../src/fhir/fhir-fetch.ts';
import { FhirReadError } from '../../src/fhir/fhir-error.ts';
import { findDocuments } from '../../src/fhir/find-documents.ts';
import type { Session } from '../../src/fhir/open-session.ts';
import {
  aDocumentReference,
  aDraft,
  anOutcome,
  aPatient,
  aSearchset,
  aSession,
  DOCUMENT_SETTINGS,
  FHIR_BASE,
  PATIENT_ID,
} from '../support/builders.ts';
import { createFhirServer, fhirJson } from '../support/fhir-server.ts';

const ehr = createFhirServer();
const POST = `${FHIR_BASE}/DocumentReference`;
const VERSION = `urn:ietf:rfc:3986|urn:uuid:${aDraft().identity.versionId}`;
const ROUTE = `urn:ietf:rfc:3986|urn:uuid:${aDraft().identity.routeId}`;

beforeAll(() => {
  ehr.msw.listen({ onUnhandledRequest: 'error' });
});
afterEach(() => {
  ehr.reset();
});
afterAll(() => {
  ehr.msw.close();
});

const door = (session: Session = aSession()): FhirFetch =>
  createFhirFetch(session, { sleep: () => Promise.resolve(), timeMs: 150 });
const write = (draft = aDraft(), session?: Session): Promise<WriteOutcome> =>
  createDocument(door(session), DOCUMENT_SETTINGS, draft);
const posts = (): readonly string[] => ehr.requests.filter(({ method }) => method === 'POST').map(({ url }) => url);

/** What the chart holds when the draft was stored as it was sent, or with changes. */
async function stored(
  change: Partial<DocumentReference> = {},
  draft: DocumentDraft = aDraft(),
): Promise<DocumentReference> {
  const sha1 = await sha1Of(draft.bytes);
  const document = toDocumentReference(draft, PATIENT_ID as PatientId, sha1, DOCUMENT_SETTINGS);
  return { ...document, id: 'doc-9', ...change };
}

const written = async (id: string): Promise<WriteOutcome> => ({
  kind: 'written',
  id,
  sha1: toHex(await sha1Of(aDraft().bytes)),
});

/** The create is answered like this; `keeps` is what is in the chart by then. */
function createAnswers(answer: () => Response | Promise<Response>, ...keeps: readonly DocumentReference[]): void {
  ehr.put(aPatient());
  ehr.msw.use(
    http.post(POST, () => {
      ehr.put(...keeps);
      return answer();
    }),
  );
}

const created = (location?: string): (() => Response) => {
  const headers = location === undefined ? {} : { location };
  return () => new HttpResponse(null, { status: 201, headers });
};

describe('writing', () => {
  test('stores the booklet once and reads it back', async () => {
    ehr.put(aPatient());
    expect(await write()).toEqual(await written('doc-2'));
    expect(posts()).toEqual([POST]);
    expect(ehr.resources.get('DocumentReference/doc-2')).toMatchObject({ subject: { reference: 'Patient/pat-1' } });
  });

  test('D23 carries the version identifier, and no other, in If-None-Exist', async () => {
    ehr.put(aPatient());
    await write();
    const post = ehr.requests.find(({ method }) => method === 'POST');
    expect(decodeURIComponent(post?.headers.get('if-none-exist') ?? '')).toBe(`identifier=${VERSION}`);
  });

  test.each([
    ['does not advertise it', () => fhirJson({ ...capabilities(), rest: [{ mode: 'server', resource: [] }] })],
    ['does not say', () => new HttpResponse(null, { status: 403 })],
  ])('sends no If-None-Exist to a server that %s', async (_, answer) => {
    ehr.put(aPatient());
    ehr.msw.use(http.get(`${FHIR_BASE}/metadata`, answer));
    expect(await write()).toMatchObject({ kind: 'written' });
    expect(ehr.requests.find(({ method }) => method === 'POST')?.headers.get('if-none-exist')).toBeNull();
  });

  test.each([
    ['is too slow', async () => (await delay(400), fhirJson(capabilities())), 'unreachable'],
    ['drops the line', () => HttpResponse.error(), 'unreachable'],
    ['is overloaded', () => new HttpResponse(null, { status: 503 }), 'busy'],
  ])(
    'F56 sends nothing while a server that %s cannot say whether a repeated create is harmless',
    async (_, answer, why) => {
      ehr.put(aPatient());
      ehr.msw.use(http.get(`${FHIR_BASE}/metadata`, answer));
      expect(await write()).toEqual({ kind: 'not-written', why });
      expect(posts()).toEqual([]);
    },
  );

  test('F55 a version that stands in the chart is not written again', async () => {
    ehr.put(aPatient(), await stored());
    expect(await write()).toEqual({
      kind: 'exists',
      documents: [
        {
          id: 'doc-9',
          entity: 'leiomyosarcoma',
          version: 1,
          status: 'current',
          date: '2026-11-25T11:02:03+01:00',
          author: 'dr. E. Voorbeeld',
          knowledgeVersion: expect.any(String) as string,
        },
      ],
    });
    expect(posts()).toEqual([]);
  });

  test('D23 an older version and another booklet of the same patient do not stand in the way', async () => {
    const { patientId, fhirBaseUrl: iss } = aSession();
    const identity = identifyDocument({ iss, patientId }, 'liposarcoma' as EntityId, 1);
    ehr.put(aPatient(), await stored({}, aDraft({ identity, entity: 'liposarcoma' as EntityId })));
    expect(await write()).toMatchObject({ kind: 'written' });
  });

  test.each([
    [403, { kind: 'not-allowed' }],
    [401, { kind: 'session-ended' }],
    [503, { kind: 'not-written', why: 'unreachable' }],
    [400, { kind: 'refused', status: 0, issues: ['LEES-29'] }],
  ])('sends nothing when the look-up before it fails with %d', async (status, outcome) => {
    ehr.put(aPatient());
    ehr.msw.use(http.get(POST, () => new HttpResponse(null, { status })));
    expect(await write()).toEqual(outcome);
    expect(posts()).toEqual([]);
  });
});

describe('F65 the patient is read anew just before writing', () => {
  test('another patient blocks the write and ends the session', async () => {
    ehr.msw.use(http.get(`${FHIR_BASE}/Patient/pat-1`, () => fhirJson(aPatient({ id: 'pat-2' }))));
    const session = aSession();
    expect(await write(aDraft(), session)).toEqual({ kind: 'wrong-patient' });
    expect(session.end).toHaveBeenCalled();
    expect(posts()).toEqual([]);
  });

  test.each<[string, Partial<Patient>]>([
    ['was merged into another', { link: [{ type: 'replaced-by', other: { reference: 'Patient/pat-9' } }] }],
    ['has another name', { name: [{ use: 'official', text: 'Anna Ander', family: 'Ander' }] }],
    ['has another birth date', { birthDate: '1980-01-01' }],
    ['has another sex', { gender: 'male' }],
    ['is no longer in use', { active: false }],
    ['is of someone who died', { deceasedDateTime: '2026-11-25' }],
  ])('a record that meanwhile %s blocks it too', async (_, change) => {
    ehr.put(aPatient(change));
    const session = aSession();
    expect(await write(aDraft(), session)).toEqual({ kind: 'wrong-patient' });
    expect(session.end).toHaveBeenCalled();
    expect(posts()).toEqual([]);
  });

  test('F30 a token that was renewed for another patient sends nothing', async () => {
    ehr.put(aPatient());
    let reads = 0;
    const getToken = (): Promise<string> =>
      (reads += 1) < 4 ? Promise.resolve('t') : Promise.reject(new FhirReadError('wrong-patient'));
    expect(await write(aDraft(), { ...aSession(), getToken })).toEqual({ kind: 'wrong-patient' });
    expect(posts()).toEqual([]);
    expect(reads).toBe(4);
  });

  test('F30 so does a document of another patient in the look-up', async () => {
    const theirs = await stored({ subject: { reference: 'Patient/pat-2' } });
    ehr.put(aPatient(), theirs);
    expect(await write()).toEqual({ kind: 'wrong-patient' });
    expect(posts()).toEqual([]);
  });

  test.each([
    [404, { kind: 'refused', status: 404, issues: ['LEES-28'] }],
    [403, { kind: 'not-allowed' }],
    [500, { kind: 'not-written', why: 'busy' }],
  ])('status %d sends nothing', async (status, outcome) => {
    ehr.msw.use(http.get(`${FHIR_BASE}/Patient/pat-1`, () => new HttpResponse(null, { status })));
    expect(await write()).toEqual(outcome);
    expect(posts()).toEqual([]);
  });

  test('it is the last thing read before the create', async () => {
    ehr.put(aPatient());
    await write();
    const upToPost = ehr.requests.slice(
      0,
      ehr.requests.findIndex(({ method }) => method === 'POST'),
    );
    expect(upToPost.at(-1)?.url).toBe(`${FHIR_BASE}/Patient/pat-1`);
  });
});

describe('F62 after 201', () => {
  test('without Location it is looked up by its identifier', async () => {
    createAnswers(created(), await stored());
    expect(await write()).toEqual(await written('doc-9'));
    expect(ehr.requests.some(({ url }) => new URL(url).searchParams.get('identifier') === VERSION)).toBe(true);
  });

  test.each([
    'https://elders.example/fhir/r4/DocumentReference/doc-9',
    'https://epd.delinde.example/elders/DocumentReference/doc-9',
    'Patient/pat-1',
    'DocumentReference/doc-9/$everything',
  ])('the Location %s is not followed; it is looked up', async (location) => {
    createAnswers(created(location), await stored());
    expect(await write()).toEqual(await written('doc-9'));
    expect(ehr.requests.every(({ url }) => url.startsWith(`${FHIR_BASE}/`))).toBe(true);
  });

  test('and nothing to be found, the outcome is unknown', async () => {
    createAnswers(created());
    expect(await write()).toEqual({ kind: 'unknown' });
  });

  test('202 that stands in the chart is written, 202 that does not is unknown', async () => {
    createAnswers(() => new HttpResponse(null, { status: 202 }));
    expect(await write()).toEqual({ kind: 'unknown' });
    ehr.reset();
    createAnswers(() => new HttpResponse(null, { status: 202 }), await stored());
    expect(await write()).toEqual(await written('doc-9'));
  });

  test('a document that cannot be read back is unknown', async () => {
    createAnswers(created('DocumentReference/doc-9'));
    ehr.msw.use(http.get(`${POST}/doc-9`, () => new HttpResponse(null, { status: 403 })));
    expect(await write()).toEqual({ kind: 'unknown' });
  });

  test('200 with one that is equal is written, 200 with another one exists', async () => {
    createAnswers(() => new HttpResponse(null, { status: 200, headers: { location: 'DocumentReference/doc-9' } }));
    ehr.put(await stored({ identifier: [] }));
    expect(await write()).toEqual(await written('doc-9'));
    ehr.put(await stored({ identifier: [] }, aDraft({ bytes: new Uint8Array([1]) })));
    expect(await write()).toMatchObject({ kind: 'exists' });
  });
});

describe('F63 read back', () => {
  const other = new TextEncoder().encode('%PDF-1.7 iets anders');

  test.each<[string, Partial<DocumentReference>]>([
    ['another status', { status: 'entered-in-error' }],
    ['another subject', { subject: { reference: 'Patient/pat-2' } }],
    ['no subject', { subject: {} }],
    ['another hash', { content: [{ attachment: { data: toBase64(aDraft().bytes), hash: toBase64(other) } }] }],
    ['other bytes under the right hash', {}],
    ['bytes that are no base64', { content: [{ attachment: { contentType: 'application/pdf', data: '%%' } }] }],
  ])('with %s differs, and gives the id', async (what, change) => {
    const document = await stored(change);
    const [content] = document.content;
    if (what.startsWith('other bytes') && content) content.attachment.data = toBase64(other);
    createAnswers(created('DocumentReference/doc-9'), document);
    expect(await write()).toEqual({ kind: 'differs', id: 'doc-9' });
  });

  test('bytes that the server moved to a Binary are read and compared', async () => {
    const attachment = { contentType: 'application/pdf', url: `${FHIR_BASE}/Binary/bin-1` };
    const binary = (bytes: Uint8Array): void => {
      const data = toBase64(bytes);
      ehr.put({ resourceType: 'Binary', id: 'bin-1', contentType: 'application/pdf', data });
    };
    createAnswers(created('DocumentReference/doc-9'), await stored({ content: [{ attachment }] }));
    binary(aDraft().bytes);
    expect(await write()).toEqual(await written('doc-9'));
    ehr.resources.delete('DocumentReference/doc-9');
    binary(other);
    expect(await write()).toEqual({ kind: 'differs', id: 'doc-9' });
  });

  test('F21 bytes that lie elsewhere are not fetched: unknown', async () => {
    const attachment = { contentType: 'application/pdf', url: 'https://elders.example/Binary/bin-1' };
    createAnswers(created('DocumentReference/doc-9'), await stored({ content: [{ attachment }] }));
    expect(await write()).toEqual({ kind: 'unknown' });
  });

  test('the PDF counts, whatever rendition stands before it', async () => {
    const [pdf] = (await stored()).content;
    const text = { attachment: { contentType: 'text/plain', data: 'eA==', hash: 'x' } };
    createAnswers(created('DocumentReference/doc-9'), await stored({ content: pdf ? [text, pdf] : [] }));
    expect(await write()).toEqual(await written('doc-9'));
  });
});

describe('F59 the answer is lost', () => {
  const losses: readonly (readonly [string, () => Response | Promise<Response>])[] = [
    ['the line drops', () => HttpResponse.error()],
    ['nothing comes in time', () => delay(1000).then(() => HttpResponse.error())],
    ['500', () => new HttpResponse(null, { status: 500 })],
    ['502', () => new HttpResponse(null, { status: 502 })],
    ['504', () => new HttpResponse(null, { status: 504 })],
  ];

  test.each(losses)('%s, found and equal: written', async (_, answer) => {
    createAnswers(answer, await stored());
    expect(await write()).toEqual(await written('doc-9'));
    expect(posts()).toHaveLength(1);
  });

  test.each(losses)('%s, found and different: differs', async (_, answer) => {
    createAnswers(answer, await stored({ status: 'superseded' }));
    expect(await write()).toEqual({ kind: 'differs', id: 'doc-9' });
  });

  test.each(losses)('%s, not found: not written, and may be tried again', async (_, answer) => {
    createAnswers(answer);
    expect(await write()).toMatchObject({ kind: 'not-written' });
    expect(posts()).toHaveLength(1);
  });

  test.each(losses)('%s, look-up impossible: unknown', async (_, answer) => {
    createAnswers(() => {
      ehr.msw.use(http.get(POST, () => HttpResponse.error()));
      return answer();
    });
    expect(await write()).toEqual({ kind: 'unknown' });
  });

  test('a session that ends right after sending leaves it unknown', async () => {
    createAnswers(() => {
      ehr.msw.use(http.get(POST, () => new HttpResponse(null, { status: 401 })));
      return HttpResponse.error();
    });
    expect(await write()).toEqual({ kind: 'unknown' });
  });

  test('found without an id, it is there but cannot be compared: unknown, never "not written"', async () => {
    const { id: _id, ...nameless } = await stored();
    createAnswers(() => {
      ehr.msw.use(http.get(POST, () => fhirJson(aSearchset([nameless]))));
      return HttpResponse.error();
    });
    expect(await write()).toEqual({ kind: 'unknown' });
  });

  test('the later look-up says the same four things', async () => {
    const look = (): Promise<WriteOutcome> => lookForDocument(door(), DOCUMENT_SETTINGS, aDraft());
    expect(await look()).toEqual({ kind: 'not-written', why: 'unreachable' });
    ehr.put(await stored());
    expect(await look()).toEqual(await written('doc-9'));
    ehr.put(await stored({ status: 'superseded' }));
    expect(await look()).toEqual({ kind: 'differs', id: 'doc-9' });
    ehr.msw.use(http.get(POST, () => new HttpResponse(null, { status: 500 })));
    expect(await look()).toEqual({ kind: 'unknown' });
  });
});

describe('the server says no', () => {
  test.each([400, 413, 422])('F57, F58 %d: refused, with codes and paths but no text', async (status) => {
    const said = { expression: ['DocumentReference.type'], diagnostics: 'Testje Voorbeeld' };
    createAnswers(() => fhirJson(anOutcome({ code: 'value', ...said }), status));
    expect(await write()).toEqual({ kind: 'refused', status, issues: ['value DocumentReference.type'] });
  });

  test('F64 403: not allowed', async () => {
    createAnswers(() => new HttpResponse(null, { status: 403 }));
    expect(await write()).toEqual({ kind: 'not-allowed' });
  });

  test('F13 401: the session has ended', async () => {
    createAnswers(() => new HttpResponse(null, { status: 401 }));
    const session = aSession();
    expect(await write(aDraft(), session)).toEqual({ kind: 'session-ended' });
    expect(session.end).toHaveBeenCalled();
  });

  test('429 that lasts: not written, for certain', async () => {
    createAnswers(() => new HttpResponse(null, { status: 429 }));
    expect(await write()).toEqual({ kind: 'not-written', why: 'busy' });
  });

  test.each([409, 412])(
    'F56 %d: our own document may be there, another one exists, none is refused',
    async (status) => {
      const answer = (): Response => new HttpResponse(null, { status });
      createAnswers(answer, await stored());
      expect(await write()).toEqual(await written('doc-9'));
      ehr.reset();
      createAnswers(answer, await stored({}, aDraft({ bytes: new Uint8Array([1]) })));
      expect(await write()).toMatchObject({ kind: 'exists', documents: [{ id: 'doc-9' }] });
      ehr.reset();
      createAnswers(answer);
      expect(await write()).toEqual({ kind: 'refused', status, issues: [] });
    },
  );
});

describe('finding the documents of a patient', () => {
  test('asks for all of them by the stable identifier, and reads whatever status they have', async () => {
    ehr.put(await stored(), await stored({ id: 'doc-8', status: 'entered-in-error' }));
    expect(await findDocuments(door(), DOCUMENT_SETTINGS)).toMatchObject({
      kind: 'read',
      documents: [
        { id: 'doc-9', status: 'current' },
        { id: 'doc-8', status: 'entered-in-error' },
      ],
    });
    const [request] = ehr.requests;
    const asked = Object.fromEntries(new URL(request?.url ?? '').searchParams);
    expect(asked).toEqual({ patient: 'pat-1', identifier: ROUTE, _count: '100' });
  });

  test('an identifier of the wrong kind is no identifier', async () => {
    const odd = { ...aDocumentReference({ id: 'odd' }), identifier: [{ system: 'urn:ietf:rfc:3986', value: 7 }] };
    const bundle = { ...aSearchset([]), entry: [{ resource: odd }] };
    ehr.msw.use(http.get(POST, () => HttpResponse.json(bundle)));
    expect(await findDocuments(door(), DOCUMENT_SETTINGS)).toEqual({ kind: 'read', documents: [] });
  });

  test('leaves out what a server answers that does not know the parameter', async () => {
    const documents = [aDocumentReference({ id: 'letter' }), await stored()];
    ehr.msw.use(http.get(POST, () => fhirJson(aSearchset(documents))));
    expect(await findDocuments(door(), DOCUMENT_SETTINGS)).toMatchObject({
      kind: 'read',
      documents: [{ id: 'doc-9' }],
    });
  });

  test.each([
    ['403', () => new HttpResponse(null, { status: 403 })],
    ['401', () => new HttpResponse(null, { status: 401 })],
    ['a page that cannot be reached', () => fhirJson(aSearchset([], 'https://elders.example/next'))],
    ['another patient', () => fhirJson(aSearchset([aDocumentReference({ subject: { reference: 'Patient/pat-2' } })]))],
  ])('%s is not read, which is not none', async (_, answer) => {
    ehr.msw.use(http.get(POST, answer));
    expect(await findDocuments(door(), DOCUMENT_SETTINGS)).toEqual({ kind: 'not-read' });
  });
});

test('rule 4 no write is ever sent twice, however it ends', async () => {
  const sent = vi.fn(() => HttpResponse.error());
  createAnswers(sent);
  await write();
  expect(sent).toHaveBeenCalledOnce();
});

function capabilities(): {
  readonly resourceType: 'CapabilityStatement';
  readonly status: 'active';
  readonly date: string;
  readonly kind: 'instance';
  readonly fhirVersion: '4.0.1';
  readonly format: string[];
} {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: '2026-11-25',
    kind: 'instance',
    fhirVersion: '4.0.1',
    format: ['json'],
  };
}
