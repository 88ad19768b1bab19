import { isLocked, stepOf, type Step, type Work } from './state.ts';

/** On to a screen; being there already changes nothing. */
export function goTo(work: Work, step: Step): Work {
  return stepOf(work) === step ? work : { ...work, trail: [...work.trail, step], ahead: [], shownProblems: 'none' };
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
  const left = later.slice(kept.length);
  return { ...work, trail: [first, ...kept], ahead: [...left, ...work.ahead], shownProblems: 'none' };
}

/** Forward to the screen at `depth` again, or as near to it as the screens that were gone back from still exist. */
export function goForward(work: Work, depth: number): Work {
  if (isLocked(work) || work.saving.kind === 'asking') return work;
  const wanted = work.ahead.slice(0, Math.max(0, depth - work.trail.length + 1));
  const gone = wanted.findIndex((step) => !isReachable(work, step));
  const opened = gone < 0 ? wanted : wanted.slice(0, gone);
  if (opened.length === 0) return work;
  return {
    ...work,
    trail: [...work.trail, ...opened],
    ahead: work.ahead.slice(opened.length),
    shownProblems: 'none',
  };
}

/** Back to the last time this screen was open, else on to it. */
export function returnTo(work: Work, step: Step): Work {
  const depth = work.trail.lastIndexOf(step);
  return depth < 0 ? goTo(work, step) : goBack(work, depth);
}

function isReachable(work: Work, step: Step): boolean {
  if (step === 'fill-in') return work.confirmed !== null;
  return (step !== 'preview' && step !== 'finish') || work.booklet.kind !== 'none';
}

/** The work with a change in it: a booklet made before is no longer the one to give (F53). */
export function changed(work: Work, change: Partial<Work>): Work {
  if (isLocked(work)) return work;
  return { ...work, ...change, booklet: { kind: 'none' }, extras: {}, saving: { kind: 'idle' }, printsOpened: 0 };
}
