import type { DocumentReference } from 'fhir/r4';
import type { DocumentSearch } from '../domain/document.ts';
import { hasUuid, searchToken } from './document-identifier.ts';
import { routeIdOf } from './document-identity.ts';
import { mapStoredDocument } from './document-reference.ts';
import { FhirReadError } from './fhir-error.ts';
import type { FhirFetch } from './fhir-fetch.ts';
import { searchAll, type SearchResult } from './search-all.ts';

/**
 * Finds every Route document of the launch patient, of any status.
 *
 * Shape:  half a list is `not-read`: what is missing might be the one to replace.
 * Errors: none; a session that ends meanwhile says so at the next write.
 */
export async function findDocuments(fhirFetch: FhirFetch): Promise<DocumentSearch> {
  try {
    const { resources, gap } = await searchRouteDocuments(fhirFetch);
    return gap === null ? { kind: 'read', documents: resources.map(mapStoredDocument) } : { kind: 'not-read' };
  } catch (error) {
    if (error instanceof FhirReadError) return { kind: 'not-read' };
    throw error;
  }
}

/** Searches by the identifier that all Route documents of the patient share (D23). */
export function searchRouteDocuments(fhirFetch: FhirFetch): Promise<SearchResult<DocumentReference>> {
  const { fhirBaseUrl: iss, patientId } = fhirFetch.session;
  return searchByUuid(fhirFetch, routeIdOf({ iss, patientId }));
}

/** Searches for one version of a booklet. */
export function searchVersion(fhirFetch: FhirFetch, versionId: string): Promise<SearchResult<DocumentReference>> {
  return searchByUuid(fhirFetch, versionId);
}

async function searchByUuid(fhirFetch: FhirFetch, uuid: string): Promise<SearchResult<DocumentReference>> {
  const { patientId } = fhirFetch.session;
  const result = await searchAll(fhirFetch, 'DocumentReference', { patient: patientId, identifier: searchToken(uuid) });
  // A server that does not know the parameter may leave it out and answer with all documents of the patient.
  return { ...result, resources: result.resources.filter((document) => hasUuid(document, uuid)) };
}
