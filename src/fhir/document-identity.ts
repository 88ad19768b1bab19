import { v5 } from 'uuid';
import type { DocumentIdentity } from '../domain/document.ts';
import type { EntityId } from '../domain/entity.ts';
import type { PatientId } from '../domain/patient.ts';

/** In whose chart a document stands. */
export interface ChartIdentity {
  /** The issuer as configured. */
  readonly iss: string;
  readonly patientId: PatientId;
}

/**
 * Name space of all Route identifiers (RFC 9562, UUIDv5). Never change it: documents made before would no longer be found, and a
 * second one would be written beside them.
 */
export const ROUTE_NAMESPACE = '7f38ecb4-56a4-4330-b1c4-9d6a84cd37be';

/** The identifier that all Route documents of one patient share (D23). It tells nobody who that is. */
export function routeIdOf({ iss, patientId }: ChartIdentity): string {
  // A line break stands in neither: no two charts can run together into one name.
  return v5([iss, patientId, 'route'].join('\n'), ROUTE_NAMESPACE);
}

/** The identifiers of one version of the booklet about one entity, and the short number that is printed on it. */
export function identifyDocument(chart: ChartIdentity, entity: EntityId, version: number): DocumentIdentity {
  const routeId = routeIdOf(chart);
  const versionId = v5([entity, version].join('\n'), routeId);
  const number = `${versionId.slice(0, 4)}-${versionId.slice(4, 8)}`.toUpperCase();
  return { routeId, versionId, version, number };
}
