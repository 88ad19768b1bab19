import assert from 'node:assert/strict';
import type { WriteOutcome } from '../../../src/domain/document.ts';
import { sha1Of, toHex } from '../../../src/fhir/attachment-bytes.ts';
import { assertHolds, reached, save, soleDocument, together, type Check } from './checks.ts';
import { draftFor, openVisit, secondTab, type Clinic } from './clinic.ts';

/** Equal creates that reach the server at the same moment. */
export const PARALLEL: readonly Check[] = [
  ...[2, 8].map((many) => ({
    name: `parallel: ${many} equal creates at once leave one document, and each is told so`,
    run: (clinic: Clinic) => equalCreates(clinic, many),
  })),
  ...[2, 8].map((many) => ({
    name: `parallel: of ${many} creates of one version with other bytes one is written, the rest are told that it exists`,
    run: (clinic: Clinic) => unequalCreates(clinic, many),
  })),
];

async function equalCreates(clinic: Clinic, many: number): Promise<void> {
  const { patient, outcomes, statuses } = await atOnce(
    clinic,
    `equal-${many}`,
    Array<Uint8Array>(many).fill(clinic.pdf),
  );
  const document = await soleDocument(clinic, patient);
  const written = { kind: 'written', id: document.id, sha1: toHex(await sha1Of(clinic.pdf)) };
  assert.deepEqual(outcomes, Array(many).fill(written), `answers were ${statuses}`);
}

async function unequalCreates(clinic: Clinic, many: number): Promise<void> {
  const files = Array.from({ length: many }, (_, at) => Buffer.concat([clinic.pdf, Buffer.from(`%${at}\n`)]));
  const { patient, outcomes, statuses, drafts } = await atOnce(clinic, `unequal-${many}`, files);
  const document = await soleDocument(clinic, patient);
  const at = outcomes.findIndex(({ kind }) => kind === 'written');
  const told = outcomes.map((outcome) => [outcome.kind, idsIn(outcome)]);
  const expected = outcomes.map((_, one) => [one === at ? 'written' : 'exists', [document.id]]);
  assert.deepEqual(told, expected, `answers were ${statuses}`);
  const draft = drafts[at];
  assert.ok(draft);
  assertHolds(document, draft);
}

function idsIn(outcome: WriteOutcome): readonly string[] {
  if (outcome.kind === 'exists') return outcome.documents.map(({ id }) => id);
  return 'id' in outcome ? [outcome.id] : [];
}

/** Saves each file as the same version, from a tab of its own, with all creates let through at the same moment. */
async function atOnce(clinic: Clinic, mark: string, files: readonly Uint8Array[]) {
  const visit = await openVisit(clinic, mark);
  const drafts = files.map((bytes) => draftFor(clinic, visit, { bytes }));
  const from = clinic.proxy.passed.length;
  clinic.proxy.intervene(together('POST', files.length));
  const outcomes = await Promise.all(drafts.map((draft) => save(clinic, secondTab(clinic, visit), draft)));
  const posts = reached(clinic, from, 'POST');
  assert.equal(posts.length, files.length);
  const statuses = posts
    .map(({ status }) => String(status))
    .sort()
    .join(' ');
  return { patient: visit.patient, outcomes, statuses, drafts };
}
