import { daysBetween } from '../../domain/calendar-date.ts';
import { asksContractEnd, asksRecovery, countedLeave, type SickLeaveField } from '../../workflow/sick-leave-form.ts';
import { readAnyDate, readTypedDate } from '../../workflow/typed-date.ts';
import { DateField, type DateReading } from '../components/date-field.tsx';
import { useLanguage } from '../components/language.tsx';
import { SwitchField } from '../components/switch-field.tsx';
import type { SectionProps } from '../use-workflow.ts';

/** What moves the dates of a sick leave, or only seems to: the end of a contract, part of the hours, a recovery. */
export function SickLeaveFields({ work, workflow, problems }: SectionProps) {
  const { say } = useLanguage();
  const { choices } = work.form;
  const { status, partTime, firstSickDay } = choices.work;
  if (!asksRecovery(status)) return null;
  return (
    <>
      {asksContractEnd(status) ? <ContractEnd work={work} workflow={workflow} problems={problems} /> : null}
      <SwitchField
        label={say('fill.partTime')}
        hint={say('fill.partTime.hint')}
        checked={partTime}
        onChange={(checked) => {
          workflow.send({ kind: 'work-changed', change: { partTime: checked } });
        }}
      />
      {firstSickDay === null ? null : <RecoveryFields work={work} workflow={workflow} problems={problems} />}
    </>
  );
}

function ContractEnd({ work, workflow, problems }: SectionProps) {
  const { say } = useLanguage();
  const early = problems.some(({ field }) => field === 'contract-end-early');
  return (
    <>
      <TypedDay
        name="contractEnd"
        id="contract-end"
        hint={say('fill.contractEnd.hint')}
        reading={readAnyDate(work.form.contractEnd)}
        {...{ work, workflow, problems }}
      />
      {early ? <p className="error-text">{say('fill.contractEnd.early')}</p> : null}
    </>
  );
}

/** Folded until somebody was recovered in between, which few were. */
function RecoveryFields({ work, workflow, problems }: SectionProps) {
  const { say } = useLanguage();
  const { recoveredFrom, recoveredTo } = work.form;
  const today = workflow.today();
  const section = { work, workflow, problems, hint: say('fill.recovered.day') };
  const impossible = problems.some(({ field }) => field === 'recovery-impossible');
  return (
    <details open={recoveredFrom !== '' || recoveredTo !== '' ? true : undefined}>
      <summary>{say('fill.recovered')}</summary>
      <p className="hint">{say('fill.recovered.hint')}</p>
      <div className="grid2 level">
        <TypedDay name="recoveredFrom" id="recovered-from" reading={readTypedDate(recoveredFrom, today)} {...section} />
        <TypedDay name="recoveredTo" id="recovered-to" reading={readTypedDate(recoveredTo, today)} {...section} />
      </div>
      {impossible ? <p className="error-text">{say('fill.recovered.impossible')}</p> : null}
      <WhatItDoes work={work} workflow={workflow} />
    </details>
  );
}

/** Said at once, so that nobody has to know the rule of the four weeks. */
function WhatItDoes({ work, workflow }: Pick<SectionProps, 'work' | 'workflow'>) {
  const { say, day } = useLanguage();
  const { firstSickDay, recovered } = work.form.choices.work;
  const counted = countedLeave({ firstSickDay, recovered }, workflow.today());
  if (counted === null || firstSickDay === null || recovered.length === 0) return null;
  return (
    <p role="status">
      {counted.leave.startedAgain === null
        ? say('fill.recovered.skipped', { days: daysBetween(firstSickDay, counted.countedFrom) })
        : say('fill.recovered.again', { date: day(counted.leave.firstSickDay) })}
    </p>
  );
}

interface TypedDayProps extends SectionProps {
  readonly name: Exclude<SickLeaveField, 'sickDay'>;
  readonly id: 'contract-end' | 'recovered-from' | 'recovered-to';
  readonly hint: string;
  readonly reading: DateReading;
}

function TypedDay({ name, id, hint, reading, work, workflow, problems }: TypedDayProps) {
  const { say } = useLanguage();
  return (
    <DateField
      id={id}
      label={say(`fill.${name}`)}
      hint={hint}
      text={work.form[name]}
      reading={reading}
      week={null}
      showError={problems.some(({ field }) => field === id)}
      onType={(text) => {
        workflow.send({ kind: 'sick-leave-typed', field: name, text });
      }}
    />
  );
}
