import { searchToken } from './document-identifier.ts';
import { endsSession, FhirReadError } from './fhir-error.ts';
import type { FhirFetch } from './fhir-fetch.ts';
import { listOf } from './map-concept.ts';
import { readAny } from './read-resource.ts';

/**
 * The header that makes a repeated create harmless, for a server that advertises conditional create; none for any other, and none
 * when that could not be found out: the look-up before the write stands in for it.
 *
 * Source: http://hl7.org/fhir/R4/http.html#ccreate; the version identifier only, or a second version would silently be lost (D23).
 */
export async function conditionalCreateHeader(
  fhirFetch: FhirFetch,
  versionId: string,
): Promise<Readonly<Record<string, string>>> {
  const advertised = await advertisesConditionalCreate(fhirFetch);
  return advertised ? { 'if-none-exist': `identifier=${encodeURIComponent(searchToken(versionId))}` } : {};
}

async function advertisesConditionalCreate(fhirFetch: FhirFetch): Promise<boolean> {
  try {
    const statement = await readAny(fhirFetch, 'CapabilityStatement', 'metadata');
    return listOf(statement.rest)
      .flatMap((rest) => listOf(rest.resource))
      .some(({ type, conditionalCreate }) => type === 'DocumentReference' && conditionalCreate === true);
  } catch (error) {
    if (!(error instanceof FhirReadError) || endsSession(error.reason)) throw error;
    return false;
  }
}
