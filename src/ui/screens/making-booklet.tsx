import { useEffect, useState } from 'react';
import type { Booklet } from '../../workflow/state.ts';
import { useLanguage } from '../components/language.tsx';
import type { ScreenProps } from '../use-workflow.ts';

/** Milliseconds after which the making is slow, and after which it may be given up. */
const SLOW = 5_000;
const MAY_CANCEL = 10_000;

type Waiting = Extract<Booklet, { kind: 'waiting' | 'making' | 'none' }>;

/** What the maker is busy with; honest after five seconds, and with a way out after ten. */
export function MakingBooklet({ booklet, workflow }: { readonly booklet: Waiting } & Pick<ScreenProps, 'workflow'>) {
  const { say } = useLanguage();
  const slow = useAfter(SLOW);
  const mayCancel = useAfter(MAY_CANCEL);
  const stage = booklet.kind === 'making' ? booklet.stage : null;
  return (
    <>
      <p role="status">
        {say(booklet.kind === 'waiting' ? 'stored.searching' : 'preview.making')}{' '}
        {stage === null ? null : say(`preview.stage.${stage}`)} {slow ? say('preview.slow') : null}
      </p>
      {mayCancel && booklet.kind === 'making' ? (
        <div className="actions">
          <button
            type="button"
            onClick={() => {
              workflow.send({ kind: 'making-cancelled' });
            }}
          >
            {say('preview.cancel')}
          </button>
        </div>
      ) : null}
    </>
  );
}

function useAfter(milliseconds: number): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(setPassed, milliseconds, true);
    return () => {
      clearTimeout(timer);
    };
  }, [milliseconds]);
  return passed;
}
