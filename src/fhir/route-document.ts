import type { DocumentReference } from 'fhir/r4';
import type { DocumentLabel } from '../domain/document-label.ts';
import { readLabel, withReplaced } from '../domain/read-label.ts';
import type { StoredDocument } from '../domain/document.ts';
import { hasUuid } from './document-identifier.ts';
import { identifyDocument, routeIdOf, type ChartIdentity } from './document-identity.ts';
import { PROFILES } from './document-profile.ts';
import { mapStoredDocument, type DocumentSettings } from './document-reference.ts';
import type { FhirFetch } from './fhir-fetch.ts';
import { listOf, textOf } from './map-concept.ts';
import { readNote } from './stored-attachment.ts';

/** A booklet of this app in the chart of the launch patient, and its label where that is what it is known by. */
export interface RouteDocument {
  readonly resource: DocumentReference;
  readonly label: DocumentLabel | null;
}

/** Takes a document for a booklet of this app when it says so for this very chart, else gives null. Errors: FhirReadError. */
export async function recognise(
  fhirFetch: FhirFetch,
  { profile }: DocumentSettings,
  resource: DocumentReference,
): Promise<RouteDocument | null> {
  const chart = chartOf(fhirFetch);
  if (PROFILES[profile].knownBy === 'identifier') {
    return hasUuid(resource, routeIdOf(chart)) ? { resource, label: null } : null;
  }
  const label = labelInTitle(resource) ?? (await labelInNote(fhirFetch, resource));
  return label !== null && isOfChart(label, chart) ? { resource, label } : null;
}

function chartOf({ session }: FhirFetch): ChartIdentity {
  return { iss: session.fhirBaseUrl, patientId: session.patientId };
}

function labelInTitle({ content, description }: DocumentReference): DocumentLabel | null {
  const titles = listOf(listOf(content).map(({ attachment }) => attachment)).map(({ title }) => title);
  return [...titles, description].reduce<DocumentLabel | null>(
    (found, text) => found ?? readLabel(textOf(text) ?? ''),
    null,
  );
}

async function labelInNote(fhirFetch: FhirFetch, resource: DocumentReference): Promise<DocumentLabel | null> {
  const note = await readNote(fhirFetch, resource);
  return note && readLabel(note.text);
}

/** Nobody's text can pass for a booklet of this chart by a slip: the number follows from chart, entity and version. */
function isOfChart({ entity, version, number }: DocumentLabel, chart: ChartIdentity): boolean {
  return identifyDocument(chart, entity, version).number === number;
}

/** Whether it is this version of the booklet. */
export function isVersion(fhirFetch: FhirFetch, { resource, label }: RouteDocument, versionId: string): boolean {
  if (label === null) return hasUuid(resource, versionId);
  return identifyDocument(chartOf(fhirFetch), label.entity, label.version).versionId === versionId;
}

/** What the workflow needs to know of the booklets in a chart. */
export function toStoredDocuments(found: readonly RouteDocument[]): readonly StoredDocument[] {
  return withReplaced(found.map(({ resource, label }) => ({ document: mapStoredDocument(resource, label), label })));
}
