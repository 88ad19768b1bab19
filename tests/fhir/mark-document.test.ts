import { http, HttpResponse } from 'msw';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentReference } from 'fhir/r4';
import type { PatientId } from '../../src/domain/patient.ts';
import { sha1Of } from '../../src/fhir/attachment-bytes.ts';
import { toDocumentReference } from '../../src/fhir/document-reference.ts';
import { createFhirFetch } from '../../src/fhir/fhir-fetch.ts';
import { mapPatient } from '../../src/fhir/map-patient.ts';
import { markDocument } from '../../src/fhir/mark-document.ts';
import { aDraft, aPatient, aSession, DOCUMENT_SETTINGS, FHIR_BASE, PATIENT_ID } from '../support/builders.ts';
import { createFhirServer, fhirJson } from '../support/fhir-server.ts';

const ehr = createFhirServer();
const PUT = `${FHIR_BASE}/DocumentReference/doc-9`;

beforeAll(() => {
  ehr.msw.listen({ onUnhandledRequest: 'error' });
});
afterEach(() => {
  ehr.reset();
});
afterAll(() => {
  ehr.msw.close();
});

async function stand(change: Partial<DocumentReference> = {}): Promise<DocumentReference> {
  const draft = aDraft();
  const document = toDocumentReference(draft, PATIENT_ID as PatientId, await sha1Of(draft.bytes), DOCUMENT_SETTINGS);
  const standing = { ...document, id: 'doc-9', meta: { versionId: '3' }, ...change };
  ehr.put(aPatient(), standing);
  return standing;
}

const puts: { readonly ifMatch: string | null; readonly body: DocumentReference }[] = [];
/** What a server does with the update: by default it takes it. */
function answerPut(answer: (sent: DocumentReference) => Response | null = () => null): void {
  puts.length = 0;
  ehr.msw.use(
    http.put(PUT, async ({ request }) => {
      const body = (await request.json()) as DocumentReference;
      puts.push({ ifMatch: request.headers.get('if-match'), body });
      const special = answer(body);
      if (special !== null) return special;
      ehr.put(body);
      return fhirJson(body);
    }),
  );
}

const retract = (patient = mapPatient(aPatient())) =>
  markDocument(createFhirFetch(aSession(), { sleep: () => Promise.resolve(), timeMs: 150 }), DOCUMENT_SETTINGS, {
    id: 'doc-9',
    status: 'entered-in-error',
    patient,
  });

describe('marking as entered in error', () => {
  test('changes the status of the very version that was read, and nothing else', async () => {
    const before = await stand();
    answerPut();
    expect(await retract()).toEqual({ kind: 'marked' });
    expect(puts).toEqual([{ ifMatch: 'W/"3"', body: { ...before, status: 'entered-in-error' } }]);
  });

  test.each([
    ['F56 412', 412, 'changed'],
    ['F56 409', 409, 'changed'],
    ['F64 403', 403, 'not-allowed'],
    ['F58 422', 422, 'not-allowed'],
    ['F13 401', 401, 'session-ended'],
    ['F26 429', 429, 'not-written'],
    ['F59 500', 500, 'not-written'],
  ] as const)('%s', async (_row, status, kind) => {
    await stand();
    answerPut(() => new HttpResponse(null, { status }));
    expect(await retract()).toEqual({ kind });
  });

  test('F59 an answer that was lost is looked up, not sent again', async () => {
    await stand();
    answerPut((sent) => {
      ehr.put(sent);
      return HttpResponse.error();
    });
    expect(await retract()).toEqual({ kind: 'marked' });
    expect(puts).toHaveLength(1);
  });

  test('F63 a yes that changed nothing is not called retracted', async () => {
    const before = await stand();
    answerPut(() => fhirJson(before));
    expect(await retract()).toEqual({ kind: 'unknown' });
  });

  test.each([
    ['of another patient', { subject: { reference: 'Patient/someone-else' } }],
    ['that is no booklet of ours', { identifier: [] }],
    ['without a version to hold on to', { meta: {} }],
  ])('a document %s is not touched', async (_what, change) => {
    await stand(change);
    ehr.resources.set('DocumentReference/doc-9', {
      ...(ehr.resources.get('DocumentReference/doc-9') as DocumentReference),
      ...('identifier' in change ? { masterIdentifier: { value: 'x' } } : {}),
    });
    answerPut();
    expect(await retract()).toEqual({ kind: 'not-allowed' });
    expect(puts).toEqual([]);
  });

  test('F65 another person in the record: nothing is sent, the session ends', async () => {
    await stand();
    answerPut();
    expect(await retract({ ...mapPatient(aPatient()), name: 'Iemand Anders' })).toEqual({ kind: 'wrong-patient' });
    expect(puts).toEqual([]);
  });

  test('F28 a document that is gone', async () => {
    ehr.put(aPatient());
    expect(await retract()).toEqual({ kind: 'not-written' });
  });
});
