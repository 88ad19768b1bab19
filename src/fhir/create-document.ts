import type { DocumentDraft, WriteOutcome } from '../domain/document.ts';
import { sha1Of } from './attachment-bytes.ts';
import { conditionalCreateHeader } from './conditional-create.ts';
import { PROFILES } from './document-profile.ts';
import { toDocumentReference, type DocumentSettings } from './document-reference.ts';
import { FhirReadError } from './fhir-error.ts';
import type { WriteAnswer, FhirFetch } from './fhir-fetch.ts';
import { referenceInside } from './fhir-url.ts';
import { searchRouteDocuments, searchVersion } from './find-documents.ts';
import { readBack } from './read-back.ts';
import { confirmSamePerson } from './read-patient.ts';
import { isVersion, toStoredDocuments, type RouteDocument } from './route-document.ts';

type Answered = Extract<WriteAnswer, { readonly kind: 'answered' }>;

/** One booklet on its way to one site. */
interface Writing {
  readonly fhirFetch: FhirFetch;
  readonly settings: DocumentSettings;
  readonly draft: DocumentDraft;
}

/**
 * Writes a booklet to the chart, once, and reads it back.
 *
 * Shape:  is this version there already? → patient read anew (F65) → create → read back (F63). Nothing is called written before
 *         that, and a lost answer is looked up, never sent again (rule 4). `sha1` is lower-case hex.
 * Errors: none of the server's; each is an outcome. Texts of the server are not kept (F44).
 */
export async function createDocument(
  fhirFetch: FhirFetch,
  settings: DocumentSettings,
  draft: DocumentDraft,
): Promise<WriteOutcome> {
  const writing = { fhirFetch, settings, draft };
  let answer: WriteAnswer;
  try {
    const standing = await standingDocuments(writing);
    if (standing.some((document) => isVersion(fhirFetch, document, draft.identity.versionId))) {
      return { kind: 'exists', documents: toStoredDocuments(standing) };
    }
    answer = await send(writing);
  } catch (error) {
    return outcomeBeforeSending(error);
  }
  return afterSending(() => (answer.kind === 'lost' ? lookFor(writing) : outcomeOf(writing, answer)));
}

/**
 * Looks for a document whose write answer was lost (F59).
 *
 * Shape: found and equal is written, found and different differs, not found is not written, not to be found out is unknown.
 */
export function lookForDocument(
  fhirFetch: FhirFetch,
  settings: DocumentSettings,
  draft: DocumentDraft,
): Promise<WriteOutcome> {
  return afterSending(() => lookFor({ fhirFetch, settings, draft }));
}

async function lookFor(writing: Writing): Promise<WriteOutcome> {
  const found = await findVersion(writing);
  return found === 'none' ? { kind: 'not-written', why: 'unreachable' } : found;
}

async function standingDocuments({ fhirFetch, settings }: Writing): Promise<readonly RouteDocument[]> {
  const { documents, gap } = await searchRouteDocuments(fhirFetch, settings);
  if (gap !== null) throw new FhirReadError(gap);
  return documents;
}

async function send({ fhirFetch, settings, draft }: Writing): Promise<WriteAnswer> {
  const sha1 = await sha1Of(draft.bytes);
  const { conditionalCreate } = PROFILES[settings.profile];
  const header = conditionalCreate ? await conditionalCreateHeader(fhirFetch, draft.identity.versionId) : {};
  // Last of all, so that nothing stands between this answer and the write.
  await confirmSamePerson(fhirFetch, draft.patient);
  return fhirFetch.create(toDocumentReference(draft, fhirFetch.session.patientId, sha1, settings), header);
}

/** What an answer to the create means. */
function outcomeOf(writing: Writing, answer: Answered): Promise<WriteOutcome> | WriteOutcome {
  const { status, issues } = answer;
  if (status < 300) return accepted(writing, answer);
  if (status >= 500) return lookFor(writing);
  switch (status) {
    case 401:
      return { kind: 'session-ended' };
    case 403:
      return { kind: 'not-allowed' };
    case 409:
    case 412:
      return conflicted(writing, answer);
    case 429:
      return { kind: 'not-written', why: 'busy' };
    default:
      return { kind: 'refused', status, issues };
  }
}

/** The server took it, or says that it had it: only the chart itself tells what stands there now (F62, F63). */
async function accepted(writing: Writing, answer: Answered): Promise<WriteOutcome> {
  const { fhirFetch, draft } = writing;
  const created = referenceInside(fhirFetch.session.fhirBaseUrl, answer.location);
  if (created?.type !== 'DocumentReference') {
    const found = await findVersion(writing);
    return found === 'none' ? { kind: 'unknown' } : found;
  }
  const outcome = await readBack(fhirFetch, created.id, draft);
  // 200 to a conditional create: there was one with this version, and it is not ours.
  return outcome.kind === 'differs' && answer.status === 200 ? existsNow(writing, outcome) : outcome;
}

/** Of equal creates at the same moment a server lets one through and refuses the rest: ours may be there (F56). */
async function conflicted(writing: Writing, answer: Answered): Promise<WriteOutcome> {
  const found = await findVersion(writing);
  if (found === 'none') return { kind: 'refused', status: answer.status, issues: answer.issues };
  return found.kind === 'differs' ? existsNow(writing, found) : found;
}

async function existsNow({ fhirFetch, settings }: Writing, otherwise: WriteOutcome): Promise<WriteOutcome> {
  const { documents, gap } = await searchRouteDocuments(fhirFetch, settings);
  return gap === null ? { kind: 'exists', documents: toStoredDocuments(documents) } : otherwise;
}

/** Reads every document of this version back: where a server lets two in, ours may be the second. */
async function findVersion({ fhirFetch, settings, draft }: Writing): Promise<WriteOutcome | 'none'> {
  const { documents, gap } = await searchVersion(fhirFetch, settings, draft.identity.versionId);
  let found: WriteOutcome | null = null;
  for (const { resource } of documents) {
    const outcome = resource.id === undefined ? unknown() : await readBack(fhirFetch, resource.id, draft);
    if (outcome.kind === 'written') return outcome;
    found ??= outcome;
  }
  return found ?? (gap === null ? 'none' : unknown());
}

function unknown(): WriteOutcome {
  return { kind: 'unknown' };
}

/** Once it was sent, a fault of reading leaves the question open, the end of the session too: "look in the chart" must be said. */
async function afterSending(ask: () => Promise<WriteOutcome> | WriteOutcome): Promise<WriteOutcome> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof FhirReadError)) throw error;
    return { kind: error.reason === 'wrong-patient' ? 'wrong-patient' : 'unknown' };
  }
}

/** Before the document has left, every fault is certain: nothing was stored. */
function outcomeBeforeSending(error: unknown): WriteOutcome {
  if (!(error instanceof FhirReadError)) throw error;
  switch (error.reason) {
    case 'session-ended':
    case 'wrong-patient':
    case 'not-allowed':
      return { kind: error.reason };
    case 'unreachable':
      return { kind: 'not-written', why: error.status === null ? 'unreachable' : 'busy' };
    case 'too-slow':
      return { kind: 'not-written', why: 'unreachable' };
    default:
      return { kind: 'refused', status: error.status ?? 0, issues: [error.code] };
  }
}
