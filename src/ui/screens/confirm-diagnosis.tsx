import type { SyntheticEvent } from 'react';
import type { Entity } from '../../domain/entity.ts';
import type { Finding } from '../../domain/finding.ts';
import { provenanceOf } from '../../domain/provenance.ts';
import { candidatesOf, type Candidate } from '../../workflow/diagnosis-offer.ts';
import { searchEntities } from '../../workflow/search-entities.ts';
import { choiceProblems, type ConfirmationProblem } from '../../workflow/confirming.ts';
import { isWithoutEhr } from '../../workflow/core.ts';
import { clinicianOf } from '../../workflow/people.ts';
import { ErrorSummary, type FieldError } from '../components/error-summary.tsx';
import { Icon } from '../components/icon.tsx';
import { Say, useLanguage, type Speech } from '../components/language.tsx';
import { ScreenTitle } from '../components/screen-title.tsx';
import { SourceChip } from '../components/source-chip.tsx';
import { TextField } from '../components/text-field.tsx';
import { useGoBack, type ScreenProps } from '../use-workflow.ts';
import { EntityChoices } from './entity-choices.tsx';
import { asksPerson, personErrors, PersonFields } from './person-fields.tsx';

/** Screen 2: the clinician chooses from the chart or the list; nothing is chosen at first. */
export function ConfirmDiagnosis({ work, workflow }: ScreenProps) {
  const { say } = useLanguage();
  const problems = work.shownProblems === 'confirmation' ? choiceProblems(work, workflow.site) : [];
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    workflow.send({ kind: 'choice-confirmed' });
  };
  return (
    <>
      <ScreenTitle>{say('diagnosis.title')}</ScreenTitle>
      {problems.length > 0 ? <ErrorSummary errors={fieldErrors(problems, say)} /> : null}
      <form className="split" onSubmit={submit} noValidate>
        <Search work={work} workflow={workflow} />
        <div className="card stack beside">
          <Preview work={work} workflow={workflow} problems={problems} />
        </div>
      </form>
    </>
  );
}

function fieldErrors(problems: readonly ConfirmationProblem[], say: Speech['say']): readonly FieldError[] {
  return problems.flatMap((problem) => {
    if (problem === 'nothing-chosen') return [{ field: 'query', text: say('diagnosis.nothing-chosen') }];
    if (problem === 'recalled') return [{ field: 'query', text: say('diagnosis.recalled') }];
    if (problem === 'name-empty') return [{ field: 'name', text: say('diagnosis.name-empty') }];
    if (problem === 'not-checked') return [{ field: 'self-checked', text: say('diagnosis.not-checked') }];
    return personErrors([problem], say);
  });
}

function Search({ work, workflow }: ScreenProps) {
  const { say } = useLanguage();
  const { entities } = workflow.core;
  const query = work.choosing.query.trim();
  const matching = searchEntities(workflow.core, query);
  const ids = new Set(matching.map((entity) => entity.id));
  const offered = candidatesOf(work.lookup, entities);
  const fromChart = offered.filter(({ entity }) => query === '' || ids.has(entity.id));
  const inChart = new Set(offered.map(({ entity }) => entity.id));
  const fromList = query === '' ? [] : matching.filter((entity) => !inChart.has(entity.id));
  const counts = { chart: fromChart.length, list: fromList.length, total: matching.length, query };
  const nothing = query !== '' && fromChart.length + fromList.length === 0;
  return (
    <div className="stack">
      <TextField
        id="query"
        type="search"
        label={say('diagnosis.search')}
        hint={say('diagnosis.search.hint')}
        value={work.choosing.query}
        onType={(text) => {
          workflow.send({ kind: 'query-typed', text });
        }}
      />
      <p className="soft" role="status">
        {nothing
          ? say('diagnosis.nothing', { query })
          : say(query === '' ? countKey(offered) : leftKey(workflow), counts)}
      </p>
      <EntityChoices work={work} workflow={workflow} fromChart={fromChart} fromList={fromList} />
      <p>
        {say('diagnosis.notThere')}{' '}
        {isWithoutEhr(workflow.site) ? null : (
          <button
            type="button"
            className="link"
            onClick={() => {
              workflow.send({ kind: 'booklet-declined' });
            }}
          >
            {say('evidence.decline')}
          </button>
        )}
      </p>
    </div>
  );
}

/** Without a chart nothing fits it. */
function leftKey({ site }: ScreenProps['workflow']) {
  return isWithoutEhr(site) ? 'diagnosis.leftInList' : 'diagnosis.left';
}

function countKey({ length }: readonly Candidate<Entity>[]) {
  if (length === 0) return 'diagnosis.count.none';
  return length === 1 ? 'diagnosis.count.one' : 'diagnosis.count.many';
}

interface PreviewProps extends ScreenProps {
  readonly problems: readonly ConfirmationProblem[];
}

function Preview({ work, workflow, problems }: PreviewProps) {
  const { say } = useLanguage();
  const goBack = useGoBack();
  const entity = work.choosing.entity === null ? undefined : workflow.core.entities.get(work.choosing.entity);
  return (
    <>
      <h2>{say('diagnosis.preview')}</h2>
      {entity === undefined ? (
        <p>{say('diagnosis.preview.empty')}</p>
      ) : (
        <PatientName entity={entity} work={work} workflow={workflow} problems={problems} />
      )}
      {asksPerson(work) ? <PersonFields work={work} workflow={workflow} problems={problems} /> : null}
      {isWithoutEhr(workflow.site) ? <SelfChecked work={work} workflow={workflow} problems={problems} /> : null}
      <div className="actions">
        <button className="primary" type="submit">
          {say('diagnosis.confirm')}
        </button>
        {work.trail.length > 1 ? (
          <button type="button" className="quiet" onClick={goBack}>
            {say('app.back')}
          </button>
        ) : null}
      </div>
      <ConfirmedBy work={work} workflow={workflow} />
    </>
  );
}

function PatientName({ entity, work, workflow, problems }: PreviewProps & { readonly entity: Entity }) {
  const { say } = useLanguage();
  const inChart = candidatesOf(work.lookup, workflow.core.entities).find(
    (candidate) => candidate.entity.id === entity.id,
  );
  const name = work.choosing.name ?? entity.nameInSentenceNl;
  return (
    <>
      <TextField
        id="name"
        label={say('diagnosis.name')}
        hint={
          <>
            {say('diagnosis.name.hint')}{' '}
            <SourceChip>{say(work.choosing.name === null ? 'source.list' : 'source.you')}</SourceChip>
          </>
        }
        value={name}
        error={problems.includes('name-empty') ? say('diagnosis.name-empty') : null}
        onType={(text) => {
          workflow.send({ kind: 'name-typed', text });
        }}
      />
      <div className="notice t-info" lang="nl">
        <Icon name="document" />
        <p>
          <Say text="diagnosis.sentence" values={{ name: <b>{name}</b> }} />
        </p>
      </div>
      {inChart !== undefined || isWithoutEhr(workflow.site) ? null : <p role="status">{say('diagnosis.notInChart')}</p>}
      <details className="small">
        <summary>{say('diagnosis.audit.title')}</summary>
        <p className="soft">{say('diagnosis.sources', { keys: entity.sources.join(', ') })}</p>
        <AuditLines findings={inChart?.findings ?? []} list={workflow.site.versions.knowledge} />
      </details>
    </>
  );
}

/** For who checks afterwards: which entry of the chart, which of its codes, and which rules of which list brought this entity up. */
function AuditLines({ findings, list }: { readonly findings: readonly Finding[]; readonly list: string }) {
  const { say } = useLanguage();
  return findings.map((finding) => {
    const { record, rules, codings } = provenanceOf(finding);
    const codes = [...new Set(codings.filter((coding) => coding !== null))];
    const values = {
      record: record.id,
      version: record.versionId ?? say('diagnosis.audit.unversioned'),
      codes: codes.length === 0 ? say('diagnosis.audit.uncoded') : codes.join(', '),
      rules: rules.join(', '),
      list,
    };
    return (
      <p key={record.id} className="soft">
        {say('diagnosis.audit', values)}
      </p>
    );
  });
}

/** The app read no chart, so somebody else must have. */
function SelfChecked({ work, workflow, problems }: PreviewProps) {
  const { say } = useLanguage();
  const missing = problems.includes('not-checked');
  return (
    <div>
      {missing ? <p className="error-text">{say('diagnosis.not-checked')}</p> : null}
      <label className="check">
        <input
          id="self-checked"
          type="checkbox"
          aria-invalid={missing}
          checked={work.selfChecked}
          onChange={(event) => {
            workflow.send({ kind: 'self-checked', on: event.target.checked });
          }}
        />{' '}
        {say('diagnosis.selfChecked')}
      </label>
    </div>
  );
}

/** Who confirms, and on which day, before the button is pressed. */
function ConfirmedBy({ work, workflow }: ScreenProps) {
  const { say, day } = useLanguage();
  const { name, role } = clinicianOf(work);
  if (name === '') return null;
  const values = { name, role: role ?? '', date: day(workflow.today()) };
  return (
    <p className="soft small">{say(role === null ? 'diagnosis.confirmedBy' : 'diagnosis.confirmedByRole', values)}</p>
  );
}
