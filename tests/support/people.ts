import { readFileSync } from 'node:fs';
import { composeCase } from '../../commands/booklet/compose-case.ts';
import { readCase, type BookletCase } from '../../commands/booklet/read-case.ts';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import type { Route } from '../../src/domain/route/route.ts';
import { anApproval } from './a-route.ts';
import { BOOKLET_KNOWLEDGE, LISTED_ENTITIES } from './booklet-knowledge.ts';

interface PeopleFile {
  readonly usual: Omit<BookletCase, 'approval'>;
  readonly people: readonly {
    readonly name: string;
    readonly why: string;
    /** Another day on which the rules of the work timeline were checked. */
    readonly rulesCheckedOn?: CalendarDate;
    readonly case: { readonly [Part in keyof BookletCase]?: Partial<BookletCase[Part]> };
  }[];
}

/** An invented person with the route that the booklet is made of. */
export interface Person {
  readonly name: string;
  readonly why: string;
  readonly case: BookletCase;
  readonly route: Route;
}

const { usual, people } = JSON.parse(
  readFileSync(new URL('../../fixtures/people.json', import.meta.url), 'utf8'),
) as PeopleFile;

function personOf({ name, why, rulesCheckedOn, case: change }: PeopleFile['people'][number]): Person {
  const whole = {
    ...usual,
    ...change,
    patient: { ...usual.patient, ...change.patient },
    confirmation: { ...usual.confirmation, ...change.confirmation },
    hospital: { ...usual.hospital, ...change.hospital },
    approval: anApproval(),
  };
  const reading = readCase(JSON.stringify(whole));
  if (reading.kind === 'faults') throw new Error(`${name}: ${reading.faults.join('\n')}`);
  const { timeline } = BOOKLET_KNOWLEDGE;
  const knowledge = {
    ...BOOKLET_KNOWLEDGE,
    timeline: { ...timeline, checkedOn: rulesCheckedOn ?? timeline.checkedOn },
  };
  const composed = composeCase(reading.case, knowledge, LISTED_ENTITIES);
  if (composed.kind === 'refused') throw new Error(`${name}: ${composed.why}`);
  return { name, why, case: reading.case, route: composed.route };
}

/** Everybody of `fixtures/people.json`. */
export const PEOPLE: readonly Person[] = people.map(personOf);
