import { isLocked, stepOf, type Step, type Work } from './state.ts';

/** On to a screen; being there already changes nothing. */
export function goTo(work: Work, step: Step): Work {
  return stepOf(work) === step ? work : { ...work, trail: [...work.trail, step], shownProblems: 'none' };
}

/**
 * Back to the screen at `depth`, or to the nearest one before it that still exists. Nothing typed is lost. An open save
 * dialog is closed first; while a document is on its way there is no way back.
 */
export function goBack(work: Work, depth: number): Work {
  if (isLocked(work)) return work;
  if (work.saving.kind === 'asking') return { ...work, saving: { kind: 'idle' } };
  const [first, ...later] = work.trail;
  const kept = later.slice(0, Math.max(0, depth));
  while (kept.length > 0 && !isReachable(work, kept.at(-1) ?? first)) kept.pop();
  return { ...work, trail: [first, ...kept], shownProblems: 'none' };
}

/** Back to the last time this screen was open, else on to it. */
export function returnTo(work: Work, step: Step): Work {
  const depth = work.trail.lastIndexOf(step);
  return depth < 0 ? goTo(work, step) : goBack(work, depth);
}

function isReachable(work: Work, step: Step): boolean {
  if (step === 'fill-in') return work.confirmed !== null;
  return step !== 'preview' || work.booklet.kind !== 'none';
}

/** The work with a change in it: a booklet made before is no longer the one to give (F53). */
export function changed(work: Work, change: Partial<Work>): Work {
  if (isLocked(work)) return work;
  return { ...work, ...change, booklet: { kind: 'none' }, extras: {}, saving: { kind: 'idle' }, printsOpened: 0 };
}
