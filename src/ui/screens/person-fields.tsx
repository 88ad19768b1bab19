import type { ConfirmationProblem, PersonProblem } from '../../workflow/confirming.ts';
import { isWithoutEhr } from '../../workflow/core.ts';
import { ageOf } from '../../workflow/people.ts';
import type { Work } from '../../workflow/state.ts';
import type { FieldError } from '../components/error-summary.tsx';
import { useLanguage, type Speech } from '../components/language.tsx';
import { TextField } from '../components/text-field.tsx';
import type { ScreenProps } from '../use-workflow.ts';

/** Whether the EHR leaves the age or the clinician's name open, so that someone must type it. */
export function asksPerson(work: Work): boolean {
  return work.recordedAge === null || !work.chart.user?.name;
}

interface PersonFieldsProps extends ScreenProps {
  /** Those that may be said already. */
  readonly problems: readonly ConfirmationProblem[];
}

/** The age of a patient without a whole birth date (F34), and the name of a clinician whom the EHR does not name. */
export function PersonFields({ work, workflow, problems }: PersonFieldsProps) {
  const { say } = useLanguage();
  // Too young is said at once; that nothing was typed yet only when someone wants to go on.
  const ageProblem = ageOf(work).kind === 'minor' ? 'age-minor' : problems.find((problem) => problem === 'age-missing');
  const unnamed = problems.includes('clinician-missing');
  const byHand = isWithoutEhr(workflow.site);
  return (
    <div className="grid2">
      {work.recordedAge === null ? (
        <TextField
          id="age"
          label={say('person.age')}
          hint={say(byHand ? 'person.age.byHand' : 'person.age.hint')}
          value={work.age}
          inputMode="numeric"
          className="date"
          error={ageProblem ? say(`person.${ageProblem}`) : null}
          onType={(text) => {
            workflow.send({ kind: 'age-typed', text });
          }}
        />
      ) : null}
      {work.chart.user?.name ? null : (
        <TextField
          id="clinician"
          label={say('person.clinician')}
          hint={say(byHand ? 'person.clinician.byHand' : 'person.clinician.hint')}
          value={work.by}
          error={unnamed ? say('person.clinician-missing') : null}
          onType={(text) => {
            workflow.send({ kind: 'clinician-typed', text });
          }}
        />
      )}
    </div>
  );
}

const FIELDS: Readonly<Record<PersonProblem, string>> = {
  'age-missing': 'age',
  'age-minor': 'age',
  'clinician-missing': 'clinician',
};

/** The same for an error summary, each with its field. */
export function personErrors(problems: readonly PersonProblem[], say: Speech['say']): readonly FieldError[] {
  return problems.map((problem) => ({ field: FIELDS[problem], text: say(`person.${problem}`) }));
}
