import type { DocumentReference } from 'fhir/r4';
import type { DocumentSearch } from '../domain/document.ts';
import type { GapReason } from '../domain/evidence.ts';
import { hasUuid, searchToken } from './document-identifier.ts';
import { routeIdOf } from './document-identity.ts';
import { PROFILES } from './document-profile.ts';
import type { DocumentSettings } from './document-reference.ts';
import { endsSession, FhirReadError } from './fhir-error.ts';
import type { FhirFetch } from './fhir-fetch.ts';
import { isVersion, recognise, toStoredDocuments, type RouteDocument } from './route-document.ts';
import { searchAll, type SearchResult } from './search-all.ts';

/** Booklets in the chart; with a gap some may be missing. */
export interface RouteDocuments {
  readonly documents: readonly RouteDocument[];
  readonly gap: GapReason | null;
}

/** Notes of the type under which booklets are filed are read one by one: more than this is no list to look through. */
const MOST_NOTES = 100;

/**
 * Finds every Route document of the launch patient, of any status.
 *
 * Shape:  half a list is `not-read`: what is missing might be the one to replace.
 * Errors: none; a session that ends meanwhile says so at the next write.
 */
export async function findDocuments(fhirFetch: FhirFetch, settings: DocumentSettings): Promise<DocumentSearch> {
  try {
    const { documents, gap } = await searchRouteDocuments(fhirFetch, settings);
    return gap === null ? { kind: 'read', documents: toStoredDocuments(documents) } : { kind: 'not-read' };
  } catch (error) {
    if (error instanceof FhirReadError) return { kind: 'not-read' };
    throw error;
  }
}

/** Searches by the identifier that all Route documents of the patient share (D23), or looks for their labels. */
export function searchRouteDocuments(fhirFetch: FhirFetch, settings: DocumentSettings): Promise<RouteDocuments> {
  if (PROFILES[settings.profile].knownBy === 'label') return searchByLabel(fhirFetch, settings);
  const { fhirBaseUrl: iss, patientId } = fhirFetch.session;
  return searchByUuid(fhirFetch, routeIdOf({ iss, patientId }));
}

/** Searches for one version of a booklet. */
export async function searchVersion(
  fhirFetch: FhirFetch,
  settings: DocumentSettings,
  versionId: string,
): Promise<RouteDocuments> {
  if (PROFILES[settings.profile].knownBy === 'identifier') return searchByUuid(fhirFetch, versionId);
  const { documents, gap } = await searchByLabel(fhirFetch, settings);
  return { documents: documents.filter((document) => isVersion(fhirFetch, document, versionId)), gap };
}

async function searchByUuid(fhirFetch: FhirFetch, uuid: string): Promise<RouteDocuments> {
  const { patientId } = fhirFetch.session;
  const query = { patient: patientId, identifier: searchToken(uuid) };
  const { resources, gap } = await searchAll(fhirFetch, 'DocumentReference', query);
  // A server that does not know the parameter may leave it out and answer with all documents of the patient.
  const found = resources.filter((document) => hasUuid(document, uuid));
  return { documents: found.map((resource) => ({ resource, label: null })), gap };
}

/** All documents of the type under which this site files booklets, whoever wrote them; those that bear a label of this chart. */
async function searchByLabel(fhirFetch: FhirFetch, settings: DocumentSettings): Promise<RouteDocuments> {
  const { system, code } = settings.type;
  const query = { patient: fhirFetch.session.patientId, type: `${system}|${code}` };
  const { resources, gap }: SearchResult<DocumentReference> = await searchAll(fhirFetch, 'DocumentReference', query);
  if (resources.length > MOST_NOTES) return { documents: [], gap: 'too-large' };
  const read = await Promise.all(resources.map((resource) => recogniseOrReason(fhirFetch, settings, resource)));
  const gaps = read.filter((one) => typeof one === 'string');
  return { documents: read.filter((one) => one !== null && typeof one !== 'string'), gap: gap ?? gaps[0] ?? null };
}

/** Errors: FhirReadError only when the session is over; a note that cannot be read leaves the list incomplete. */
async function recogniseOrReason(
  fhirFetch: FhirFetch,
  settings: DocumentSettings,
  resource: DocumentReference,
): Promise<RouteDocument | GapReason | null> {
  try {
    return await recognise(fhirFetch, settings, resource);
  } catch (error) {
    if (!(error instanceof FhirReadError) || endsSession(error.reason)) throw error;
    return error.reason;
  }
}
