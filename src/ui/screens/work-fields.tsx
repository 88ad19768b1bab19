import { WORK_STATUSES } from '../../domain/choices.ts';
import { countedLeave } from '../../workflow/sick-leave-form.ts';
import { readTypedDate } from '../../workflow/typed-date.ts';
import { ChoiceCard } from '../components/choice-card.tsx';
import { DateField } from '../components/date-field.tsx';
import { SwitchField } from '../components/switch-field.tsx';
import { useLanguage } from '../components/language.tsx';
import type { SectionProps } from '../use-workflow.ts';
import { SickLeaveFields } from './sick-leave-fields.tsx';

/** How the patient works, asked and never derived; and the first sick day, which may stay empty. */
export function WorkFields({ work, workflow, problems }: SectionProps) {
  const { say } = useLanguage();
  const { sickDay, choices } = work.form;
  const today = workflow.today();
  const reading = readTypedDate(sickDay, today);
  const missing = problems.some((problem) => problem.field === 'work-status');
  return (
    <div className="sub">
      <fieldset className="tight" aria-describedby="work-hint">
        <legend className="small-legend">{say('fill.work.status')}</legend>
        <span className="hint" id="work-hint">
          {say('fill.work.status.hint')}
        </span>
        {missing ? <p className="error-text">{say('fill.work.status.missing')}</p> : null}
        <div className="inline-choices">
          {WORK_STATUSES.map((status, index) => (
            <ChoiceCard
              key={status}
              id={`work-${index}`}
              group="work"
              label={say(`work.${status}`)}
              checked={choices.work.status === status}
              onChoose={() => {
                workflow.send({ kind: 'work-changed', change: { status } });
              }}
            />
          ))}
        </div>
      </fieldset>
      <DateField
        id="sick-day"
        label={say('fill.sickDay')}
        hint={say('fill.sickDay.hint')}
        text={sickDay}
        reading={reading}
        week={countedLeave(choices.work, today)?.week ?? null}
        showError={problems.some((problem) => problem.field === 'sick-day')}
        onType={(text) => {
          workflow.send({ kind: 'sick-leave-typed', field: 'sickDay', text });
        }}
      />
      <SickLeaveFields work={work} workflow={workflow} problems={problems} />
      {choices.work.status === 'employee' || choices.work.status === 'temporary' ? (
        <SheetFields work={work} workflow={workflow} />
      ) : null}
    </div>
  );
}

/** The loose sheet for the bedrijfsarts; the diagnosis stands on it only when the patient wants that (D36). */
function SheetFields({ work, workflow }: Pick<SectionProps, 'work' | 'workflow'>) {
  const { say } = useLanguage();
  const { shareSheet, diagnosisOnSheet } = work.form.choices.work;
  return (
    <>
      <SwitchField
        label={say('fill.sheet')}
        hint={say('fill.sheet.hint')}
        checked={shareSheet}
        onChange={(checked) => {
          workflow.send({ kind: 'work-changed', change: { shareSheet: checked } });
        }}
      />
      {shareSheet ? (
        <SwitchField
          label={say('fill.sheet.diagnosis')}
          hint={say('fill.sheet.diagnosis.hint')}
          checked={diagnosisOnSheet}
          onChange={(checked) => {
            workflow.send({ kind: 'work-changed', change: { diagnosisOnSheet: checked } });
          }}
        />
      ) : null}
    </>
  );
}
