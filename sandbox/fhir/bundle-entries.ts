import type { Bundle, BundleEntry, FhirResource } from 'fhir/r4';

export type Entry = BundleEntry<FhirResource>;

/** The entries of a Bundle, none for any other resource. In `fhir/r4` an entry could hold anything; here it is FHIR. */
export function entriesOf(resource: FhirResource | undefined): Entry[] {
  return resource?.resourceType === 'Bundle' ? ((resource as Bundle<FhirResource>).entry ?? []) : [];
}
