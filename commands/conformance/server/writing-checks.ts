import assert from 'node:assert/strict';
import { toHex, sha1Of } from '../../../src/fhir/attachment-bytes.ts';
import { lookForDocument } from '../../../src/fhir/create-document.ts';
import { toDocumentReference } from '../../../src/fhir/document-reference.ts';
import { findDocuments } from '../../../src/fhir/find-documents.ts';
import { readStoredFile } from '../../../src/fhir/read-stored-file.ts';
import { assertHolds, firstOf, reached, save, saved, soleDocument, type Check } from './checks.ts';
import { draftFor, issuerBehind, openVisit, secondTab, versionOf, SETTINGS } from './clinic.ts';

/** Saving, finding and fetching a booklet, and what goes wrong on the line. */
export const WRITING: readonly Check[] = [
  {
    name: 'writing: a new booklet is written, and stands in the store as it was shown',
    run: async (clinic) => {
      const visit = await openVisit(clinic, 'new');
      const draft = draftFor(clinic, visit);
      const outcome = await save(clinic, visit.door, draft);
      const document = await soleDocument(clinic, visit.patient);
      assert.deepEqual(outcome, { kind: 'written', id: document.id, sha1: toHex(await sha1Of(draft.bytes)) });
      assertHolds(document, draft);
    },
  },
  {
    name: 'writing: the create carries If-None-Exist, for HAPI says that it heeds it',
    run: async (clinic) => {
      const visit = await openVisit(clinic, 'header');
      const from = clinic.proxy.passed.length;
      const draft = draftFor(clinic, visit);
      await saved(clinic, visit.door, draft);
      const [post, ...more] = reached(clinic, from, 'POST');
      assert.deepEqual(more, []);
      const header = decodeURIComponent(String(post?.headers['if-none-exist']));
      assert.equal(header, `identifier=urn:ietf:rfc:3986|urn:uuid:${draft.identity.versionId}`);
    },
  },
  {
    name: 'writing: the same version again exists, and nothing is sent',
    run: async (clinic) => {
      const visit = await openVisit(clinic, 'again');
      const id = await saved(clinic, visit.door, draftFor(clinic, visit));
      const from = clinic.proxy.passed.length;
      const outcome = await save(clinic, secondTab(clinic, visit), draftFor(clinic, visit));
      assert.equal(outcome.kind, 'exists');
      assert.deepEqual(
        outcome.documents.map((one) => one.id),
        [id],
      );
      assert.deepEqual(reached(clinic, from, 'POST'), []);
      await soleDocument(clinic, visit.patient);
    },
  },
  {
    name: 'writing: a new version says by a relative reference what it replaces, and is written beside it',
    run: async (clinic) => {
      const visit = await openVisit(clinic, 'next');
      const first = await saved(clinic, visit.door, draftFor(clinic, visit));
      const change = { identity: versionOf(visit.door, 2), replaces: [first] };
      const second = await saved(clinic, visit.door, draftFor(clinic, visit, change));
      const documents = await clinic.hapi.documents(visit.patient);
      assert.deepEqual(
        documents.map(({ id }) => id),
        [first, second],
      );
      const target = { code: 'replaces', target: { reference: `DocumentReference/${first}` } };
      assert.deepEqual(documents[1]?.relatesTo, [target]);
      const found = await findDocuments(visit.door, SETTINGS);
      const versions = found.kind === 'read' ? found.documents.map(({ version }) => version) : [];
      assert.deepEqual(versions.toSorted(), [1, 2]);
    },
  },
  {
    name: 'writing: HAPI refuses an absolute relatesTo with 400, so ours is relative',
    run: async (clinic) => {
      const visit = await openVisit(clinic, 'absolute');
      const first = await saved(clinic, visit.door, draftFor(clinic, visit));
      const draft = draftFor(clinic, visit, { identity: versionOf(visit.door, 2) });
      const { document: settings } = issuerBehind(clinic.proxy);
      const sent = toDocumentReference(draft, draft.patient.id, await sha1Of(draft.bytes), settings);
      const reference = `${clinic.proxy.fhirBaseUrl}/DocumentReference/${first}`;
      const response = await fetch(`${clinic.proxy.fhirBaseUrl}/DocumentReference`, {
        method: 'POST',
        headers: { authorization: `Bearer ${clinic.proxy.token}`, 'content-type': 'application/fhir+json' },
        body: JSON.stringify({ ...sent, relatesTo: [{ code: 'replaces', target: { reference } }] }),
      });
      assert.equal(response.status, 400);
      assert.match(await response.text(), /external reference/i);
      await soleDocument(clinic, visit.patient);
    },
  },
  {
    name: 'writing: a stored booklet is fetched byte for byte',
    run: async (clinic) => {
      const visit = await openVisit(clinic, 'bytes');
      const id = await saved(clinic, visit.door, draftFor(clinic, visit));
      const file = await readStoredFile(secondTab(clinic, visit), SETTINGS, id);
      assert.equal(file.kind, 'read');
      assert.deepEqual(Buffer.from(file.bytes), Buffer.from(clinic.pdf));
    },
  },
  {
    name: 'writing: an answer that was lost after the server stored it is looked up, not sent again',
    run: async (clinic) => {
      const visit = await openVisit(clinic, 'lost');
      const from = clinic.proxy.passed.length;
      clinic.proxy.intervene(firstOf('POST', () => 'drop-after'));
      const draft = draftFor(clinic, visit);
      await saved(clinic, visit.door, draft);
      assert.deepEqual(
        reached(clinic, from, 'POST').map(({ status }) => status),
        [null],
      );
      assertHolds(await soleDocument(clinic, visit.patient), draft);
    },
  },
  {
    name: 'writing: lost, and out of reach ever after, is unknown; looked for later it is found',
    run: async (clinic) => {
      const visit = await openVisit(clinic, 'later');
      let lost = false;
      clinic.proxy.intervene(({ method }) => {
        if (method !== 'POST') return lost ? 'drop-before' : 'pass';
        lost = true;
        return 'drop-after';
      });
      const draft = draftFor(clinic, visit);
      assert.deepEqual(await save(clinic, visit.door, draft), { kind: 'unknown' });
      clinic.proxy.intervene(null);
      const document = await soleDocument(clinic, visit.patient);
      const found = await lookForDocument(visit.door, SETTINGS, draft);
      assert.deepEqual(found, { kind: 'written', id: document.id, sha1: toHex(await sha1Of(draft.bytes)) });
    },
  },
  {
    name: 'writing: lost before the server had it is not written, and the store holds nothing',
    run: async (clinic) => {
      const visit = await openVisit(clinic, 'before');
      clinic.proxy.intervene(firstOf('POST', () => 'drop-before'));
      const outcome = await save(clinic, visit.door, draftFor(clinic, visit));
      assert.deepEqual(outcome, { kind: 'not-written', why: 'unreachable' });
      assert.deepEqual(await clinic.hapi.documents(visit.patient), []);
    },
  },
  {
    name: 'writing: without an answer about conditional create nothing is sent',
    run: async (clinic) => {
      const visit = await openVisit(clinic, 'unsaid');
      const from = clinic.proxy.passed.length;
      clinic.proxy.intervene(({ target }) => (target === '/metadata' ? 'drop-before' : 'pass'));
      const outcome = await save(clinic, visit.door, draftFor(clinic, visit));
      assert.deepEqual(outcome, { kind: 'not-written', why: 'unreachable' });
      assert.deepEqual(reached(clinic, from, 'POST'), []);
      assert.deepEqual(await clinic.hapi.documents(visit.patient), []);
    },
  },
  {
    name: 'writing: a token that stops counting at the create ends the session, and nothing is stored',
    run: async (clinic) => {
      const visit = await openVisit(clinic, 'expired');
      const refused = clinic.proxy.refused.length;
      clinic.proxy.intervene(firstOf('POST', () => 'refuse'));
      assert.deepEqual(await save(clinic, visit.door, draftFor(clinic, visit)), { kind: 'session-ended' });
      assert.equal(clinic.proxy.refused.length - refused, 1);
      assert.deepEqual(await clinic.hapi.documents(visit.patient), []);
      // The session is over for whatever comes after, before it reaches the proxy.
      const passed = clinic.proxy.passed.length;
      assert.deepEqual(await save(clinic, visit.door, draftFor(clinic, visit)), { kind: 'session-ended' });
      assert.equal(clinic.proxy.passed.length, passed);
    },
  },
  {
    name: "writing: another patient's booklet is not found, not fetched and in nobody's way",
    run: async (clinic) => {
      const [own, other] = [await openVisit(clinic, 'mine'), await openVisit(clinic, 'theirs')];
      const id = await saved(clinic, other.door, draftFor(clinic, other));
      assert.deepEqual(await findDocuments(own.door, SETTINGS), { kind: 'read', documents: [] });
      assert.deepEqual(await readStoredFile(own.door, SETTINGS, id), { kind: 'not-read' });
      await saved(clinic, own.door, draftFor(clinic, own));
      assertHolds(await soleDocument(clinic, own.patient), draftFor(clinic, own));
      assertHolds(await soleDocument(clinic, other.patient), draftFor(clinic, other));
    },
  },
  {
    name: 'writing: a patient whose record changed since it was shown is not written to',
    run: async (clinic) => {
      const visit = await openVisit(clinic, 'renamed');
      const [{ patient } = { patient: undefined }] = clinic.fixtures.patients;
      if (patient === undefined) throw new Error('there is no patient');
      await clinic.hapi.put([{ ...patient, id: visit.patient, birthDate: '1950-01-01' }]);
      assert.deepEqual(await save(clinic, visit.door, draftFor(clinic, visit)), { kind: 'wrong-patient' });
      assert.deepEqual(await clinic.hapi.documents(visit.patient), []);
    },
  },
];
