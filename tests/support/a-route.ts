import { NOTHING_RECALLED } from '../../src/domain/recall.ts';
import { expect } from 'vitest';
import type { Approval } from '../../src/domain/approval.ts';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import { NO_CHOICES, type Choices } from '../../src/domain/choices.ts';
import { confirm, type ConfirmedDiagnosis, type Decision } from '../../src/domain/confirmation.ts';
import type { Centre } from '../../src/domain/directory.ts';
import type { EntityId } from '../../src/domain/entity.ts';
import type { RouteInput } from '../../src/domain/route/compose-route.ts';
import { BOOKLET_KNOWLEDGE, LISTED_ENTITIES } from './booklet-knowledge.ts';

export const TODAY = '2026-11-25' as CalendarDate;
export const day = (text: string): CalendarDate => text as CalendarDate;

/** A diagnosis that went through the same gate as in the app. */
export function aConfirmedDiagnosis(decision: Partial<Decision> = {}): ConfirmedDiagnosis {
  const confirmation = confirm(
    { entity: 'leiomyosarcoma', by: 'dr. E. Voorbeeld', on: TODAY, ...decision },
    LISTED_ENTITIES,
    NOTHING_RECALLED,
  );
  if (confirmation.kind !== 'confirmed') return expect.unreachable(`not confirmed: ${confirmation.why}`);
  return confirmation.diagnosis;
}

/** An approval of exactly the content of this checkout. */
export function anApproval(approval: Partial<Approval> = {}): Approval {
  return {
    ...BOOKLET_KNOWLEDGE.version,
    name: 'dr. E. Voorbeeld',
    role: 'internist-oncoloog',
    date: TODAY,
    ...approval,
  };
}

export function someChoices(choices: Partial<Choices> = {}): Choices {
  return {
    ...NO_CHOICES,
    contact: { name: 'Joke Brands', role: 'verpleegkundig specialist', phone: '088 000 12 34', hours: null },
    ...choices,
  };
}

export function someWork(work: Partial<Choices['work']>): Pick<Choices, 'work'> {
  return {
    work: {
      ...NO_CHOICES.work,
      include: true,
      status: 'employee',
      ...work,
    },
  };
}

export function aCentre(centre: Partial<Centre> = {}): Centre {
  return {
    name: 'Voorbeeld UMC',
    city: 'Lindestad',
    entities: ['leiomyosarcoma' as EntityId],
    checkedOn: day('2026-11-02'),
    recognisedUntil: null,
    here: false,
    ...centre,
  };
}

/** A dull and valid booklet; a test names only what matters to it. */
export function aRouteInput(input: Partial<RouteInput> = {}): RouteInput {
  return {
    diagnosis: aConfirmedDiagnosis(),
    patient: { name: 'Samira de Boer', age: 52 },
    choices: someChoices(),
    place: { hospitalName: 'Ziekenhuis De Linde', emergencyPhone: '088 000 99 00', storesCopy: true },
    directory: { organisations: BOOKLET_KNOWLEDGE.organisations, centres: [] },
    content: BOOKLET_KNOWLEDGE.content,
    timeline: BOOKLET_KNOWLEDGE.timeline,
    contentVersion: BOOKLET_KNOWLEDGE.version,
    approval: anApproval(),
    booklet: { date: TODAY, version: 1, number: '3F2A-91BC' },
    today: TODAY,
    ...input,
  };
}
