import type { Transition } from './events.ts';
import { onward } from './events.ts';
import type { ExtraKind, Work } from './state.ts';

/** What can be made beside the booklet that is shown: folding is for A5, the sheet for who asked for one. */
export function extrasOf({ booklet, edition }: Work): readonly ExtraKind[] {
  if (booklet.kind !== 'made') return [];
  const { include, shareSheet, status } = booklet.request.choices.work;
  const hasSheet = include && shareSheet && (status === 'employee' || status === 'temporary');
  return [
    ...(edition.letters === 'normal' ? (['folded'] as const) : []),
    ...(hasSheet ? (['sheet'] as const) : []),
    'text',
  ];
}

/** Makes one beside the booklet, from the same choices; the shown document stays as it is. */
export function askExtra(work: Work, extra: ExtraKind): Transition {
  const { booklet } = work;
  if (booklet.kind !== 'made' || !extrasOf(work).includes(extra) || work.extras[extra]?.kind === 'making') {
    return onward(work);
  }
  const ticket = work.ticket + 1;
  const extras = { ...work.extras, [extra]: { kind: 'making', ticket } as const };
  return onward({ ...work, ticket, extras }, { kind: 'make-extra', extra, ticket, request: booklet.request });
}

/** It is there, or it could not be made. One that was asked for before a change is no longer wanted. */
export function extraMade(
  work: Work,
  { extra, ticket, made }: { readonly extra: ExtraKind; readonly ticket: number; readonly made: MadeExtra | null },
): Transition {
  const waiting = work.extras[extra];
  if (waiting?.kind !== 'making' || waiting.ticket !== ticket) return onward(work);
  const done = made === null ? ({ kind: 'failed' } as const) : ({ kind: 'made', ...made } as const);
  return onward({ ...work, extras: { ...work.extras, [extra]: done } });
}

interface MadeExtra {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly pages: number;
}
