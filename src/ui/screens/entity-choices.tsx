import type { Entity } from '../../domain/entity.ts';
import type { Candidate } from '../../workflow/diagnosis-offer.ts';
import { ChoiceCard } from '../components/choice-card.tsx';
import { entityName } from '../components/evidence-item.tsx';
import { useLanguage } from '../components/language.tsx';
import { EvidenceSource } from '../components/source-chip.tsx';
import { VerdictChip } from '../components/verdict-chip.tsx';
import type { ScreenProps } from '../use-workflow.ts';

interface EntityChoicesProps extends ScreenProps {
  readonly fromChart: readonly Candidate<Entity>[];
  readonly fromList: readonly Entity[];
}

const LONGEST_LIST = 20;

/** One radio list: what the chart brings, then what the search found. What is chosen stays in sight whatever is typed. */
export function EntityChoices({ work, workflow, fromChart, fromList }: EntityChoicesProps) {
  const { say } = useLanguage();
  const chosen = work.choosing.entity === null ? undefined : workflow.core.entities.get(work.choosing.entity);
  const shown = fromList.slice(0, LONGEST_LIST);
  const hidden = chosen && ![...shown, ...fromChart.map(({ entity }) => entity)].includes(chosen) ? [chosen] : [];
  const groups = [
    { title: say('diagnosis.chosen'), choices: hidden.map((entity) => ({ entity, findings: [] })) },
    { title: say('diagnosis.fromChart'), choices: fromChart },
    { title: say('diagnosis.fromList'), choices: shown.map((entity) => ({ entity, findings: [] })) },
  ];
  return (
    <>
      {groups
        .filter(({ choices }) => choices.length > 0)
        .map(({ title, choices }) => (
          <fieldset key={title}>
            <legend>{title}</legend>
            {choices.map((candidate) => (
              <EntityChoice key={candidate.entity.id} candidate={candidate} work={work} workflow={workflow} />
            ))}
          </fieldset>
        ))}
      {fromList.length > shown.length ? (
        <p className="soft">{say('diagnosis.more', { count: fromList.length - shown.length })}</p>
      ) : null}
    </>
  );
}

function EntityChoice({ candidate, work, workflow }: ScreenProps & { readonly candidate: Candidate<Entity> }) {
  const { locale } = useLanguage();
  const { entity, findings } = candidate;
  const [first] = findings;
  return (
    <ChoiceCard
      group="entity"
      label={entityName(entity, locale)}
      checked={work.choosing.entity === entity.id}
      onChoose={() => {
        workflow.send({ kind: 'entity-chosen', entity: entity.id });
      }}
    >
      <span lang="nl">{entity.explainedNl}</span>
      {first ? (
        <span className="chips">
          <VerdictChip verdict={first.verdict} />
          {findings.map(({ evidence }) => (
            <EvidenceSource key={evidence.id} evidence={evidence} dated />
          ))}
        </span>
      ) : null}
    </ChoiceCard>
  );
}
