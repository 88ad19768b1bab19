import type { DocumentReference } from 'fhir/r4';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { writeLabel } from '../../src/domain/document-label.ts';
import type { DocumentDraft, WriteOutcome } from '../../src/domain/document.ts';
import type { EntityId } from '../../src/domain/entity.ts';
import type { PatientId } from '../../src/domain/patient.ts';
import { createDocument, lookForDocument } from '../../src/fhir/create-document.ts';
import { identifyDocument } from '../../src/fhir/document-identity.ts';
import { takesUpdates } from '../../src/fhir/profile-name.ts';
import type { DocumentSettings } from '../../src/fhir/document-reference.ts';
import { createFhirFetch, type FhirFetch } from '../../src/fhir/fhir-fetch.ts';
import { findDocuments } from '../../src/fhir/find-documents.ts';
import { mapPatient } from '../../src/fhir/map-patient.ts';
import { markDocument } from '../../src/fhir/mark-document.ts';
import { readStoredFile } from '../../src/fhir/read-stored-file.ts';
import { putCopiedChart } from '../../sandbox/copied-chart.ts';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { SmartClient } from '../../sandbox/smart-client.ts';
import { aDraft, aSession, DOCUMENT_SETTINGS } from '../support/builders.ts';

// Against servers that behave as these do: what is refused, dropped and kept apart there is really refused, dropped and kept apart.

const SCOPE =
  'launch openid fhirUser patient/Patient.r patient/Encounter.rs patient/DocumentReference.crus patient/Binary.r';
const NOTE = { system: 'http://loinc.org', code: '34109-9', display: 'Note' };
const SETTINGS: Readonly<Record<'epic' | 'oracle', DocumentSettings>> = {
  epic: { ...DOCUMENT_SETTINGS, profile: 'epic', type: NOTE },
  oracle: { ...DOCUMENT_SETTINGS, profile: 'oracle' },
};
const ENTITY = 'leiomyosarcoma' as EntityId;

let marks = 0;

interface Place {
  readonly sandbox: Sandbox;
  readonly settings: DocumentSettings;
  readonly door: FhirFetch;
  readonly patient: string;
  readonly draft: (change?: Partial<DocumentDraft>, version?: number, replaces?: readonly string[]) => DocumentDraft;
}

/** A chart of its own at one kind of server. */
async function placeAt(sandbox: Sandbox, profile: 'epic' | 'oracle'): Promise<Place> {
  marks += 1;
  const chart = await putCopiedChart(sandbox, `p${String(marks)}`);
  const { access_token: token } = await new SmartClient(sandbox).signIn(chart, { scope: SCOPE });
  const patientId = chart.patient as PatientId;
  const session = {
    ...aSession({ patientId, fhirBaseUrl: sandbox.fhirBaseUrl }),
    getToken: () => Promise.resolve(token),
  };
  const door = createFhirFetch(session, { sleep: () => Promise.resolve(), timeMs: 2_000 });
  const { resource } = await door.read(`Patient/${patientId}`);
  if (resource.resourceType !== 'Patient') throw new Error('no patient');
  const patient = mapPatient(resource);
  const draft: Place['draft'] = (change = {}, version = 1, replaces = []) => {
    const identity = identifyDocument({ iss: sandbox.fhirBaseUrl, patientId }, ENTITY, version);
    const label = {
      entity: ENTITY,
      version,
      number: identity.number,
      knowledgeVersion: '2026.11.1',
      replaces,
    };
    const text = profile === 'epic';
    const bytes = new TextEncoder().encode(
      text ? `Jouw route\n\nLijn met é en ü.\n\n${writeLabel(label)}\n` : '%PDF-1.7 verzonnen',
    );
    const format = text ? 'text' : 'pdf';
    return { ...aDraft({ identity, patient, encounterId: chart.encounter, format, bytes, label }), ...change };
  };
  return { sandbox, settings: SETTINGS[profile], door, patient: chart.patient, draft };
}

const write = ({ door, settings, draft }: Place, one = draft()): Promise<WriteOutcome> =>
  createDocument(door, settings, one);

describe.each(['epic', 'oracle'] as const)('at a server of the kind %s', (profile) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0, profile, patientNames: ['leiomyosarcoom', 'melanoom'] });
  });
  afterEach(() => {
    sandbox.clearFaults();
  });
  afterAll(() => sandbox.close());

  test('a booklet is written, read back, found by its label and not written again', async () => {
    const place = await placeAt(sandbox, profile);
    const outcome = await write(place);
    expect(outcome).toMatchObject({ kind: 'written', sha1: expect.stringMatching(/^[0-9a-f]{40}$/) as string });
    const [document, ...others] = await sandbox.documents(place.patient);
    expect(others).toEqual([]);
    expect(document?.identifier).toBeUndefined();
    const found = { entity: ENTITY, version: 1, status: 'current', knowledgeVersion: '2026.11.1' };
    expect(await findDocuments(place.door, place.settings)).toMatchObject({ kind: 'read', documents: [found] });
    expect(await write(place)).toMatchObject({ kind: 'exists', documents: [found] });
    expect(await sandbox.documents(place.patient)).toHaveLength(1);
  });

  test('F59 a lost answer is looked up by the label, and nothing is sent again', async () => {
    const place = await placeAt(sandbox, profile);
    sandbox.fault('F59', { variant: 'drop-after', times: 1 });
    expect(await write(place)).toMatchObject({ kind: 'written' });
    expect(sandbox.hits('F59')).toBe(1);
    expect(await sandbox.documents(place.patient)).toHaveLength(1);
    const never = await placeAt(sandbox, profile);
    expect(await lookForDocument(never.door, never.settings, never.draft())).toEqual({
      kind: 'not-written',
      why: 'unreachable',
    });
  });

  test('F50 what two tabs write at the same moment is let in twice, both are called written truly, and both are found', async () => {
    const place = await placeAt(sandbox, profile);
    const other = profile === 'epic' ? place.draft().bytes : new TextEncoder().encode('%PDF-1.7 ander');
    const both = await Promise.all([write(place), write(place, place.draft({ bytes: other }))]);
    const documents = await sandbox.documents(place.patient);
    const ids = both.flatMap((one) => (one.kind === 'written' ? [one.id] : []));
    expect([...ids].sort()).toEqual(documents.map(({ id }) => id).sort());
    expect(await findDocuments(place.door, place.settings)).toMatchObject({
      documents: documents.map(({ id }) => ({ id })),
    });
  });

  test('D23 a new version says which one it replaces, and that one counts as superseded', async () => {
    const place = await placeAt(sandbox, profile);
    const first = await write(place);
    const { number } = place.draft().identity;
    await write(place, place.draft({}, 2, [number]));
    const search = await findDocuments(place.door, place.settings);
    const statuses = search.kind === 'read' ? search.documents.map(({ version, status }) => [version, status]) : [];
    expect(Object.fromEntries(statuses)).toEqual({ 1: 'superseded', 2: 'current' });
    const id = first.kind === 'written' ? first.id : '';
    const marked = await markDocument(place.door, place.settings, {
      id,
      status: 'superseded',
      patient: place.draft().patient,
    });
    expect(marked).toEqual({ kind: takesUpdates(profile) ? 'marked' : 'not-allowed' });
    const document = (await sandbox.documents(place.patient)).find((one) => one.id === id);
    expect(document?.status).toBe(takesUpdates(profile) ? 'superseded' : 'current');
  });

  test('the stored file is handed on as it is', async () => {
    const place = await placeAt(sandbox, profile);
    const outcome = await write(place);
    const file = await readStoredFile(place.door, place.settings, outcome.kind === 'written' ? outcome.id : '');
    expect(file).toMatchObject({ kind: 'read', format: profile === 'epic' ? 'text' : 'pdf' });
    const text = new TextDecoder().decode(file.kind === 'read' ? file.bytes : undefined);
    expect(text.replaceAll('\r\n', '\n')).toBe(new TextDecoder().decode(place.draft().bytes));
  });

  test('F63 another text or file is "written, but not as shown"', async () => {
    const place = await placeAt(sandbox, profile);
    sandbox.fault('F63', { variant: 'hash', times: 1 });
    // The look-up before the write finds an empty chart: only the reading back is altered.
    expect(await write(place)).toMatchObject({ kind: 'differs' });
  });

  test('a booklet of another chart is none of ours, even when its text is copied here', async () => {
    const [place, elsewhere] = [await placeAt(sandbox, profile), await placeAt(sandbox, profile)];
    const foreign = elsewhere.draft();
    await write(place, place.draft({ label: foreign.label, bytes: foreign.bytes }));
    expect(await findDocuments(place.door, place.settings)).toEqual({ kind: 'read', documents: [] });
  });

  test('F14 a note that may not be read leaves the list unread, and nothing is written', async () => {
    const place = await placeAt(sandbox, profile);
    await write(place);
    sandbox.fault('F14', { type: profile === 'epic' ? 'Binary' : 'DocumentReference' });
    expect(await findDocuments(place.door, place.settings)).toEqual({ kind: 'not-read' });
    const before = await sandbox.documents(place.patient);
    expect(await write(place, place.draft({}, 2))).toEqual({ kind: 'not-allowed' });
    expect(await sandbox.documents(place.patient)).toEqual(before);
  });

  test('what the server needs is sent: without it the same server refuses', async () => {
    const place = await placeAt(sandbox, profile);
    const lacks = profile === 'epic' ? { encounterId: null } : { date: '2026-11-25' };
    expect(await write(place, place.draft(lacks))).toMatchObject({ kind: 'refused', status: 400 });
    expect(await sandbox.documents(place.patient)).toEqual([]);
  });
});

test('more notes than can be looked through are not read, which is not none', async () => {
  const sandbox = await startSandbox({ port: 0, profile: 'epic', patientNames: ['leiomyosarcoom'] });
  try {
    const place = await placeAt(sandbox, 'epic');
    for (let at = 0; at <= 100; at += 1) await sandbox.put(aNote(`note-${String(at)}`, place.patient));
    expect(await findDocuments(place.door, place.settings)).toEqual({ kind: 'not-read' });
  } finally {
    await sandbox.close();
  }
});

function aNote(id: string, patient: string): DocumentReference & { readonly id: string } {
  return {
    resourceType: 'DocumentReference',
    id,
    status: 'current',
    type: { coding: [NOTE] },
    subject: { reference: `Patient/${patient}` },
    content: [{ attachment: { contentType: 'text/plain', data: Buffer.from('Gesprek.').toString('base64') } }],
  };
}
