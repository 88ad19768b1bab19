import type { Stop, StopReason } from '../../workflow/state.ts';
import { mayReadAgain } from '../../workflow/transition.ts';
import type { Workflow } from '../../workflow/workflow.ts';
import { useLanguage } from '../components/language.tsx';
import { DoThis, HelpDeskCode, Notice, type Tone } from '../components/notice.tsx';
import { ScreenTitle } from '../components/screen-title.tsx';

const CALM: ReadonlySet<StopReason> = new Set<StopReason>(['minor', 'deceased', 'closed', 'no-encounter']);

/** The end of the way: why, what it means for this patient, and what to do. */
export function StoppedScreen({ stop, workflow }: { readonly stop: Stop; readonly workflow: Workflow }) {
  const { say } = useLanguage();
  const { why, code } = stop;
  const tone: Tone = CALM.has(why) ? 'info' : 'error';
  return (
    <div className="center stack wide">
      <Notice tone={tone} announced>
        <ScreenTitle>{say(`stop.${why}.title`)}</ScreenTitle>
        <p>{say(`stop.${why}.text`)}</p>
        <DoThis>{say(`stop.${why}.do`)}</DoThis>
        {mayReadAgain(stop) ? (
          <div className="actions">
            <button
              type="button"
              className="primary"
              onClick={() => {
                workflow.send({ kind: 'read-again' });
              }}
            >
              {say('evidence.readAgain')}
            </button>
          </div>
        ) : null}
      </Notice>
      <HelpDeskCode codes={code === null ? [] : [code]} helpDesk={workflow.site.helpDesk} />
    </div>
  );
}
