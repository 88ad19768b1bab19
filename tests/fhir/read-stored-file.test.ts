import type { DocumentReference } from 'fhir/r4';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentDraft } from '../../src/domain/document.ts';
import type { PatientId } from '../../src/domain/patient.ts';
import { sha1Of, toBase64 } from '../../src/fhir/attachment-bytes.ts';
import { toDocumentReference } from '../../src/fhir/document-reference.ts';
import { createFhirFetch } from '../../src/fhir/fhir-fetch.ts';
import { readStoredFile } from '../../src/fhir/read-stored-file.ts';
import { aDraft, aSession, DOCUMENT_SETTINGS, FHIR_BASE, PATIENT_ID } from '../support/builders.ts';
import { createFhirServer } from '../support/fhir-server.ts';

const ehr = createFhirServer();
beforeAll(() => {
  ehr.msw.listen({ onUnhandledRequest: 'error' });
});
afterEach(() => {
  ehr.reset();
});
afterAll(() => {
  ehr.msw.close();
});

const PDF = new TextEncoder().encode('%PDF-1.7 een boekje');
const draft = (): DocumentDraft => ({ ...aDraft(), bytes: PDF });
const read = () =>
  readStoredFile(
    createFhirFetch(aSession(), { sleep: () => Promise.resolve(), timeMs: 150 }),
    DOCUMENT_SETTINGS,
    'doc-9',
  );

type Attachment = NonNullable<DocumentReference['content'][number]['attachment']>;

/** What the chart holds after the booklet was saved, with changes. */
async function stored(
  change: Partial<DocumentReference> = {},
  attachment: Partial<Attachment> = {},
): Promise<DocumentReference> {
  const document = toDocumentReference(draft(), PATIENT_ID as PatientId, await sha1Of(PDF), DOCUMENT_SETTINGS);
  const content = document.content.map((one) => ({ ...one, attachment: { ...one.attachment, ...attachment } }));
  return { ...document, id: 'doc-9', content, ...change };
}

describe('a booklet that stands in the chart is printed again', () => {
  test('with its very bytes', async () => {
    ehr.put(await stored());
    expect(await read()).toEqual({ kind: 'read', format: 'pdf', bytes: PDF });
  });

  test('where the server moved them to a Binary, or keeps no hash', async () => {
    const url = `${FHIR_BASE}/Binary/b1`;
    const { data, ...rest } = (await stored()).content[0]?.attachment ?? {};
    const { hash, ...noHash } = rest;
    expect(hash).toBeDefined();
    ehr.put({
      resourceType: 'Binary',
      id: 'b1',
      contentType: 'application/pdf',
      ...(data === undefined ? {} : { data }),
    });
    ehr.put({ ...(await stored()), content: [{ attachment: { ...noHash, url } }] });
    expect(await read()).toEqual({ kind: 'read', format: 'pdf', bytes: PDF });
  });

  test.each<[string, Partial<DocumentReference>, Partial<Attachment>, string]>([
    ['F30 is of another patient', { subject: { reference: 'Patient/other' } }, {}, 'not-read'],
    ['is no Route document', { identifier: [] }, {}, 'not-read'],
    ['F21 lies on another server', {}, { data: undefined, url: 'https://elders.voorbeeld.nl/Binary/1' }, 'not-read'],
    [
      'F63 is not what its hash says',
      {},
      { data: toBase64(new TextEncoder().encode('%PDF-1.7 iets anders')) },
      'damaged',
    ],
    ['is no PDF', {}, { data: toBase64(new TextEncoder().encode('<html>')), hash: undefined }, 'damaged'],
    ['is no base64', {}, { data: '%%%' }, 'damaged'],
  ] as never)('but not one that %s', async (_, change, attachment, kind) => {
    ehr.put(await stored(change, attachment));
    expect(await read()).toEqual({ kind });
  });

  test('nor one that is gone', async () => {
    expect(await read()).toEqual({ kind: 'not-read' });
  });
});
