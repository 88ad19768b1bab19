import fc from 'fast-check';
import { addDays } from '../../src/domain/calendar-date.ts';
import { WORK_STATUSES, type Choices } from '../../src/domain/choices.ts';
import type { EntityId } from '../../src/domain/entity.ts';
import type { RouteInput } from '../../src/domain/route/compose-route.ts';
import { TODAY, aCentre, aConfirmedDiagnosis, aRouteInput, anApproval, day } from './a-route.ts';
import { BOOKLET_KNOWLEDGE, LISTED_ENTITIES } from './booklet-knowledge.ts';

/** Entities that a clinician can confirm. */
export const CONFIRMABLE: readonly EntityId[] = [...LISTED_ENTITIES.values()]
  .filter(({ rare }) => rare !== false)
  .map(({ id }) => id);

const orNull = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(value, { nil: null });

const contact = fc.record({
  name: fc.constantFrom('Joke Brands', 'Anna Voorbeeld-de Vries', ''),
  role: orNull(fc.constantFrom('verpleegkundig specialist', 'casemanager')),
  phone: orNull(fc.constantFrom('088 000 12 34', '')),
  hours: orNull(fc.constant('maandag tot en met vrijdag')),
});

const firstSickDay = fc.integer({ min: -30, max: 900 }).map((days) => addDays(TODAY, -days));

/** Often one that fits the first sick day, sometimes not. */
const recovery = fc
  .tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 60 }))
  .map(([ago, days]) => ({ from: addDays(TODAY, -ago - days), to: addDays(TODAY, -ago) }));

/** Every combination of what a clinician can choose. */
export const anyChoices: fc.Arbitrary<Choices> = fc.record({
  contact: orNull(contact),
  work: fc.record({
    include: fc.boolean(),
    status: orNull(fc.constantFrom(...WORK_STATUSES)),
    firstSickDay: orNull(firstSickDay),
    recovered: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.tuple(recovery)),
    partTime: fc.boolean(),
    contractEnd: orNull(fc.integer({ min: -400, max: 700 }).map((days) => addDays(TODAY, days))),
    shareSheet: fc.boolean(),
    diagnosisOnSheet: fc.boolean(),
  }),
  metastasised: fc.constantFrom('yes', 'no', 'unknown'),
  subtypeUnclear: fc.boolean(),
  fewOptions: fc.boolean(),
  nonePlanned: fc.boolean(),
  palliative: fc.boolean(),
  earlyWia: fc.boolean(),
  stopWorking: fc.boolean(),
  nameOnCover: fc.boolean(),
});

const approval = orNull(
  fc.constantFrom(
    anApproval(),
    anApproval({ date: day('2025-06-01') }),
    anApproval({ knowledgeVersion: '2020.01.01' }),
  ),
);

/** Any booklet that can be asked for: every entity, choice, work status, age, place and approval. */
export const anyRouteInput: fc.Arbitrary<RouteInput> = fc
  .record({
    entity: fc.constantFrom(...CONFIRMABLE),
    ownName: orNull(fc.constant('een kanker die weinig voorkomt')),
    age: fc.integer({ min: 18, max: 99 }),
    choices: anyChoices,
    emergencyPhone: orNull(fc.constantFrom('088 000 99 00', ' ')),
    storesCopy: fc.boolean(),
    centre: orNull(fc.constantFrom({ here: true }, { here: false }, { checkedOn: day('2024-01-01') })),
    withOrganisations: fc.boolean(),
    approval,
  })
  .map((any) =>
    aRouteInput({
      diagnosis: aConfirmedDiagnosis({
        entity: any.entity,
        ...(any.ownName === null ? {} : { nameInSentence: any.ownName }),
      }),
      patient: { name: 'Samira de Boer', age: any.age },
      choices: any.choices,
      place: { hospitalName: 'Ziekenhuis De Linde', emergencyPhone: any.emergencyPhone, storesCopy: any.storesCopy },
      directory: {
        organisations: any.withOrganisations ? BOOKLET_KNOWLEDGE.organisations : [],
        centres: any.centre === null ? [] : [aCentre({ ...any.centre, entities: [any.entity] })],
      },
      approval: any.approval,
    }),
  );
