import { createContext, useContext, useSyncExternalStore } from 'react';
import type { FormProblem } from '../workflow/form.ts';
import type { State, Work } from '../workflow/state.ts';
import type { Workflow } from '../workflow/workflow.ts';
import type { BookletFile } from './components/booklet-file.tsx';

/** The bridge from React to the workflow: the only one. */
export function useWorkflow(workflow: Workflow): State {
  return useSyncExternalStore(workflow.subscribe, workflow.state);
}

/** What every screen of the way gets: the work as it stands, and the way to say what the clinician did. */
export interface ScreenProps {
  readonly work: Work;
  readonly workflow: Workflow;
}

/** A section of the fill-in form, with the problems that may be shown. */
export interface SectionProps extends ScreenProps {
  readonly problems: readonly FormProblem[];
}

/** A screen that may hold a booklet, with the file to hand out. */
export interface BookletScreenProps extends ScreenProps {
  readonly file: BookletFile | null;
}

export const GoBackContext = createContext<() => void>(() => undefined);

/** One screen back, the same way as the browser's own button. */
export function useGoBack(): () => void {
  return useContext(GoBackContext);
}
