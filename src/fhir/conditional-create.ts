import { searchToken } from './document-identifier.ts';
import { endsSession, FhirReadError } from './fhir-error.ts';
import type { FhirFetch } from './fhir-fetch.ts';
import { listOf } from './map-concept.ts';
import { readAny } from './read-resource.ts';

/**
 * The header that makes a repeated create harmless, for a server that advertises conditional create; none for any other, nor for one
 * that does not tell: the look-up before the write stands in for it.
 *
 * Errors: FhirReadError `unreachable` or `too-slow` when no answer came. A server so busy is the one on which two tabs get past the
 *         look-up together; nothing has been sent yet, so not writing is certain, and a second booklet would not be.
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
    if (!(error instanceof FhirReadError) || endsSession(error.reason) || gaveNoAnswer(error)) throw error;
    return false;
  }
}

function gaveNoAnswer({ reason }: FhirReadError): boolean {
  return reason === 'unreachable' || reason === 'too-slow';
}
