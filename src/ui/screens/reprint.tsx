import { fileNameOf, type StoredDocument } from '../../domain/document.ts';
import { FILE_TYPES, useBlobUrl } from '../components/blob-url.ts';
import { Icon } from '../components/icon.tsx';
import { useLanguage } from '../components/language.tsx';
import type { ScreenProps } from '../use-workflow.ts';

interface ReprintProps extends ScreenProps {
  readonly document: StoredDocument;
}

/** The booklet as it stands in the chart, to open and print again: its own file, never a new one. */
export function Reprint({ document, work, workflow }: ReprintProps) {
  const state = work.reprints.get(document.id);
  const format = state?.kind === 'read' ? state.format : 'pdf';
  const url = useBlobUrl(state?.kind === 'read' ? state.bytes : null, FILE_TYPES[format]);
  const fileName = fileNameOf(workflow.today(), STORED_AS[format]);
  return url === null ? (
    <FetchStored document={document} work={work} workflow={workflow} />
  ) : (
    <StoredFileLinks url={url} fileName={fileName} />
  );
}

const STORED_AS = { pdf: 'stored', text: 'storedText' } as const;

function StoredFileLinks({ url, fileName }: { readonly url: string; readonly fileName: string }) {
  const { say } = useLanguage();
  return (
    <div className="actions">
      <a className="button" href={url} target="_blank" rel="noreferrer">
        <Icon name="print" />
        {say('reprint.open')}
      </a>
      <a className="button" href={url} download={fileName}>
        <Icon name="download" />
        {say('reprint.download')}
      </a>
    </div>
  );
}

function FetchStored({ document, work, workflow }: ReprintProps) {
  const { say } = useLanguage();
  const state = work.reprints.get(document.id);
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
