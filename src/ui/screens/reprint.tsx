import { fileNameOf, type StoredDocument } from '../../domain/document.ts';
import { useBlobUrl } from '../components/blob-url.ts';
import { Icon } from '../components/icon.tsx';
import { useLanguage } from '../components/language.tsx';
import type { ScreenProps } from '../use-workflow.ts';

interface ReprintProps extends ScreenProps {
  readonly document: StoredDocument;
}

/** The booklet as it stands in the chart, to open and print again: its own bytes, never a new one. */
export function Reprint({ document, work, workflow }: ReprintProps) {
  const { say } = useLanguage();
  const state = work.reprints.get(document.id);
  const url = useBlobUrl(state?.kind === 'read' ? state.bytes : null);
  if (url !== null) {
    return (
      <div className="actions">
        <a className="button" href={url} target="_blank" rel="noreferrer">
          <Icon name="print" />
          {say('reprint.open')}
        </a>
        <a className="button" href={url} download={fileNameOf(workflow.today(), 'stored')}>
          <Icon name="download" />
          {say('reprint.download')}
        </a>
      </div>
    );
  }
  return (
    <>
      <div className="actions">
        <button
          type="button"
          aria-disabled={state?.kind === 'reading'}
          onClick={() => {
            workflow.send({ kind: 'reprint-asked', id: document.id });
          }}
        >
          <Icon name="document" />
          {say('reprint.fetch')}
        </button>
      </div>
      <p role="status" className={state === undefined || state.kind === 'reading' ? 'hint' : 'error-text'}>
        {state === undefined || state.kind === 'read' ? null : say(`reprint.${state.kind}`)}
      </p>
    </>
  );
}
