import type { SyntheticEvent } from 'react';
import type { FormProblem } from '../../workflow/form.ts';
import type { UnusableDay } from '../../workflow/sick-leave-form.ts';
import { bookletProblems } from '../../workflow/making.ts';
import { dateError } from '../components/date-field.tsx';
import { ErrorSummary, type FieldError } from '../components/error-summary.tsx';
import { Say, useLanguage, type Speech } from '../components/language.tsx';
import { ScreenTitle } from '../components/screen-title.tsx';
import { useGoBack, type ScreenProps } from '../use-workflow.ts';
import { AddressSection } from './address-section.tsx';
import { ContactSection } from './contact-section.tsx';
import { ContentSection } from './content-section.tsx';
import { StoredSection } from './stored-section.tsx';

/** Screen 3: who can be called, and what goes into the booklet. Nothing here is chosen by the app. */
export function FillIn({ work, workflow }: ScreenProps) {
  const language = useLanguage();
  const { say } = language;
  const goBack = useGoBack();
  const problems =
    work.shownProblems === 'form' ? bookletProblems(work, { today: workflow.today(), site: workflow.site }) : [];
  const section = { work, workflow, problems };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    workflow.send({ kind: 'preview-asked' });
  };
  return (
    <>
      <div className="stack">
        <ScreenTitle>{say('fill.title')}</ScreenTitle>
        <Confirmed work={work} workflow={workflow} />
      </div>
      {problems.length > 0 ? <ErrorSummary errors={problems.map((problem) => fieldError(problem, language))} /> : null}
      <form className="stack wide" onSubmit={submit} noValidate>
        <StoredSection {...section} />
        <ContactSection {...section} />
        <ContentSection {...section} />
        <AddressSection work={work} workflow={workflow} />
        <div className="actions">
          <button className="primary" type="submit">
            {say('fill.view')}
          </button>
          <button type="button" className="quiet" onClick={goBack}>
            {say('app.back')}
          </button>
        </div>
      </form>
    </>
  );
}

function Confirmed({ work, workflow }: ScreenProps) {
  const { say } = useLanguage();
  const { confirmed } = work;
  if (confirmed === null) return null;
  return (
    <>
      <p>
        <Say
          text="fill.about"
          values={{ name: <b lang="nl">{confirmed.nameInSentence}</b>, by: <bdi>{confirmed.by}</bdi> }}
        />{' '}
        <button
          type="button"
          className="link"
          onClick={() => {
            workflow.send({ kind: 'diagnosis-screen-opened' });
          }}
        >
          {say('fill.changeDiagnosis')}
        </button>
      </p>
      <p>{say('fill.intro')}</p>
    </>
  );
}

/** Where the error summary leads, and what it says. */
function fieldError(problem: FormProblem, language: Speech): FieldError {
  const { say } = language;
  switch (problem.field) {
    case 'stored':
      return { field: `stored-${problem.id}`, text: say('stored.missing') };
    case 'contact':
      return { field: 'contact-0', text: say('fill.contact.missing') };
    case 'name':
      return { field: 'contact-name', text: say('fill.name.missing') };
    case 'work-status':
      return { field: 'work-0', text: say('fill.work.status.missing') };
    case 'cover-name':
      return { field: 'cover-name', text: say('fill.coverName.missing') };
    case 'contract-end-early':
      return { field: 'contract-end', text: `${say('fill.contractEnd')}: ${say('fill.contractEnd.early')}` };
    case 'recovery-impossible':
      return { field: 'recovered-from', text: `${say('fill.recovered')} ${say('fill.recovered.impossible')}` };
    default:
      return {
        field: problem.field,
        text: `${say(DAY_LABELS[problem.field])}: ${dayProblem(problem.typed, language)}`,
      };
  }
}

const DAY_LABELS = {
  'sick-day': 'fill.sickDay',
  'contract-end': 'fill.contractEnd',
  'recovered-from': 'fill.recoveredFrom',
  'recovered-to': 'fill.recoveredTo',
} as const;

/** A day is only missed where its partner is filled in. */
function dayProblem(typed: UnusableDay, language: Speech): string {
  return dateError(typed, language) ?? language.say('fill.recovered.missing');
}
