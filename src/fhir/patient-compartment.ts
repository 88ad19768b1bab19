import type { Reference, Resource } from 'fhir/r4';
import { referenceInside } from './fhir-url.ts';
import type { Session } from './open-session.ts';

/** Whom a resource is about, as far as it says. */
export type About = 'launch-patient' | 'other-patient' | 'nobody';

/**
 * Tells whether a resource is about the launch patient, by its `subject` or `patient`.
 *
 * Shape: a reference to anything but `Patient/<launch id>` of this server is `other-patient`, also when it points elsewhere; a
 *        reference without an address (`display` or `identifier` alone) says nothing, and is `nobody`.
 */
export function aboutWhom(resource: Resource, session: Session): About {
  const addresses = [referenceOf(resource, 'subject'), referenceOf(resource, 'patient')].flatMap(
    (reference) => reference?.reference ?? [],
  );
  if (addresses.length === 0) return 'nobody';
  const ours = addresses.every((address) => {
    const target = referenceInside(session.fhirBaseUrl, address);
    return target?.type === 'Patient' && target.id === session.patientId;
  });
  return ours ? 'launch-patient' : 'other-patient';
}

function referenceOf(resource: Resource, element: string): Reference | undefined {
  const value: unknown = Object.entries(resource).find(([name]) => name === element)?.[1];
  return typeof value === 'object' && value !== null ? value : undefined;
}
