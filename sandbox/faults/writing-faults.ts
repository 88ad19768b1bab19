import type { Bundle, DocumentReference, FhirResource } from 'fhir/r4';
import { entriesOf } from '../fhir/bundle-entries.ts';
import { operationOutcome } from '../fhir/operation-outcome.ts';
import {
  answerOf,
  isCreateOfDocument,
  isReadOf,
  type ChartReader,
  type FaultHooks,
  type FhirAnswer,
  type Reply,
} from './fault.ts';
import type { FaultOptions } from './fault-options.ts';

/** In place of every write of a document; nothing is stored. */
function refusedWrite(reply: Reply): FaultHooks {
  return { before: (request) => (isCreateOfDocument(request) ? reply : null) };
}

export function conflictFault({ status = 409 }: FaultOptions['F56']): FaultHooks {
  return refusedWrite(answerOf(status, operationOutcome('conflict', 'changed meanwhile')));
}

export function tooLargeFault(): FaultHooks {
  return refusedWrite(answerOf(413, operationOutcome('too-long', 'attachment too large')));
}

export function invalidFault({ status = 422 }: FaultOptions['F58']): FaultHooks {
  const issue = {
    severity: 'error',
    code: 'business-rule',
    diagnostics: 'DocumentReference.type: code 34895-3 not mapped at this site',
    expression: ['DocumentReference.type'],
  };
  return refusedWrite(answerOf(status, { resourceType: 'OperationOutcome', issue: [issue] }));
}

export function noRightToWriteFault(): FaultHooks {
  return refusedWrite(answerOf(403, operationOutcome('forbidden', 'not allowed to create documents')));
}

type Loss = NonNullable<FaultOptions['F59']['variant']>;

const BROKEN = answerOf(500, operationOutcome('exception', 'out of order'));
/** In place of the write: nothing is stored. */
const LOST_BEFORE: Readonly<Partial<Record<Loss, Reply>>> = { 'drop-before': { kind: 'drop' }, 'error-before': BROKEN };
/** In place of its answer. */
const LOST_AFTER: Readonly<Partial<Record<Loss, Reply>>> = {
  'drop-after': { kind: 'drop' },
  'error-after': BROKEN,
  'timeout-after': { kind: 'hold' },
};

export function lostAnswerFault({ variant = 'drop-after', lookup }: FaultOptions['F59']): FaultHooks {
  let lost = false;
  return {
    before: (request) => {
      if (lost && lookup === 'unreachable' && isReadOf(request, 'DocumentReference')) {
        return { aftermath: { kind: 'drop' } };
      }
      if (!isCreateOfDocument(request)) return null;
      lost = true;
      return LOST_BEFORE[variant] ?? null;
    },
    after: (request) => (isCreateOfDocument(request) ? (LOST_AFTER[variant] ?? null) : null),
  };
}

function scantReply(options: FaultOptions['F62'], resource: FhirResource): Reply {
  if (options.variant === 'foreign-location') {
    return answerOf(201, '', { location: `${options.foreign}/fhir/r4/DocumentReference/${resource.id ?? ''}` });
  }
  if (options.variant === 'accepted') return answerOf(202, '');
  if (options.variant === 'other-id') return answerOf(200, { ...resource, id: 'other-document' });
  return answerOf(201, '');
}

export function scantAnswerFault(options: FaultOptions['F62']): FaultHooks {
  return {
    after: (request, { status, resource }) =>
      isCreateOfDocument(request) && status < 300 ? scantReply(options, resource) : null,
  };
}

type Difference = NonNullable<FaultOptions['F63']['variant']>;

function altered(document: DocumentReference, difference: Difference, other: string): DocumentReference {
  switch (difference) {
    case 'status':
      return { ...document, status: 'entered-in-error' };
    case 'subject':
      return { ...document, subject: { reference: `Patient/${other}` } };
    case 'hash':
      return {
        ...document,
        content: document.content.map((content) => ({
          ...content,
          attachment: { ...content.attachment, data: Buffer.from('other bytes').toString('base64'), hash: 'AAAA' },
        })),
      };
  }
}

export function differingFault({ variant = 'hash' }: FaultOptions['F63']): FaultHooks {
  return {
    after: (request, { resource }: FhirAnswer, chart: ChartReader) => {
      if (!isReadOf(request, 'DocumentReference')) return null;
      const other = chart.patientIds().find((id) => id !== request.patientId) ?? 'other';
      if (resource.resourceType === 'DocumentReference') return answerOf(200, altered(resource, variant, other));
      return resource.resourceType === 'Bundle' ? alteredList(resource, (one) => altered(one, variant, other)) : null;
    },
  };
}

function alteredList(bundle: Bundle, alter: (document: DocumentReference) => DocumentReference): Reply | null {
  const entries = entriesOf(bundle);
  if (entries.length === 0) return null;
  return answerOf(200, {
    ...bundle,
    entry: entries.map((entry) =>
      entry.resource?.resourceType === 'DocumentReference' ? { ...entry, resource: alter(entry.resource) } : entry,
    ),
  });
}
