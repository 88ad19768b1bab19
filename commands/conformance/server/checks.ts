import type { DocumentReference } from 'fhir/r4';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createDocument } from '../../../src/fhir/create-document.ts';
import type { DocumentDraft, WriteOutcome } from '../../../src/domain/document.ts';
import type { FhirFetch } from '../../../src/fhir/fhir-fetch.ts';
import type { Verdict } from '../section.ts';
import { issuerBehind, type Clinic } from './clinic.ts';
import type { Intervention, PassedRequest, Treatment } from './token-proxy.ts';

/** One thing that the app must do before a real server. Throws when it does not. */
export interface Check {
  readonly name: string;
  readonly run: (clinic: Clinic) => Promise<void>;
}

/** Runs checks one after the other; none is left out because another failed. */
export async function runChecks(checks: readonly Check[], clinic: Clinic): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const { name, run } of checks) {
    try {
      await run(clinic);
      verdicts.push({ what: name, faults: [] });
    } catch (error) {
      verdicts.push({ what: name, faults: [error instanceof Error ? error.message : String(error)] });
    } finally {
      clinic.proxy.intervene(null);
    }
  }
  return verdicts;
}

/** Saves a booklet with the settings that ship. */
export function save({ proxy }: Clinic, door: FhirFetch, draft: DocumentDraft): Promise<WriteOutcome> {
  return createDocument(door, issuerBehind(proxy).document, draft);
}

/** Saves one that must be written, and gives the id under which it stands. */
export async function saved(clinic: Clinic, door: FhirFetch, draft: DocumentDraft): Promise<string> {
  const outcome = await save(clinic, door, draft);
  assert.equal(outcome.kind, 'written');
  return outcome.id;
}

/** The one document of a patient, from the store. */
export async function soleDocument({ hapi }: Clinic, patient: string): Promise<DocumentReference> {
  const documents = await hapi.documents(patient);
  assert.equal(documents.length, 1, `${patient} holds ${documents.length} documents`);
  const [document] = documents;
  assert.ok(document);
  return document;
}

/** What a document in the store holds. */
export function bytesIn(document: DocumentReference): Buffer {
  return Buffer.from(document.content[0]?.attachment.data ?? '', 'base64');
}

/** Asserts that a document in the store is a draft, whole, current, of that patient, with the digest of its bytes. */
export function assertHolds(document: DocumentReference, draft: DocumentDraft): void {
  const { attachment } = document.content[0] ?? {};
  assert.deepEqual(bytesIn(document), Buffer.from(draft.bytes));
  assert.equal(attachment?.hash, createHash('sha1').update(draft.bytes).digest('base64'));
  assert.equal(document.status, 'current');
  assert.equal(document.subject?.reference, `Patient/${draft.patient.id}`);
}

/** How many requests of a kind reached the server since `from`. */
export function reached(clinic: Clinic, from: number, method: string): readonly PassedRequest[] {
  return clinic.proxy.passed.slice(from).filter((request) => request.method === method);
}

/** Treats the first request of a method in some way, and lets the rest through. */
export function firstOf(method: string, treat: () => Treatment | Promise<Treatment>): Intervention {
  let over = false;
  return (request) => {
    if (over || request.method !== method) return 'pass';
    over = true;
    return treat();
  };
}

/** Holds requests of a method up until so many have come, and then lets them go at once: what is called parallel must be. */
export function together(method: string, many: number): Intervention {
  let come = 0;
  let go = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  return async (request): Promise<Treatment> => {
    if (request.method !== method) return 'pass';
    come += 1;
    if (come >= many) go();
    await gate;
    return 'pass';
  };
}
