import { lazy, Suspense, use } from 'react';
import { stepOf, type Work } from '../../workflow/state.ts';
import { useLanguage } from '../components/language.tsx';
import type { BookletScreenProps } from '../use-workflow.ts';
import { ReviewEvidence } from './review-evidence.tsx';

// Nobody needs them before the first verdict (D39).
const LaterSteps = lazy(() => import('./later-steps.tsx'));

/** What these leave open goes before any step. */
const OPEN_WRITES: ReadonlySet<Work['saving']['kind']> = new Set<Work['saving']['kind']>([
  'unknown',
  'looking',
  'session-ended',
  'differs',
]);

/** The screen for where the work stands: the first at once, the others when what they are made of is here. */
export function WorkScreen(props: BookletScreenProps) {
  const { work } = props;
  if (stepOf(work) === 'evidence' && !OPEN_WRITES.has(work.saving.kind)) return <ReviewEvidence {...props} />;
  return (
    <Suspense fallback={<OnItsWay />}>
      <WhenComplete {...props} />
    </Suspense>
  );
}

function WhenComplete(props: BookletScreenProps) {
  use(props.workflow.core.whenComplete());
  return <LaterSteps {...props} />;
}

function OnItsWay() {
  const { say } = useLanguage();
  return (
    <p className="center" role="status">
      {say('app.loading')}
    </p>
  );
}
