import type { DocumentReference } from 'fhir/r4';
import assert from 'node:assert/strict';
import { findDocuments } from '../../../src/fhir/find-documents.ts';
import { markDocument } from '../../../src/fhir/mark-document.ts';
import type { MarkOutcome } from '../../../src/domain/document.ts';
import { assertHolds, firstOf, reached, saved, soleDocument, together, type Check } from './checks.ts';
import { draftFor, openVisit, secondTab, SETTINGS, versionOf, type Clinic, type Visit } from './clinic.ts';
import type { Treatment } from './token-proxy.ts';

/** Marking a booklet as entered in error, or as superseded. */
export const MARKING: readonly Check[] = [
  {
    name: 'retracting: a booklet is marked as entered in error, and nothing else of it changes',
    run: async (clinic) => {
      const { visit, document } = await withBooklet(clinic, 'retract');
      const outcome = await retract(visit, document.id);
      assert.deepEqual(outcome, { kind: 'marked' });
      const after = await soleDocument(clinic, visit.patient);
      assert.equal(after.meta?.versionId, '2');
      assert.deepEqual(withoutMeta(after), withoutMeta({ ...document, status: 'entered-in-error' }));
      const found = await findDocuments(visit.door, SETTINGS);
      assert.deepEqual(found.kind === 'read' && found.documents.map(({ status }) => status), ['entered-in-error']);
    },
  },
  {
    name: 'superseding: the booklet that a new version replaces is marked, keeps its file, and says the new one its place',
    run: async (clinic) => {
      const { visit, document } = await withBooklet(clinic, 'superseded');
      const next = draftFor(clinic, visit, { identity: versionOf(visit.door, 2), replaces: [document.id] });
      const newer = await saved(clinic, visit.door, next);
      const mark = { id: document.id, status: 'superseded', patient: visit.chart.patient } as const;
      assert.deepEqual(await markDocument(visit.door, SETTINGS, mark), { kind: 'marked' });
      const found = await findDocuments(visit.door, SETTINGS);
      const statuses = found.kind === 'read' ? found.documents.map(({ id, status }) => [id, status]) : [];
      assert.deepEqual(
        new Map(statuses as [string, string][]),
        new Map([
          [document.id, 'superseded'],
          [newer, 'current'],
        ]),
      );
    },
  },
  {
    name: 'retracting: a booklet that somebody else changed meanwhile is left as they made it (HAPI answers 409)',
    run: async (clinic) => {
      const { visit, document } = await withBooklet(clinic, 'stale');
      const from = clinic.proxy.passed.length;
      const changed: DocumentReference = { ...document, description: 'Veranderd door iemand anders' };
      clinic.proxy.intervene(
        firstOf('PUT', async (): Promise<Treatment> => {
          const { status } = await clinic.hapi.ask('PUT', `/DocumentReference/${document.id}`, changed);
          assert.equal(status, 200);
          return 'pass';
        }),
      );
      assert.deepEqual(await retract(visit, document.id), { kind: 'changed' });
      assert.deepEqual(statusesOf(clinic, from), [409]);
      assert.deepEqual(withoutMeta(await soleDocument(clinic, visit.patient)), withoutMeta(changed));
    },
  },
  {
    name: 'retracting: of two at once one is let through, and both say what is true',
    run: async (clinic) => {
      const { visit, document } = await withBooklet(clinic, 'twice');
      const from = clinic.proxy.passed.length;
      clinic.proxy.intervene(together('PUT', 2));
      const tabs = [visit.door, secondTab(clinic, visit)];
      const outcomes = await Promise.all(tabs.map((door) => retract({ ...visit, door }, document.id)));
      assert.deepEqual(statusesOf(clinic, from).toSorted(), [200, 409]);
      assert.deepEqual(outcomes.map(({ kind }) => kind).toSorted(), ['changed', 'marked']);
      const after = await soleDocument(clinic, visit.patient);
      assert.deepEqual([after.status, after.meta?.versionId], ['entered-in-error', '2']);
    },
  },
  {
    name: 'retracting: an answer that was lost after the server did it is looked up, not sent again',
    run: async (clinic) => {
      const { visit, document } = await withBooklet(clinic, 'unheard');
      const from = clinic.proxy.passed.length;
      clinic.proxy.intervene(firstOf('PUT', () => 'drop-after'));
      assert.deepEqual(await retract(visit, document.id), { kind: 'marked' });
      assert.deepEqual(statusesOf(clinic, from), [null]);
      assert.equal((await soleDocument(clinic, visit.patient)).status, 'entered-in-error');
    },
  },
  {
    name: 'retracting: lost before the server had it is not written, and the booklet stands',
    run: async (clinic) => {
      const { visit, document } = await withBooklet(clinic, 'unsent');
      clinic.proxy.intervene(firstOf('PUT', () => 'drop-before'));
      assert.deepEqual(await retract(visit, document.id), { kind: 'not-written' });
      assert.deepEqual(await soleDocument(clinic, visit.patient), document);
    },
  },
  {
    name: 'retracting: a token that stops counting at the update ends the session, and the booklet stands',
    run: async (clinic) => {
      const { visit, document } = await withBooklet(clinic, 'over');
      clinic.proxy.intervene(firstOf('PUT', () => 'refuse'));
      assert.deepEqual(await retract(visit, document.id), { kind: 'session-ended' });
      assert.deepEqual(await soleDocument(clinic, visit.patient), document);
    },
  },
  {
    name: "retracting: neither another patient's booklet nor a letter of this one is touched",
    run: async (clinic) => {
      const { visit: other, document: theirs } = await withBooklet(clinic, 'others');
      const visit = await openVisit(clinic, 'not-others');
      const letter = { ...theirs, id: 'letter', identifier: [], masterIdentifier: undefined, meta: undefined };
      await clinic.hapi.put([{ ...letter, subject: { reference: `Patient/${visit.patient}` } }]);
      const from = clinic.proxy.passed.length;
      for (const id of [theirs.id, 'letter']) assert.deepEqual(await retract(visit, id), { kind: 'not-allowed' });
      assert.deepEqual(statusesOf(clinic, from), []);
      assert.deepEqual(await soleDocument(clinic, other.patient), theirs);
      assert.equal((await soleDocument(clinic, visit.patient)).status, 'current');
    },
  },
];

function retract({ door, chart }: Visit, id: string): Promise<MarkOutcome> {
  return markDocument(door, SETTINGS, { id, status: 'entered-in-error', patient: chart.patient });
}

/** A chart with a booklet in it, as the store holds it. */
async function withBooklet(
  clinic: Clinic,
  mark: string,
): Promise<{ readonly visit: Visit; readonly document: DocumentReference & { readonly id: string } }> {
  const visit = await openVisit(clinic, mark);
  const draft = draftFor(clinic, visit);
  const id = await saved(clinic, visit.door, draft);
  const document = await soleDocument(clinic, visit.patient);
  assertHolds(document, draft);
  return { visit, document: { ...document, id } };
}

function withoutMeta({ meta, ...document }: DocumentReference): Omit<DocumentReference, 'meta'> {
  return document;
}

function statusesOf(clinic: Clinic, from: number): readonly (number | null)[] {
  return reached(clinic, from, 'PUT').map(({ status }) => status);
}
