import { LENGTHS } from '../../domain/handout/handout.ts';
import { LETTERS, type Edition } from '../../domain/handout/print-order.ts';
import { isLocked } from '../../workflow/state.ts';
import { ChoiceCard } from '../components/choice-card.tsx';
import { useLanguage } from '../components/language.tsx';
import type { ScreenProps } from '../use-workflow.ts';

/** Kort or Volledig, A5 or large print; another choice makes the booklet anew, to be seen again before it is saved (F53). */
export function EditionChoice(props: ScreenProps) {
  return (
    <>
      <EditionField {...props} field="length" options={LENGTHS} />
      <EditionField {...props} field="letters" options={LETTERS} />
    </>
  );
}

interface FieldProps<Field extends keyof Edition> extends ScreenProps {
  readonly field: Field;
  readonly options: readonly Edition[Field][];
}

function EditionField<Field extends keyof Edition>({ work, workflow, field, options }: FieldProps<Field>) {
  const { say } = useLanguage();
  return (
    <fieldset className="tight" disabled={isLocked(work)}>
      <legend className="small-legend">{say(`${field}.title`)}</legend>
      <div className="inline-choices">
        {options.map((option) => (
          <ChoiceCard
            key={option}
            group={field}
            label={say(`${field}.${option}` as EditionKey)}
            checked={work.edition[field] === option}
            onChoose={() => {
              workflow.send({ kind: 'edition-chosen', edition: { [field]: option } });
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}

type EditionKey = `length.${Edition['length']}` | `letters.${Edition['letters']}`;
