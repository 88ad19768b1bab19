import { expect, it } from 'vitest';
import { WORK_STATUSES } from '../../src/domain/choices.ts';
import { moreChoices } from '../../src/workflow/more-choices.ts';
import { someChoices, someWork } from '../support/a-route.ts';

const ABOUT_WORK = {
  employee: ['earlyWia', 'stopWorking'],
  temporary: ['earlyWia', 'stopWorking'],
  ziektewet: ['stopWorking'],
  self_employed: ['stopWorking'],
  student: [],
  none: [],
  retired: [],
} as const;

it.each(WORK_STATUSES)('D22 offers %s only what changes something in the booklet', (status) => {
  const offered = (include: boolean) => moreChoices(someChoices(someWork({ include, status })));
  expect(offered(true)).toEqual(['subtypeUnclear', 'fewOptions', 'nonePlanned', ...ABOUT_WORK[status]]);
  expect(offered(false)).toEqual(['subtypeUnclear', 'fewOptions', 'nonePlanned']);
});
