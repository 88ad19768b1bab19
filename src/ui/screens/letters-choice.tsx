import type { Letters } from '../../domain/handout/print-order.ts';
import { isLocked } from '../../workflow/state.ts';
import { ChoiceCard } from '../components/choice-card.tsx';
import { useLanguage } from '../components/language.tsx';
import type { ScreenProps } from '../use-workflow.ts';

const LETTERS: readonly Letters[] = ['normal', 'large'];

/** A5 or large print; another choice makes the booklet anew, to be seen again before it is saved (F53). */
export function LettersChoice({ work, workflow }: ScreenProps) {
  const { say } = useLanguage();
  return (
    <fieldset className="tight" disabled={isLocked(work)}>
      <legend className="small-legend">{say('letters.title')}</legend>
      <div className="inline-choices">
        {LETTERS.map((letters) => (
          <ChoiceCard
            key={letters}
            group="letters"
            label={say(`letters.${letters}`)}
            checked={work.letters === letters}
            onChoose={() => {
              workflow.send({ kind: 'letters-chosen', letters });
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}
