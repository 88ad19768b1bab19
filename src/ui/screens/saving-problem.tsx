import type { DocumentDraft } from '../../domain/document.ts';
import { BookletFileButtons } from '../components/booklet-file.tsx';
import { useLanguage } from '../components/language.tsx';
import { DoThis, HelpDeskCode, Notice } from '../components/notice.tsx';
import { ScreenTitle } from '../components/screen-title.tsx';
import type { BookletScreenProps } from '../use-workflow.ts';

/** The answer to the write was lost: unknown is not failed, so the chart is searched before another try (F59). */
export function OutcomeUnknown({ draft, ...props }: BookletScreenProps & { readonly draft: DocumentDraft }) {
  const { work, workflow } = props;
  const { say } = useLanguage();
  const looking = work.saving.kind === 'looking';
  const { number } = draft.identity;
  return (
    <div className="center stack wide">
      <Notice tone="unclear" announced>
        <ScreenTitle>{say('unknown.title')}</ScreenTitle>
        <p>{say('unknown.text')}</p>
        <p>
          <b>{say('unknown.warning')}</b>
        </p>
        {looking ? <p>{say('unknown.looking')}</p> : null}
        {work.saving.kind === 'unknown' && work.saving.looked ? <p>{say('unknown.looked', { number })}</p> : null}
        <div className="actions">
          <button
            type="button"
            className="primary"
            aria-disabled={looking}
            onClick={() => {
              workflow.send({ kind: 'look-up-asked' });
            }}
          >
            {say('unknown.look')}
          </button>
          <FileButtons {...props} />
        </div>
      </Notice>
      <div className="card stack">
        <h2>{say('unknown.next')}</h2>
        <dl className="summary">
          <div>
            <dt>{say('unknown.found')}</dt>
            <dd>{say('unknown.found.text')}</dd>
          </div>
          <div>
            <dt>{say('unknown.notFound')}</dt>
            <dd>{say('unknown.notFound.text')}</dd>
          </div>
          <div>
            <dt>{say('unknown.noAnswer')}</dt>
            <dd>{say('unknown.noAnswer.text', { number })}</dd>
          </div>
        </dl>
      </div>
      <HelpDeskCode codes={['OPSLAAN-59']} helpDesk={workflow.site.helpDesk} />
    </div>
  );
}

/** The token is spent; the work and the PDF are not (F13). */
export function SessionEnded(props: BookletScreenProps) {
  const { say } = useLanguage();
  return (
    <div className="center stack wide">
      <Notice tone="error" announced>
        <ScreenTitle>{say('session.title')}</ScreenTitle>
        <p>{say('session.text')}</p>
        <DoThis>{say('session.do')}</DoThis>
        <Endings {...props} />
      </Notice>
      <HelpDeskCode codes={['SESSIE-13']} helpDesk={props.workflow.site.helpDesk} />
    </div>
  );
}

/** Something is stored, but it is not what was on screen (F63). */
export function Differs({ id, ...props }: BookletScreenProps & { readonly id: string }) {
  const { say } = useLanguage();
  return (
    <div className="center stack wide">
      <Notice tone="error" announced>
        <ScreenTitle>{say('differs.title')}</ScreenTitle>
        <p>{say('differs.text')}</p>
        <p>{say('differs.id', { id })}</p>
        <DoThis>{say('differs.do')}</DoThis>
        <Endings {...props} />
      </Notice>
      <HelpDeskCode codes={['OPSLAAN-63']} helpDesk={props.workflow.site.helpDesk} />
    </div>
  );
}

function Endings(props: BookletScreenProps) {
  const { say } = useLanguage();
  return (
    <div className="actions">
      <FileButtons {...props} />
      <button
        type="button"
        className="quiet"
        onClick={() => {
          props.workflow.send({ kind: 'closed' });
        }}
      >
        {say('app.close')}
      </button>
    </div>
  );
}

function FileButtons({ file, workflow }: BookletScreenProps) {
  if (file === null) return null;
  return (
    <BookletFileButtons
      file={file}
      onPrintOpened={() => {
        workflow.send({ kind: 'print-opened' });
      }}
    />
  );
}
