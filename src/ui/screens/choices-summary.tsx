import { useLanguage, type Speech } from '../components/language.tsx';
import type { Choices } from '../../domain/choices.ts';
import type { ScreenProps } from '../use-workflow.ts';
import { moreChoices } from '../../workflow/more-choices.ts';

/** What this booklet was made from, with the way back to change it. */
export function ChoicesSummary({ work, workflow }: ScreenProps) {
  const language = useLanguage();
  const { say, day } = language;
  const { choices } = work.form;
  return (
    <div className="card stack">
      <h2>{say('preview.choices')}</h2>
      <dl className="summary">
        <div>
          <dt>{say('preview.diagnosis')}</dt>
          <dd>
            <span lang="nl">{work.confirmed?.nameInSentence}</span>{' '}
            <button
              type="button"
              className="link"
              aria-label={say('preview.changeDiagnosis')}
              onClick={() => {
                workflow.send({ kind: 'diagnosis-screen-opened' });
              }}
            >
              {say('preview.change')}
            </button>
          </dd>
        </div>
        <div>
          <dt>{say('preview.contact')}</dt>
          <dd>
            <bdi>{contactLine(choices, say)}</bdi>{' '}
            <button
              type="button"
              className="link"
              aria-label={say('preview.changeChoices')}
              onClick={() => {
                workflow.send({ kind: 'fill-in-opened' });
              }}
            >
              {say('preview.change')}
            </button>
          </dd>
        </div>
        <Row term={say('preview.work')} value={workLine(choices, language)} />
        {choices.work.contractEnd === null ? null : (
          <Row term={say('preview.contractEnd')} value={day(choices.work.contractEnd)} />
        )}
        {choices.work.recovered.map(({ from, to }) => (
          <Row key={from} term={say('fill.recovered')} value={`${day(from)} – ${day(to)}`} />
        ))}
        {choices.work.partTime ? <Row term={say('fill.partTime')} value={say('switch.on')} /> : null}
        <Row term={say('preview.metastasised')} value={say(`fill.metastasised.${choices.metastasised}`)} />
        <Row term={say('preview.palliative')} value={say(choices.palliative ? 'switch.on' : 'switch.off')} />
        <Row term={say('fill.nameOnCover')} value={say(choices.nameOnCover ? 'switch.on' : 'switch.off')} />
        {moreChoices(choices)
          .filter((choice) => choices[choice])
          .map((choice) => (
            <Row key={choice} term={say(`fill.${choice}`)} value={say('switch.on')} />
          ))}
      </dl>
      <p className="hint">{say('preview.changeHint')}</p>
    </div>
  );
}

/** A term with what is so. */
export function Row({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function contactLine({ contact }: Choices, say: Speech['say']): string {
  if (contact === null) return say('preview.contactUnknown');
  return [contact.name, contact.phone].filter(Boolean).join(', ');
}

function workLine({ work }: Choices, { say, day }: Speech): string {
  if (!work.include || work.status === null) return say('preview.workOff');
  const status = say(`work.${work.status}`);
  return work.firstSickDay === null ? status : say('preview.workFrom', { status, date: day(work.firstSickDay) });
}
