import '../../locales/later-texts.ts';
import { stepOf } from '../../workflow/state.ts';
import type { BookletScreenProps } from '../use-workflow.ts';
import { ConfirmDiagnosis } from './confirm-diagnosis.tsx';
import { Declined } from './declined.tsx';
import { FillIn } from './fill-in.tsx';
import { Finish } from './finish.tsx';
import { PreviewBooklet } from './preview-booklet.tsx';
import { Differs, OutcomeUnknown, SessionEnded } from './saving-problem.tsx';

/** Every screen after the first. What a write left open goes before the step it was started from. */
export default function LaterSteps(props: BookletScreenProps) {
  const { work } = props;
  switch (work.saving.kind) {
    case 'unknown':
    case 'looking':
      return <OutcomeUnknown {...props} draft={work.saving.draft} />;
    case 'session-ended':
      return <SessionEnded {...props} />;
    case 'differs':
      return <Differs {...props} id={work.saving.id} />;
    default:
      return <StepScreen {...props} />;
  }
}

function StepScreen(props: BookletScreenProps) {
  switch (stepOf(props.work)) {
    case 'evidence':
      return null;
    case 'diagnosis':
      return <ConfirmDiagnosis {...props} />;
    case 'fill-in':
      return <FillIn {...props} />;
    case 'preview':
      return <PreviewBooklet {...props} />;
    case 'finish':
      return <Finish {...props} />;
    case 'declined':
      return <Declined {...props} />;
  }
}
