import { useEffect } from 'react';
import type { State } from '../workflow/state.ts';
import type { Workflow } from '../workflow/workflow.ts';

function depthInBrowser(): number {
  const state: unknown = window.history.state;
  const depth = typeof state === 'object' && state !== null && 'step' in state ? state.step : 0;
  return typeof depth === 'number' ? depth : 0;
}

function depthOf(state: State): number {
  return state.at === 'working' ? state.work.trail.length - 1 : 0;
}

/**
 * Keeps the browser's Back and Forward in step with the screens, without an address of their own: Back goes a screen back and
 * loses nothing, Forward opens it again (D27). Nothing of the record stands in the history, only a number.
 */
export function useStepHistory(workflow: Workflow, state: State): void {
  const depth = depthOf(state);
  useEffect(() => {
    alignBrowser(depth);
  }, [depth]);
  useEffect(() => {
    const moved = (): void => {
      const wanted = depthInBrowser();
      const present = depthOf(workflow.state());
      if (wanted < present) workflow.send({ kind: 'went-back', depth: wanted });
      if (wanted > present) workflow.send({ kind: 'went-forward', depth: wanted });
      // Where the workflow stays (a document is on its way, a screen is no longer there), the browser follows the workflow.
      alignBrowser(depthOf(workflow.state()));
    };
    window.addEventListener('popstate', moved);
    return () => {
      window.removeEventListener('popstate', moved);
    };
  }, [workflow]);
}

function alignBrowser(depth: number): void {
  const present = depthInBrowser();
  for (let step = present + 1; step <= depth; step += 1) window.history.pushState({ step }, '');
  if (depth < present) window.history.go(depth - present);
}
