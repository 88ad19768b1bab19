import type { Practitioner, PractitionerRole, Reference } from 'fhir/r4';
import type { Gap } from '../domain/evidence.ts';
import { endsSession, FhirReadError } from './fhir-error.ts';
import type { FhirFetch } from './fhir-fetch.ts';
import { referenceInside } from './fhir-url.ts';
import { listOf, textOf } from './map-concept.ts';
import { readResource } from './read-resource.ts';

/** A Practitioner with the role that was named beside it. */
export interface Carer {
  readonly practitioner: Practitioner;
  readonly role: PractitionerRole | null;
}

/** Who is behind a reference, and what could not be read of it. */
export interface CarerReading {
  /** Reference to the person, else to the role; null when neither is of this server. */
  readonly id: string | null;
  /** Null when the reference names no Practitioner or PractitionerRole, or it could not be read. */
  readonly carer: Carer | null;
  /** The role, also when its person could not be read. */
  readonly role: PractitionerRole | null;
  readonly gaps: readonly Gap[];
}

export type CarerReader = (reference: Reference) => Promise<CarerReading>;

/** Older Dutch servers refer to the Practitioner and hang the role beside it (zib 2017, STU3). */
const ROLE_REFERENCE = 'http://nictiz.nl/fhir/StructureDefinition/practitionerrole-reference';

/**
 * Makes a reader of carers that asks for each Practitioner and PractitionerRole at most once.
 *
 * Errors: the reader rejects with FhirReadError `session-ended` only; all else is a gap.
 */
export function createCarerReader(fhirFetch: FhirFetch): CarerReader {
  const { fhirBaseUrl } = fhirFetch.session;
  const readRole = once((id) => orGap('PractitionerRole', readResource(fhirFetch, 'PractitionerRole', id)));
  const readPractitioner = once((id) => orGap('Practitioner', readResource(fhirFetch, 'Practitioner', id)));

  return async (reference) => {
    const target = targetOf(reference, fhirBaseUrl);
    if (target === null) return { ...NOBODY, gaps: [] };
    if ('why' in target) return { ...NOBODY, gaps: [target] };
    const role = await readRole(target.roleId);
    const practitionerId = target.practitionerId ?? idOf(role.resource?.practitioner, 'Practitioner', fhirBaseUrl);
    const practitioner = await readPractitioner(practitionerId);
    const personGaps = practitionerId === null && role.resource !== null ? [lackOf(role.resource)] : practitioner.gaps;
    return {
      id: addressOf('Practitioner', practitionerId) ?? addressOf('PractitionerRole', target.roleId),
      carer: practitioner.resource === null ? null : { practitioner: practitioner.resource, role: role.resource },
      role: role.resource,
      gaps: [...role.gaps, ...personGaps],
    };
  };
}

const NOBODY = { id: null, carer: null, role: null };

function addressOf(type: string, id: string | null): string | null {
  return id === null ? null : `${type}/${id}`;
}

/** Why a role leads to nobody: its person lies elsewhere, or is not named at all. */
function lackOf({ practitioner }: PractitionerRole): Gap {
  return { what: 'Practitioner', why: textOf(practitioner?.reference) === undefined ? 'not-found' : 'elsewhere' };
}

interface Found<Resource> {
  readonly resource: Resource | null;
  readonly gaps: readonly Gap[];
}

interface CarerTarget {
  readonly practitionerId: string | null;
  readonly roleId: string | null;
}

/** Whom to read; a gap for another server, a contained resource or nonsense, which are not fetched (F21). */
function targetOf(reference: Reference, fhirBaseUrl: string): CarerTarget | Gap | null {
  if (textOf(reference.reference) === undefined) return null;
  if (referenceInside(fhirBaseUrl, reference.reference) === null) return { what: 'Practitioner', why: 'elsewhere' };
  const beside = listOf(reference.extension).find((extension) => extension.url === ROLE_REFERENCE);
  return {
    practitionerId: idOf(reference, 'Practitioner', fhirBaseUrl),
    roleId:
      idOf(reference, 'PractitionerRole', fhirBaseUrl) ?? idOf(beside?.valueReference, 'PractitionerRole', fhirBaseUrl),
  };
}

function idOf(reference: Reference | undefined, type: string, fhirBaseUrl: string): string | null {
  const target = referenceInside(fhirBaseUrl, reference?.reference);
  return target?.type === type ? target.id : null;
}

function once<Resource>(
  readNow: (id: string) => Promise<Found<Resource>>,
): (id: string | null) => Promise<Found<Resource>> {
  const reads = new Map<string, Promise<Found<Resource>>>();
  return async (id) => {
    if (id === null) return { resource: null, gaps: [] };
    const reading = reads.get(id) ?? readNow(id);
    reads.set(id, reading);
    return reading;
  };
}

async function orGap<Resource>(what: Gap['what'], reading: Promise<Resource>): Promise<Found<Resource>> {
  try {
    return { resource: await reading, gaps: [] };
  } catch (error) {
    if (!(error instanceof FhirReadError) || endsSession(error.reason)) throw error;
    return { resource: null, gaps: [{ what, why: error.reason }] };
  }
}
