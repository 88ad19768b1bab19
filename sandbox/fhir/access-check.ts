import type { FhirResource, Reference } from 'fhir/r4';
import { actionOf, allowedLevel, isResourceType } from '../auth/scopes.ts';
import type { Access } from '../auth/sign-in-server.ts';
import { entriesOf, type Entry } from './bundle-entries.ts';
import { operationOutcome } from './operation-outcome.ts';
import type { FhirStore, StoreAnswer } from './store.ts';

interface Step {
  readonly method: string;
  readonly parts: readonly string[];
  readonly resource: FhirResource | undefined;
}

/** Patient-level access: the resource is the patient, refers to the patient, or belongs to nobody (Practitioner). */
function inPatientCompartment(resource: FhirResource, patientId: string | undefined): boolean {
  if (resource.resourceType === 'Patient') return resource.id === patientId;
  const owner = ownerOf(resource);
  return owner === undefined || (owner as Reference).reference === `Patient/${patientId ?? ''}`;
}

function ownerOf(resource: FhirResource): unknown {
  if (resource.resourceType === 'Binary') return resource.securityContext;
  return 'subject' in resource ? resource.subject : 'patient' in resource ? resource.patient : undefined;
}

/** A plain request is one step; a transaction or batch is one per entry, each checked on its own. */
function stepsOf(method: string, parts: readonly string[], body: FhirResource | undefined): Step[] {
  if (parts.length > 0 || body?.resourceType !== 'Bundle') return [{ method, parts, resource: body }];
  return entriesOf(body).map(({ request, resource }) => ({
    method: request?.method ?? 'GET',
    parts: (request?.url.split('?')[0] ?? '').split('/').filter(Boolean),
    resource,
  }));
}

/** Says why a request is refused before the store sees it: type, scope, compartment, validity. Null when it is not. */
export async function refusalOf(
  store: FhirStore,
  access: Access,
  { method, parts, body }: { method: string; parts: readonly string[]; body: FhirResource | undefined },
): Promise<StoreAnswer | null> {
  for (const step of stepsOf(method, parts, body)) {
    const refusal = await refusalOfStep(store, access, step);
    if (refusal) return refusal;
  }
  return null;
}

async function refusalOfStep(
  store: FhirStore,
  access: Access,
  { method, parts, resource }: Step,
): Promise<StoreAnswer | null> {
  const [type = '', id] = parts;
  if (!isResourceType(type)) return refused(404, 'not-supported', 'no such type');
  // Nor versions: their answers would have to pass the compartment one by one.
  if (parts.length > 2) return refused(404, 'not-supported', 'no such interaction');
  const action = actionOf(method, parts);
  if (action === null) return refused(405, 'not-supported', 'no such method');
  const level = allowedLevel(access.scope, type, action);
  if (!level) return refused(403, 'forbidden', `scope does not allow ${action} on ${type}`);
  const standing = method === 'GET' || id === undefined ? null : await store.read(type, id);
  const touched = [standing, resource].filter((one) => one !== null && one !== undefined);
  if (level === 'patient' && !touched.every((one) => inPatientCompartment(one, access.patientId))) {
    return refused(403, 'forbidden', 'outside the compartment of the launch patient');
  }
  const invalid = resource === undefined || method === 'PATCH' ? null : store.validate(resource);
  return invalid && { status: 422, resource: invalid };
}

function refused(status: number, code: 'not-supported' | 'forbidden', text: string): StoreAnswer {
  return { status, resource: operationOutcome(code, text) };
}

/** Answers pass the compartment too: a search or a read may reach another patient's resource. */
export function withinAccess(answer: StoreAnswer, access: Access, parts: readonly string[]): StoreAnswer {
  const { resource, status } = answer;
  const type = parts[0] ?? '';
  if (resource.resourceType === 'Bundle' && resource.type === 'searchset') {
    const all = allowedLevel(access.scope, type, 's') === 'user';
    return { status, resource: { ...resource, entry: ownEntries(entriesOf(resource), all, access.patientId) } };
  }
  const readOfOther =
    parts.length === 2 &&
    status === 200 &&
    allowedLevel(access.scope, type, 'r') === 'patient' &&
    !inPatientCompartment(resource, access.patientId);
  return readOfOther ? refused(403, 'forbidden', 'another patient') : answer;
}

function ownEntries(entries: Entry[], all: boolean, patientId: string | undefined): Entry[] {
  return all ? entries : entries.filter(({ resource }) => resource && inPatientCompartment(resource, patientId));
}
