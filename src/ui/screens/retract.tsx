import type { StoredDocument } from '../../domain/document.ts';
import { ConfirmDialog } from '../components/confirm-dialog.tsx';
import { useLanguage } from '../components/language.tsx';
import { DoThis } from '../components/notice.tsx';
import { PatientRow } from '../components/patient-row.tsx';
import type { ScreenProps } from '../use-workflow.ts';
import { VersionLine } from './version-line.tsx';

interface RetractProps extends ScreenProps {
  readonly document: StoredDocument;
}

/** Takes a stored booklet back: marked as entered in error in the chart, with what to do about the paper. */
export function Retract({ document, work, workflow }: RetractProps) {
  const { retracting } = work;
  const mine = 'id' in retracting && retracting.id === document.id ? retracting.kind : null;
  const retracted = document.status === 'entered-in-error';
  if (!workflow.site.mayUpdate || (retracted && mine !== 'ended')) return null;
  return (
    <>
      {retracted ? null : <AskButton document={document} work={work} workflow={workflow} />}
      <Ending document={document} work={work} workflow={workflow} />
      {mine === 'asking' ? <RetractDialog document={document} work={work} workflow={workflow} /> : null}
    </>
  );
}

function AskButton({ document, work, workflow }: RetractProps) {
  const { say } = useLanguage();
  const { retracting } = work;
  const busy = retracting.kind === 'sending' && retracting.id === document.id;
  return (
    <div className="actions">
      <button
        type="button"
        className="quiet"
        aria-disabled={busy}
        onClick={() => {
          workflow.send({ kind: 'retract-asked', id: document.id });
        }}
      >
        {say(busy ? 'retract.busy' : 'retract.ask')}
      </button>
    </div>
  );
}

function Ending({ document, work }: RetractProps) {
  const { say } = useLanguage();
  const { retracting } = work;
  if (retracting.kind !== 'ended' || retracting.id !== document.id) return <p role="status" className="hint" />;
  if (retracting.how !== 'marked') {
    return (
      <p role="status" className="error-text">
        {say(`retract.${retracting.how}`)}
      </p>
    );
  }
  return (
    <div role="status">
      <p>
        <b>{say('retract.done')}</b>
      </p>
      <DoThis>{say('retract.paper')}</DoThis>
    </div>
  );
}

/** Names the patient and the document, and says what cannot be undone here. */
function RetractDialog({ document, work, workflow }: RetractProps) {
  const { say } = useLanguage();
  return (
    <ConfirmDialog
      open
      title={say('retract.title')}
      yes={say('retract.yes')}
      onYes={() => {
        workflow.send({ kind: 'retract-confirmed' });
      }}
      onNo={() => {
        workflow.send({ kind: 'retract-declined' });
      }}
    >
      <dl className="summary">
        <PatientRow patient={work.chart.patient} />
        <div>
          <dt>{say('save.document')}</dt>
          <dd>
            <VersionLine document={document} />
          </dd>
        </div>
      </dl>
      <p>{say('retract.text')}</p>
    </ConfirmDialog>
  );
}
