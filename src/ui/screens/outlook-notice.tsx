import { useTransition } from 'react';
import { outlookOf, type Outlook } from '../../workflow/outlook.ts';
import { personProblems } from '../../workflow/confirming.ts';
import { entityName } from '../components/evidence-item.tsx';
import { Say, useLanguage } from '../components/language.tsx';
import { Notice, type Tone } from '../components/notice.tsx';
import type { ScreenProps } from '../use-workflow.ts';
import { ErrorSummary } from '../components/error-summary.tsx';
import { asksPerson, personErrors, PersonFields } from './person-fields.tsx';

const TONES: Readonly<Record<Outlook['kind'], Tone>> = {
  'release-recalled': 'error',
  recalled: 'error',
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
  const outlook = outlookOf(work.lookup, workflow.core.names, workflow.site.recall);
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
        <Confirm workflow={workflow} label={say('evidence.sole.confirm', { name })} />
        <Way workflow={workflow} event="diagnosis-screen-opened" label={say('evidence.sole.other')} />
        <Way workflow={workflow} event="booklet-declined" label={say('evidence.decline')} />
      </div>
    </>
  );
}

const CHOOSE_FROM_CHART: ReadonlySet<Outlook['kind']> = new Set<Outlook['kind']>(['rare', 'conflict', 'undecided']);
/** The list gives no ground for a booklet: the plain way on is none. */
const DECLINE_FIRST: ReadonlySet<Outlook['kind']> = new Set<Outlook['kind']>(['common', 'none', 'recalled']);

function OpenChoice({ work, workflow, kind }: ScreenProps & { readonly kind: Exclude<Outlook['kind'], 'sole'> }) {
  const { say } = useLanguage();
  const chooseFromChart = CHOOSE_FROM_CHART.has(kind);
  const choose = say(chooseFromChart ? 'evidence.choose' : 'evidence.chooseYourself');
  return (
    <>
      <h2>{say(`evidence.${kind}.heading`)}</h2>
      <p>{say(`evidence.${kind}.text`)}</p>
      {chooseFromChart && work.lookup.incomplete ? <p>{say('evidence.alsoIncomplete')}</p> : null}
      {kind === 'release-recalled' ? null : <p>{say('evidence.youConfirm')}</p>}
      <div className="actions">
        {kind === 'release-recalled' ? (
          <Way workflow={workflow} event="booklet-declined" label={say('evidence.decline')} primary />
        ) : DECLINE_FIRST.has(kind) ? (
          <>
            <Way workflow={workflow} event="booklet-declined" label={say('evidence.decline')} primary />
            <Way workflow={workflow} event="diagnosis-screen-opened" label={choose} />
          </>
        ) : (
          <>
            <Way workflow={workflow} event="diagnosis-screen-opened" label={choose} primary />
            <Way workflow={workflow} event="booklet-declined" label={say('evidence.decline')} />
          </>
        )}
      </div>
    </>
  );
}

/** What is confirmed is said on paper in words of its own: they may still be on their way (D39). */
function Confirm({ workflow, label }: Pick<WayProps, 'workflow' | 'label'>) {
  const { say } = useLanguage();
  const [waiting, startWaiting] = useTransition();
  const confirm = async (): Promise<void> => {
    await workflow.core.whenComplete();
    workflow.send({ kind: 'sole-finding-confirmed' });
  };
  return (
    <>
      <button
        type="button"
        className="primary"
        onClick={() => {
          startWaiting(confirm);
        }}
      >
        {label}
      </button>
      {waiting ? <span role="status">{say('app.loading')}</span> : null}
    </>
  );
}

interface WayProps extends Pick<ScreenProps, 'workflow'> {
  readonly event: 'diagnosis-screen-opened' | 'booklet-declined';
  readonly label: string;
  readonly primary?: boolean;
}

function Way({ workflow, event, label, primary = false }: WayProps) {
  return (
    <button
      type="button"
      className={primary ? 'primary' : 'quiet'}
      onClick={() => {
        workflow.send({ kind: event });
      }}
    >
      {label}
    </button>
  );
}
