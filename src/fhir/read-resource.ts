import type { FhirResource } from 'fhir/r4';
import { FhirReadError } from './fhir-error.ts';
import type { FhirFetch } from './fhir-fetch.ts';

/** The R4 type of a resource by its name. */
export type ResourceOfType<Type extends FhirResource['resourceType']> = Extract<
  FhirResource,
  { readonly resourceType: Type }
>;

/**
 * Reads one resource by type and id.
 *
 * Errors: FhirReadError; `unreadable` when the answer is of another type or id than was asked for (F29). For the launch patient use
 *         `readPatient`, which stops the session then.
 */
export async function readResource<Type extends FhirResource['resourceType']>(
  fhirFetch: FhirFetch,
  type: Type,
  id: string,
): Promise<ResourceOfType<Type>> {
  const resource = await readAny(fhirFetch, type, `${type}/${id}`);
  if (resource.id !== id) throw new FhirReadError('unreadable');
  return resource;
}

/** Reads what stands at an address, if it is of the type that belongs there. Errors: FhirReadError. */
export async function readAny<Type extends FhirResource['resourceType']>(
  fhirFetch: FhirFetch,
  type: Type,
  address: string,
): Promise<ResourceOfType<Type>> {
  const { resource } = await fhirFetch.read(address);
  if (!isOfType(resource, type)) throw new FhirReadError('unreadable');
  return resource;
}

/** Narrows a resource to the type that was asked for. */
export function isOfType<Type extends FhirResource['resourceType']>(
  resource: FhirResource,
  type: Type,
): resource is ResourceOfType<Type> {
  return resource.resourceType === type;
}
