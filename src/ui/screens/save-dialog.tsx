import { replacedBy } from '../../workflow/stored-documents.ts';
import { clinicianOf } from '../../workflow/people.ts';
import { ConfirmDialog } from '../components/confirm-dialog.tsx';
import { useLanguage } from '../components/language.tsx';
import { PatientRow } from '../components/patient-row.tsx';
import type { ScreenProps } from '../use-workflow.ts';
import { Row } from './choices-summary.tsx';

interface SaveDialogProps extends ScreenProps {
  readonly pages: number;
}

/** Says what is written, about whom and by whom, before it is. */
export function SaveDialog({ work, workflow, pages }: SaveDialogProps) {
  const { say } = useLanguage();
  return (
    <ConfirmDialog
      open={work.saving.kind === 'asking'}
      title={say('save.title')}
      yes={say('save.yes')}
      onYes={() => {
        workflow.send({ kind: 'save-confirmed' });
      }}
      onNo={() => {
        workflow.send({ kind: 'save-declined' });
      }}
    >
      <WhatIsSaved work={work} workflow={workflow} pages={pages} />
      <Portal workflow={workflow} />
    </ConfirmDialog>
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
  const { say } = useLanguage();
  const { patient } = work.chart;
  const version = work.booklet.kind === 'made' ? work.booklet.identity.version : '';
  const isText = work.booklet.kind === 'made' && work.booklet.filed.format === 'text';
  const replaced = replacedBy(work.form, work.documents).length;
  return (
    <dl className="summary">
      <PatientRow patient={patient} />
      <Row
        term={say('save.document')}
        value={isText ? say('note.document', { version }) : say('save.document.text', { version, pages })}
      />
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
