import type { FhirResource, Patient } from 'fhir/r4';
import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { entriesOf, type Entry } from '../fhir/bundle-entries.ts';
import { operationOutcome } from '../fhir/operation-outcome.ts';
import {
  answerOf,
  HTML,
  isCreateOfDocument,
  isReadOf,
  isSearchOf,
  LOGIN_PAGE,
  type ChartReader,
  type FaultHooks,
  type FhirRequest,
  type Reply,
} from './fault.ts';
import type { FaultOptions } from './fault-options.ts';

const SLOW_MS = 6_000;
const MANY_ENTRIES = 10_000;
const LARGE_MEGABYTES = 50;
const BSN_SYSTEM = 'http://fhir.nl/fhir/NamingSystem/bsn';

export function sessionEndedFault(): FaultHooks {
  return {
    before: () =>
      answerOf(401, operationOutcome('login', 'expired access token'), {
        'www-authenticate': 'Bearer realm="fhir", error="invalid_token"',
      }),
  };
}

export function forbiddenFault({ type = 'Condition', method }: FaultOptions['F14']): FaultHooks {
  return {
    before: (request) =>
      request.type === type && (method === undefined || request.method === method)
        ? answerOf(403, operationOutcome('forbidden', `not allowed to use ${type}`))
        : null,
  };
}

/** The answer of a search with another `next` link; null for anything that is not a search. */
function withNext(request: FhirRequest, type: string, resource: FhirResource, next: string): Reply | null {
  if (!isSearchOf(request, type) || resource.resourceType !== 'Bundle') return null;
  const others = (resource.link ?? []).filter((link) => link.relation !== 'next');
  return answerOf(200, { ...resource, link: [...others, { relation: 'next', url: next }] });
}

export function strayingFault(options: FaultOptions['F20']): FaultHooks {
  const type = options.type ?? 'Condition';
  return {
    after: (request, { resource }) => {
      const page = `/${type}?patient=${request.patientId ?? ''}&_offset=20`;
      const base =
        options.variant === 'foreign-origin' ? `${options.foreign}/fhir/r4` : `${request.url.origin}/fhir/other`;
      return withNext(request, type, resource, base + page);
    },
  };
}

export function redirectFault({ type = 'Condition', foreign }: FaultOptions['F22']): FaultHooks {
  return {
    before: (request) =>
      isReadOf(request, type)
        ? answerOf(302, '', { location: `${foreign}/fhir/r4${request.path}${request.url.search}` })
        : null,
  };
}

export function circlingFault({ type = 'Condition', variant = 'self' }: FaultOptions['F23']): FaultHooks {
  return {
    after: (request, { resource }) => {
      const next = new URL(request.url);
      if (variant === 'a-b-a' && !next.searchParams.has('_offset')) next.searchParams.set('_offset', '0');
      else if (variant === 'a-b-a') next.searchParams.delete('_offset');
      return withNext(request, type, resource, next.href);
    },
  };
}

/** Entries without end, made of the ones that are there; every copy has an id of its own. */
function copies(entries: readonly Entry[], count: number): Entry[] {
  const first = entries[0];
  if (!first) return [];
  return Array.from({ length: count }, (_, index) => {
    const entry = entries[index % entries.length] ?? first;
    return { ...entry, resource: { ...entry.resource, id: `copy-${index}` } as FhirResource };
  });
}

export function tooMuchFault({ type = 'Condition', variant = 'endless', megabytes }: FaultOptions['F24']): FaultHooks {
  return {
    after: (request, { resource }) => {
      if (!isSearchOf(request, type) || resource.resourceType !== 'Bundle') return null;
      if (variant === 'many-entries')
        return answerOf(200, { ...resource, entry: copies(entriesOf(resource), MANY_ENTRIES) });
      if (variant === 'large') {
        const padding = 'x'.repeat((megabytes ?? LARGE_MEGABYTES) * 1024 * 1024);
        return answerOf(200, { ...resource, meta: { ...resource.meta, source: `urn:padding:${padding}` } });
      }
      const offset = Number(request.url.searchParams.get('_offset') ?? 0);
      const next = new URL(request.url);
      next.searchParams.set('_offset', String(offset + 20));
      // Past the last real page the store has nothing left; the fault still has.
      const entry = offset === 0 ? entriesOf(resource) : [{ resource: madeUpCondition(request, offset) }];
      return withNext(request, type, { ...resource, entry }, next.href);
    },
  };
}

function madeUpCondition({ patientId = '' }: FhirRequest, offset: number): FhirResource {
  return {
    resourceType: 'Condition',
    id: `page-${offset}`,
    subject: { reference: `Patient/${patientId}` },
    code: { text: `aandoening op bladzijde ${offset / 20 + 1}` },
  };
}

export function slowFault({ type = 'Condition', ms = SLOW_MS }: FaultOptions['F25']): FaultHooks {
  const disarmed = new EventEmitter();
  return {
    before: (request) => (isReadOf(request, type) ? lateness(ms, disarmed) : null),
    disarmed: () => disarmed.emit('disarmed'),
  };
}

function lateness(ms: NonNullable<FaultOptions['F25']['ms']>, disarmed: EventEmitter): Reply {
  switch (ms) {
    case 'never':
      return { kind: 'hold' };
    case 'when-disarmed':
      return { kind: 'wait', until: () => once(disarmed, 'disarmed') };
    default:
      return { kind: 'wait', until: () => sleep(ms) };
  }
}

export function busyFault({ type = 'Condition', retryAfter }: FaultOptions['F26']): FaultHooks {
  return {
    before: (request) =>
      request.type === type
        ? answerOf(429, operationOutcome('throttled', 'busy'), retryAfter ? { 'retry-after': retryAfter } : {})
        : null,
  };
}

export function failingFault({ type = 'Condition', status = 503 }: FaultOptions['F27']): FaultHooks {
  return {
    before: (request) => {
      if (!isReadOf(request, type)) return null;
      return status === 'drop' ? { kind: 'drop' } : answerOf(status, operationOutcome('exception', 'out of order'));
    },
  };
}

export function patientGoneFault({ status = 404 }: FaultOptions['F28']): FaultHooks {
  return {
    before: (request) =>
      isReadOf(request, 'Patient')
        ? answerOf(status, operationOutcome(status === 404 ? 'not-found' : 'deleted', 'no such patient'))
        : null,
  };
}

const NOT_FHIR: Readonly<Record<NonNullable<FaultOptions['F29']['variant']>, Reply>> = {
  'operation-outcome': answerOf(200, operationOutcome('processing', 'could not be searched')),
  html: answerOf(200, LOGIN_PAGE, HTML),
  empty: answerOf(200, ''),
  'not-json': answerOf(200, '{"resourceType":"Bundle","entry":['),
  'wrong-resource-type': answerOf(200, { resourceType: 'Basic', id: 'other', code: { text: 'other' } }),
};

export function notFhirFault({ type = 'Condition', variant = 'operation-outcome' }: FaultOptions['F29']): FaultHooks {
  return { before: (request) => (isReadOf(request, type) ? NOT_FHIR[variant] : null) };
}

function otherPatientId({ patientId }: FhirRequest, chart: ChartReader): string {
  return chart.patientIds().find((id) => id !== patientId) ?? 'other';
}

export function otherPatientFault({ variant = 'patient' }: FaultOptions['F30']): FaultHooks {
  return {
    after: async (request, { resource }, chart) => {
      const other = otherPatientId(request, chart);
      if (variant === 'patient' && request.type === 'Patient') {
        const patient = await chart.read('Patient', other);
        return patient && answerOf(200, patient);
      }
      if (variant !== 'condition' || !isSearchOf(request, 'Condition') || resource.resourceType !== 'Bundle')
        return null;
      const [first, ...rest] = entriesOf(resource);
      if (!first) return null;
      const strange = { ...first.resource, subject: { reference: `Patient/${other}` } } as FhirResource;
      return answerOf(200, { ...resource, entry: [{ ...first, resource: strange }, ...rest] });
    },
  };
}

export function otherEncounterFault(): FaultHooks {
  return {
    after: (request, { resource }, chart) =>
      isReadOf(request, 'Encounter') && resource.resourceType === 'Encounter'
        ? answerOf(200, { ...resource, subject: { reference: `Patient/${otherPatientId(request, chart)}` } })
        : null,
  };
}

function bsnOf(patient: Patient): string {
  return patient.identifier?.find(({ system }) => system === BSN_SYSTEM)?.value ?? '';
}

export function bsnInErrorFault({ type = 'Condition', variant = 'search' }: FaultOptions['F44']): FaultHooks {
  return {
    after: async (request, _answer, chart) => {
      const wanted = variant === 'search' ? isSearchOf(request, type) : isCreateOfDocument(request);
      const patient = wanted ? await chart.read('Patient', request.patientId ?? '') : null;
      if (patient?.resourceType !== 'Patient') return null;
      const diagnostics = `Patient met BSN ${bsnOf(patient)} (${patient.name?.[0]?.text ?? ''}): verwerking afgebroken`;
      const issue = { severity: 'error', code: 'processing', diagnostics, expression: [`${request.type}.subject`] };
      return answerOf(variant === 'search' ? 400 : 422, { resourceType: 'OperationOutcome', issue: [issue] });
    },
  };
}
