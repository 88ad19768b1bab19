import { isWithoutEhr } from '../../workflow/core.ts';
import { moreChoices, type MoreChoice } from '../../workflow/more-choices.ts';
import type { ChoiceChange } from '../../workflow/events.ts';
import { ChoiceCard } from '../components/choice-card.tsx';
import { useLanguage } from '../components/language.tsx';
import { SourceChip } from '../components/source-chip.tsx';
import { SwitchField } from '../components/switch-field.tsx';
import { TextField } from '../components/text-field.tsx';
import type { ScreenProps, SectionProps } from '../use-workflow.ts';
import { WorkFields } from './work-fields.tsx';

type SwitchedChoice = 'palliative' | 'nameOnCover' | MoreChoice;

/** Blood cancers do not metastasise; no text of the booklet hangs on the answer there. */
const WITHOUT_METASTASES = 'haematological';

/** What goes into the booklet. What could hurt is off until the clinician switches it on (D22). */
export function ContentSection({ work, workflow, problems }: SectionProps) {
  const { say } = useLanguage();
  return (
    <div className="card stack">
      <h2>{say('fill.content')}</h2>
      <div className="switches">
        {workflow.site.chaptersOff.includes('werk') ? null : (
          <WorkChapter work={work} workflow={workflow} problems={problems} />
        )}
        {work.confirmed?.entity.family === WITHOUT_METASTASES ? null : <Metastasised work={work} workflow={workflow} />}
        <Switched choice="palliative" work={work} workflow={workflow} />
        <Switched choice="nameOnCover" work={work} workflow={workflow} />
        {isWithoutEhr(workflow.site) && work.form.choices.nameOnCover ? (
          <TextField
            id="cover-name"
            label={say('fill.coverName')}
            hint={say('fill.coverName.hint')}
            value={work.form.coverName}
            error={problems.some(({ field }) => field === 'cover-name') ? say('fill.coverName.missing') : null}
            onType={(text) => {
              workflow.send({ kind: 'contact-typed', field: 'coverName', text });
            }}
          />
        ) : null}
      </div>
      <details>
        <summary>{say('fill.more')}</summary>
        <p className="hint">{say('fill.more.hint')}</p>
        <div className="switches">
          {moreChoices(work.form.choices).map((choice) => (
            <Switched key={choice} choice={choice} work={work} workflow={workflow} />
          ))}
          <SwitchField
            label={say('fill.storesCopy')}
            hint={say('fill.storesCopy.hint')}
            checked={work.form.storesCopy}
            onChange={(on) => {
              workflow.send({ kind: 'address-choice', change: { storesCopy: on } });
            }}
          />
        </div>
      </details>
    </div>
  );
}

function WorkChapter({ work, workflow, problems }: SectionProps) {
  const { say } = useLanguage();
  const { include } = work.form.choices.work;
  return (
    <div>
      <SwitchField
        label={say('fill.work')}
        hint={say('fill.work.hint')}
        checked={include}
        onChange={(on) => {
          workflow.send({ kind: 'work-changed', change: { include: on } });
        }}
      />
      {include ? <WorkFields work={work} workflow={workflow} problems={problems} /> : null}
    </div>
  );
}

function Switched({ choice, work, workflow }: ScreenProps & { readonly choice: SwitchedChoice }) {
  const { say } = useLanguage();
  return (
    <SwitchField
      label={say(`fill.${choice}`)}
      hint={say(`fill.${choice}.hint`)}
      checked={work.form.choices[choice]}
      onChange={(on) => {
        const change: ChoiceChange = { [choice]: on };
        workflow.send({ kind: 'choice-changed', change });
      }}
    />
  );
}

const SPREAD = ['yes', 'no', 'unknown'] as const;

/** The chart may propose, with its source; it never answers. */
function Metastasised({ work, workflow }: ScreenProps) {
  const { say } = useLanguage();
  const proposed = work.lookup.findings.some((finding) => finding.spread);
  return (
    <div className="row">
      <fieldset className="tight" aria-describedby="spread-hint">
        <legend className="small-legend">{say('fill.metastasised')}</legend>
        <span className="hint" id="spread-hint">
          {say('fill.metastasised.hint')}{' '}
          {proposed ? <SourceChip>{say('fill.metastasised.proposal')}</SourceChip> : null}
        </span>
        <div className="inline-choices">
          {SPREAD.map((answer) => (
            <ChoiceCard
              key={answer}
              group="metastasised"
              label={say(`fill.metastasised.${answer}`)}
              checked={work.form.choices.metastasised === answer}
              onChoose={() => {
                workflow.send({ kind: 'choice-changed', change: { metastasised: answer } });
              }}
            />
          ))}
        </div>
      </fieldset>
    </div>
  );
}
