import { fileNameOf } from '../../domain/document.ts';
import { sheetsOf } from '../../domain/handout/print-order.ts';
import { extrasOf } from '../../workflow/extras.ts';
import type { Extra, ExtraKind } from '../../workflow/state.ts';
import { FILE_TYPES, useBlobUrl } from '../components/blob-url.ts';
import { Icon } from '../components/icon.tsx';
import { useLanguage, type Speech } from '../components/language.tsx';
import type { ScreenProps } from '../use-workflow.ts';

const TYPES: Readonly<Record<ExtraKind, string>> = {
  folded: FILE_TYPES.pdf,
  sheet: FILE_TYPES.pdf,
  text: FILE_TYPES.text,
};

/** What can be had beside the booklet: made when asked for, never filed in the chart. */
export function ExtraFiles(props: ScreenProps) {
  const { say } = useLanguage();
  return (
    <section className="card stack" aria-labelledby="extra-files">
      <h2 id="extra-files">{say('extra.title')}</h2>
      {extrasOf(props.work).map((extra) => (
        <ExtraFile key={extra} {...props} extra={extra} />
      ))}
    </section>
  );
}

interface ExtraProps extends ScreenProps {
  readonly extra: ExtraKind;
}

function ExtraFile(props: ExtraProps) {
  const { say } = useLanguage();
  return (
    <div className="stack">
      <FileButton {...props} />
      <p className="hint">{say(`extra.${props.extra}.hint`)}</p>
      <FileStatus {...props} />
    </div>
  );
}

/** Makes the file, then offers it. */
function FileButton({ work, workflow, extra }: ExtraProps) {
  const { say } = useLanguage();
  const state = work.extras[extra];
  const url = useBlobUrl(state?.kind === 'made' ? state.bytes : null, TYPES[extra]);
  if (url !== null) {
    return (
      <a className="button" href={url} download={fileNameOf(workflow.today(), extra)}>
        <Icon name="download" />
        {say(`extra.${extra}.download`)}
      </a>
    );
  }
  return (
    <button
      type="button"
      aria-disabled={state?.kind === 'making'}
      onClick={() => {
        workflow.send({ kind: 'extra-asked', extra });
      }}
    >
      <Icon name="document" />
      {say(`extra.${extra}.make`)}
    </button>
  );
}

function FileStatus({ work, extra }: ExtraProps) {
  const { say } = useLanguage();
  const state = work.extras[extra];
  return (
    <p role="status" className={state?.kind === 'failed' ? 'error-text' : 'hint'}>
      {state === undefined ? null : statusOf(state, extra, say)}
    </p>
  );
}

function statusOf(state: Extra, extra: ExtraKind, say: Speech['say']): string {
  switch (state.kind) {
    case 'making':
      return say('extra.making');
    case 'failed':
      return say('extra.failed');
    case 'made':
      return extra === 'folded' ? say('extra.folded.made', { sheets: sheetsOf(state.pages) }) : say('extra.made');
  }
}
