import type { DocumentReference } from 'fhir/r4';
import { descriptionOf, type DocumentDraft, type DocumentMark, type FileFormat } from '../../../src/domain/document.ts';
import { toChartNote } from '../../../src/domain/handout/plain-text/to-plain-text.ts';
import { composeHandout } from '../../../src/domain/handout/compose-handout.ts';
import type { PatientId } from '../../../src/domain/patient.ts';
import { createDocument } from '../../../src/fhir/create-document.ts';
import { takesUpdates } from '../../../src/fhir/profile-name.ts';
import { identifyDocument } from '../../../src/fhir/document-identity.ts';
import type { DocumentSettings } from '../../../src/fhir/document-reference.ts';
import { mapPatient } from '../../../src/fhir/map-patient.ts';
import type { Session } from '../../../src/fhir/open-session.ts';
import { markDocument } from '../../../src/fhir/mark-document.ts';
import { sessionOf } from '../../session.ts';
import { issuerOf, shippedConfig } from '../../shipped-config.ts';
import { pdfOf, type GoldenCase } from '../golden-cases.ts';
import { openRecordingDoor, RECORDED_PATIENT } from './recording-door.ts';

/** A resource as it leaves the app. */
export interface SentDocument {
  readonly name: string;
  readonly document: DocumentReference;
}

/** Nobody listens there; the shipped config is for an EHR on this computer. */
const EHR = 'http://localhost:9';
const CONFIG = shippedConfig(EHR);
const ISSUER = issuerOf(CONFIG);

interface Filing {
  readonly name: string;
  readonly settings: DocumentSettings;
  readonly format: FileFormat;
}

/** Every way in which a site can have a booklet filed. */
const FILINGS: readonly Filing[] = [
  ...(['N', 'R', 'V'] as const).map((confidentiality) => filing(confidentiality, { confidentiality }, 'pdf')),
  filing('text', {}, 'text'),
  filing('epic', { profile: 'epic', type: { system: 'http://loinc.org', code: '34109-9', display: 'Note' } }, 'text'),
  filing('oracle', { profile: 'oracle' }, 'pdf'),
];

function filing(name: string, change: Partial<DocumentSettings>, format: FileFormat): Filing {
  return { name, settings: { ...ISSUER.document, ...change }, format };
}

/** What differs from one draft to the next. */
const DRAFTS: readonly { readonly name: string; readonly change: Partial<DocumentDraft> }[] = [
  { name: 'encounter', change: { encounterId: 'enc-1', replaces: [] } },
  { name: 'no-encounter', change: { encounterId: null, replaces: [] } },
  { name: 'encounter-replaces', change: { encounterId: 'enc-1', replaces: ['doc-1'] } },
  { name: 'no-encounter-replaces-two', change: { encounterId: null, replaces: ['doc-1', 'doc-2'] } },
];

/**
 * Documents that the app sends about a case, made by the app itself: the create, and the updates that mark it as entered in error and
 * as superseded where the server takes them.
 *
 * Shape:  every setting and every draft, paired by `turn`: with a turn for each case every pair comes by, and the judge is not asked
 *         for all of them each time.
 * Errors: throws when the app does not send one.
 */
export async function sentDocuments(goldenCase: GoldenCase, turn: number): Promise<readonly SentDocument[]> {
  const drafts = { pdf: await draftOf(goldenCase, 'pdf'), text: await draftOf(goldenCase, 'text') };
  const sent: SentDocument[] = [];
  for (const [at, { name: filed, settings, format }] of FILINGS.entries()) {
    const variant = DRAFTS[(at + turn) % DRAFTS.length];
    if (variant === undefined) throw new Error('there are no drafts');
    const name = `${goldenCase.name}-${filed}-${variant.name}`;
    const document = await whatIsCreated({ ...drafts[format], ...variant.change }, settings);
    sent.push({ name, document });
    if (!takesUpdates(settings.profile)) continue;
    const status = at % 2 === turn % 2 ? 'superseded' : 'entered-in-error';
    sent.push({ name: `${name}-${status}`, document: await whatIsUpdated(document, settings, status) });
  }
  return sent;
}

async function whatIsCreated(draft: DocumentDraft, settings: DocumentSettings): Promise<DocumentReference> {
  const door = openRecordingDoor(sessionOfCase(), []);
  const outcome = await createDocument(door, settings, draft);
  return only(door.sent, `the create, which ended as ${outcome.kind},`);
}

/** The document as a server gives it back: with an id and a version of the server's. */
async function whatIsUpdated(
  created: DocumentReference,
  settings: DocumentSettings,
  status: DocumentMark['status'],
): Promise<DocumentReference> {
  const meta = { ...created.meta, versionId: '1', lastUpdated: '2026-11-25T11:02:04.123+01:00' };
  const stored = { ...created, id: 'doc-9', meta };
  const door = openRecordingDoor(sessionOfCase(), [stored]);
  const outcome = await markDocument(door, settings, { id: stored.id, status, patient: mapPatient(RECORDED_PATIENT) });
  return only(door.sent, `the update, which ended as ${outcome.kind},`);
}

function only(sent: readonly DocumentReference[], what: string): DocumentReference {
  const [first, ...more] = sent;
  if (first === undefined || more.length > 0) throw new Error(`${what} sent ${sent.length} documents instead of one`);
  return first;
}

function sessionOfCase(): Session {
  const { id: patient } = RECORDED_PATIENT;
  return sessionOf(ISSUER, { patient, encounter: null, scopes: ISSUER.scope.split(' '), token: 'none' });
}

async function draftOf(goldenCase: GoldenCase, format: FileFormat): Promise<DocumentDraft> {
  const { bookletCase, route } = goldenCase;
  const handout = composeHandout(route, { length: 'kort' });
  const { title, language } = handout;
  const chart = { iss: ISSUER.iss, patientId: RECORDED_PATIENT.id as PatientId };
  const { version } = bookletCase.booklet;
  const entity = route.diagnosis.entity.id;
  // Without an approval nothing can be filed: such a case is judged as if the shipped one were about it.
  const approval = bookletCase.approval ?? CONFIG.approval;
  if (approval === null) throw new Error(`${goldenCase.name}: nobody approved it`);
  const identity = identifyDocument(chart, entity, version);
  const { knowledgeVersion } = approval;
  const label = { entity, version, number: identity.number, knowledgeVersion, replaces: [] };
  const bytes =
    format === 'text' ? new TextEncoder().encode(toChartNote(handout, label)) : await pdfOf(goldenCase, 'kort');
  if (bytes === null) throw new Error(`${goldenCase.name}: there is no booklet`);
  return {
    identity,
    entity,
    patient: mapPatient(RECORDED_PATIENT),
    format,
    bytes,
    title,
    label,
    description: descriptionOf(version, approval),
    language,
    knowledgeVersion,
    date: `${bookletCase.today}T11:02:03+01:00`,
    author: { reference: 'Practitioner/prac-postma', name: approval.name },
    encounterId: null,
    replaces: [],
  };
}
