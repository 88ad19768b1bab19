import type { Saving } from '../../workflow/filing-state.ts';
import { savingBlock } from '../../workflow/stored-documents.ts';
import { useLanguage } from '../components/language.tsx';
import { DoThis, HelpDeskCode, Notice } from '../components/notice.tsx';
import type { ScreenProps } from '../use-workflow.ts';

/** Why saving is off, or how the last try ended. Print and download stay beside it. */
export function SaveNotice({ work, workflow }: ScreenProps) {
  const { say } = useLanguage();
  const block = savingBlock(work, workflow.site);
  if (block === null) return <LastTry saving={work.saving} helpDesk={workflow.site.helpDesk} />;
  return (
    <Notice tone={block === 'documents-not-read' || block === 'trial' ? 'unclear' : 'info'} announced>
      <h3>{say(`saving.${block}.heading`)}</h3>
      <p>{say(`saving.${block}.text`)}</p>
      {block === 'documents-not-read' ? (
        <div className="actions">
          <button
            type="button"
            onClick={() => {
              workflow.send({ kind: 'search-again' });
            }}
          >
            {say('saving.searchAgain')}
          </button>
        </div>
      ) : null}
    </Notice>
  );
}

function LastTry({ saving, helpDesk }: { readonly saving: Saving; readonly helpDesk: string }) {
  const { say } = useLanguage();
  if (saving.kind === 'sending') return <p role="status">{say('save.busy')}</p>;
  if (saving.kind === 'not-written') {
    return (
      <Notice tone="error" announced>
        <h3>{say(saving.why === 'busy' ? 'save.busyServer.heading' : 'save.unreachable.heading')}</h3>
        <p>{say('save.unreachable.text')}</p>
        <DoThis>{say('save.retry')}</DoThis>
        <HelpDeskCode codes={[saving.why === 'busy' ? 'OPSLAAN-26' : 'OPSLAAN-27']} helpDesk={helpDesk} />
      </Notice>
    );
  }
  return saving.kind === 'refused' ? <Refused saving={saving} helpDesk={helpDesk} /> : null;
}

const TOO_LARGE = 413;

type RefusedProps = { readonly saving: Extract<Saving, { kind: 'refused' }>; readonly helpDesk: string };

function Refused({ saving, helpDesk }: RefusedProps) {
  const { say } = useLanguage();
  const tooLarge = saving.status === TOO_LARGE;
  return (
    <Notice tone="error" announced>
      <h3>{say(tooLarge ? 'save.too-large.heading' : 'save.refused.heading')}</h3>
      <p>{say('save.refused.text')}</p>
      <DoThis>{say('save.refused.do')}</DoThis>
      {saving.issues.length === 0 ? null : (
        <details>
          <summary>{say('save.refused.details')}</summary>
          <ul className="bullets">
            {saving.issues.map((issue) => (
              <li key={issue}>
                <bdi>{issue}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
      <HelpDeskCode codes={[tooLarge ? 'OPSLAAN-57' : 'OPSLAAN-58']} helpDesk={helpDesk} />
    </Notice>
  );
}
