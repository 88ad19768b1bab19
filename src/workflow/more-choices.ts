import type { Choices, WorkStatus } from '../domain/choices.ts';

/** Choices that few booklets need, in the order of the screen. */
export type MoreChoice = 'subtypeUnclear' | 'fewOptions' | 'nonePlanned' | 'earlyWia' | 'stopWorking';

const WITH_EMPLOYER: readonly WorkStatus[] = ['employee', 'temporary'];
const WORKING: readonly WorkStatus[] = [...WITH_EMPLOYER, 'ziektewet', 'self_employed'];

/** Those that change something in this booklet: the two about work only where the chapter is in, and for whom they are. */
export function moreChoices({ work: { include, status } }: Choices): readonly MoreChoice[] {
  const isOneOf = (statuses: readonly WorkStatus[]): boolean => include && status !== null && statuses.includes(status);
  return [
    'subtypeUnclear',
    'fewOptions',
    'nonePlanned',
    ...(isOneOf(WITH_EMPLOYER) ? (['earlyWia'] as const) : []),
    ...(isOneOf(WORKING) ? (['stopWorking'] as const) : []),
  ];
}
