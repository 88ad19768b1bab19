import { useEffect, useRef, type SyntheticEvent } from 'react';
import { replacedBy } from '../../workflow/stored-documents.ts';
import { clinicianOf } from '../../workflow/people.ts';
import { useLanguage } from '../components/language.tsx';
import type { ScreenProps } from '../use-workflow.ts';
import { Row } from './choices-summary.tsx';

interface SaveDialogProps extends ScreenProps {
  readonly pages: number;
}

/** The deliberate second step before a write: it names patient, document and who saves (T8). */
export function SaveDialog({ work, workflow, pages }: SaveDialogProps) {
  const { say } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const asking = work.saving.kind === 'asking';
  useEffect(() => {
    if (asking) dialog.current?.showModal();
    else dialog.current?.close();
  }, [asking]);
  const decline = (event: SyntheticEvent): void => {
    event.preventDefault();
    workflow.send({ kind: 'save-declined' });
  };
  return (
    <dialog ref={dialog} aria-labelledby="save-title" onCancel={decline}>
      <h2 id="save-title">{say('save.title')}</h2>
      <WhatIsSaved work={work} workflow={workflow} pages={pages} />
      <Portal workflow={workflow} />
      <div className="actions">
        <button
          type="button"
          className="primary"
          onClick={() => {
            workflow.send({ kind: 'save-confirmed' });
          }}
        >
          {say('save.yes')}
        </button>
        <button type="button" onClick={decline}>
          {say('save.no')}
        </button>
      </div>
    </dialog>
  );
}

/** Whether the patient may read it at home before anybody has spoken about it: the site knows, or says that it does not. */
function Portal({ workflow }: Pick<ScreenProps, 'workflow'>) {
  const { say } = useLanguage();
  const { portalShowsAtOnce } = workflow.site;
  if (portalShowsAtOnce === false) return null;
  return <p>{say(portalShowsAtOnce ? 'save.portal.atOnce' : 'save.portal.maybe')}</p>;
}

function WhatIsSaved({ work, pages }: SaveDialogProps) {
  const { say, recorded } = useLanguage();
  const { patient } = work.chart;
  const version = work.booklet.kind === 'made' ? work.booklet.identity.version : '';
  const replaced = replacedBy(work.form, work.documents).length;
  const born = patient.birthDate === undefined ? say('patient.bornUnknown') : recorded(patient.birthDate);
  return (
    <dl className="summary">
      <div>
        <dt>{say('save.patient')}</dt>
        <dd>
          <b>
            <bdi>{patient.name}</bdi>
          </b>
          , {say('save.patient.born', { born, sex: say(`patient.sex.${patient.sex}`) })}
        </dd>
      </div>
      <Row term={say('save.document')} value={say('save.document.text', { version, pages })} />
      <div>
        <dt>{say('save.about')}</dt>
        <dd lang="nl">{work.confirmed?.nameInSentence}</dd>
      </div>
      <Row term={say('save.by')} value={clinicianOf(work).name} />
      {replaced === 0 ? null : (
        <Row
          term={say('save.replaces')}
          value={replaced === 1 ? say('save.replaces.one') : say('save.replaces.many', { count: replaced })}
        />
      )}
    </dl>
  );
}
