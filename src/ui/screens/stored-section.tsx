import { storedQuestions, type StoredQuestion } from '../../workflow/stored-documents.ts';
import { ChoiceCard } from '../components/choice-card.tsx';
import { entityName } from '../components/evidence-item.tsx';
import { useLanguage } from '../components/language.tsx';
import { Notice } from '../components/notice.tsx';
import type { ScreenProps, SectionProps } from '../use-workflow.ts';
import { Reprint } from './reprint.tsx';
import { Retract } from './retract.tsx';
import { StandsTwice } from './stored-list.tsx';
import { VersionLine } from './version-line.tsx';

/** A booklet that stands in the chart already is said and asked about: never a silent second (D23, F55). */
export function StoredSection({ work, workflow, problems }: SectionProps) {
  const { say } = useLanguage();
  const questions = storedQuestions(work, workflow.site);
  if (questions.length === 0) return null;
  const changed = work.documents.kind === 'read' && work.documents.changedMeanwhile;
  return (
    <Notice tone={changed ? 'unclear' : 'info'} announced={changed}>
      <h2>{say(changed ? 'stored.changed' : 'stored.title')}</h2>
      {changed ? <p>{say('stored.changed.text')}</p> : null}
      <StandsTwice documents={work.documents} />
      {questions.map((question) => (
        <StoredBooklet
          key={question.document.id}
          question={question}
          missing={problems.some((problem) => problem.field === 'stored' && problem.id === question.document.id)}
          work={work}
          workflow={workflow}
        />
      ))}
      <div className="actions">
        <button
          type="button"
          onClick={() => {
            workflow.send({ kind: 'booklet-declined' });
          }}
        >
          {say('stored.nothing')}
        </button>
      </div>
    </Notice>
  );
}

interface StoredBookletProps extends ScreenProps {
  readonly question: StoredQuestion;
  readonly missing: boolean;
}

function StoredBooklet({ question, missing, work, workflow }: StoredBookletProps) {
  const { say } = useLanguage();
  const { document, about } = question;
  const unknown = say('stored.versionUnknown');
  const answered = work.form.stored.get(document.id);
  const offers =
    about === 'same'
      ? [{ answer: 'replace' as const, text: say('stored.same.replace', { version: document.version ?? unknown }) }]
      : (['replace', 'stay'] as const).map((answer) => ({ answer, text: say(`stored.other.${answer}`) }));
  return (
    <fieldset className="tight">
      <legend className="small-legend">
        <VersionLine document={document} />
      </legend>
      <StoredFacts question={question} workflow={workflow} />
      <Reprint document={document} work={work} workflow={workflow} />
      <Retract document={document} work={work} workflow={workflow} />
      {missing ? <p className="error-text">{say('stored.missing')}</p> : null}
      <div className="grid2 close">
        {offers.map(({ answer, text }, index) => (
          <ChoiceCard
            key={answer}
            {...(index === 0 ? { id: `stored-${document.id}` } : {})}
            group={`stored-${document.id}`}
            label={text}
            checked={answered === answer}
            onChoose={() => {
              workflow.send({ kind: 'stored-answered', id: document.id, answer });
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}

type StoredFactsProps = Pick<StoredBookletProps, 'question' | 'workflow'>;

/** What the stored booklet is about, and the question. */
function StoredFacts({ question, workflow }: StoredFactsProps) {
  const { say, locale } = useLanguage();
  const entity = question.document.entity === null ? undefined : workflow.core.names.get(question.document.entity);
  const about =
    question.about === 'same'
      ? say('stored.same')
      : entity
        ? say('stored.other', { name: entityName(entity, locale) })
        : say('stored.otherUnknown');
  return (
    <p>
      {about} {say('stored.ask')}
    </p>
  );
}
