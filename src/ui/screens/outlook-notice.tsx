import { outlookOf, type Outlook } from '../../workflow/outlook.ts';
import { personProblems } from '../../workflow/confirming.ts';
import { entityName } from '../components/evidence-item.tsx';
import { Say, useLanguage } from '../components/language.tsx';
import { Notice, type Tone } from '../components/notice.tsx';
import type { ScreenProps } from '../use-workflow.ts';
import { ErrorSummary } from '../components/error-summary.tsx';
import { asksPerson, personErrors, PersonFields } from './person-fields.tsx';

const TONES: Readonly<Record<Outlook['kind'], Tone>> = {
  sole: 'yes',
  rare: 'yes',
  conflict: 'unclear',
  'not-read': 'unclear',
  incomplete: 'unclear',
  undecided: 'unclear',
  common: 'no',
  none: 'no',
  empty: 'unclear',
};

/** What the list says, summed up, with the way on beside it. Exactly one certain finding: its button is the confirmation (D5). */
export function OutlookNotice(props: ScreenProps) {
  const { work, workflow } = props;
  const outlook = outlookOf(work.lookup, workflow.core.entities);
  return (
    <Notice tone={TONES[outlook.kind]}>
      {outlook.kind === 'sole' ? (
        <SoleFinding {...props} outlook={outlook} />
      ) : (
        <OpenChoice {...props} kind={outlook.kind} />
      )}
    </Notice>
  );
}

function SoleFinding({
  work,
  workflow,
  outlook,
}: ScreenProps & { readonly outlook: Extract<Outlook, { kind: 'sole' }> }) {
  const { say, locale } = useLanguage();
  const name = entityName(outlook.candidate.entity, locale);
  const missing = work.shownProblems === 'confirmation' ? personProblems(work) : [];
  return (
    <>
      <h2>{say('evidence.sole.heading')}</h2>
      <p>
        <Say text="evidence.sole.text" values={{ name: <b>{name}</b> }} />
      </p>
      {missing.length > 0 ? <ErrorSummary errors={personErrors(missing, say)} /> : null}
      {asksPerson(work) ? <PersonFields work={work} workflow={workflow} problems={missing} /> : null}
      <div className="actions">
        <button
          type="button"
          className="primary"
          onClick={() => {
            workflow.send({ kind: 'sole-finding-confirmed' });
          }}
        >
          {say('evidence.sole.confirm', { name })}
        </button>
        <OtherWays workflow={workflow} label={say('evidence.sole.other')} />
      </div>
    </>
  );
}

const CHOOSE_FROM_CHART: ReadonlySet<Outlook['kind']> = new Set<Outlook['kind']>(['rare', 'conflict', 'undecided']);

function OpenChoice({ work, workflow, kind }: ScreenProps & { readonly kind: Exclude<Outlook['kind'], 'sole'> }) {
  const { say } = useLanguage();
  const chooseFromChart = CHOOSE_FROM_CHART.has(kind);
  return (
    <>
      <h2>{say(`evidence.${kind}.heading`)}</h2>
      <p>{say(`evidence.${kind}.text`)}</p>
      {chooseFromChart && work.lookup.incomplete ? <p>{say('evidence.alsoIncomplete')}</p> : null}
      <p>{say('evidence.youConfirm')}</p>
      <div className="actions">
        <button
          type="button"
          className="primary"
          onClick={() => {
            workflow.send({ kind: 'diagnosis-screen-opened' });
          }}
        >
          {say(chooseFromChart ? 'evidence.choose' : 'evidence.chooseYourself')}
        </button>
        <Decline workflow={workflow} />
      </div>
    </>
  );
}

function OtherWays({ workflow, label }: Pick<ScreenProps, 'workflow'> & { readonly label: string }) {
  return (
    <>
      <button
        type="button"
        className="quiet"
        onClick={() => {
          workflow.send({ kind: 'diagnosis-screen-opened' });
        }}
      >
        {label}
      </button>
      <Decline workflow={workflow} />
    </>
  );
}

function Decline({ workflow }: Pick<ScreenProps, 'workflow'>) {
  const { say } = useLanguage();
  return (
    <button
      type="button"
      className="quiet"
      onClick={() => {
        workflow.send({ kind: 'booklet-declined' });
      }}
    >
      {say('evidence.decline')}
    </button>
  );
}
