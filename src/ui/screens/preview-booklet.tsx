import { useRef } from 'react';
import type { FiledFile } from '../../workflow/filing-state.ts';
import { savingBlock } from '../../workflow/stored-documents.ts';
import { BookletFileButtons, OpenInWindow, type BookletFile } from '../components/booklet-file.tsx';
import { Icon } from '../components/icon.tsx';
import { useLanguage } from '../components/language.tsx';
import { ScreenTitle } from '../components/screen-title.tsx';
import { useGoBack, type BookletScreenProps, type ScreenProps } from '../use-workflow.ts';
import { BookletProblem } from './booklet-problem.tsx';
import { ChartNote } from './chart-note.tsx';
import { ChoicesSummary } from './choices-summary.tsx';
import { ExtraFiles } from './extra-files.tsx';
import { EditionChoice } from './edition-choice.tsx';
import { MakingBooklet } from './making-booklet.tsx';
import { SaveDialog } from './save-dialog.tsx';
import { SaveNotice } from './save-notice.tsx';

/** Open parameters of PDF viewers: the page fills the width, no column of small pages beside it. */
const VIEWER = '#navpanes=0&view=FitH';

/** The blink between the PDF and its address. */
const NOT_MADE = { kind: 'none' } as const;

/** Screen 4: the booklet as it will be given, saved and printed: the same bytes. */
export function PreviewBooklet({ work, workflow, file }: BookletScreenProps) {
  const { say } = useLanguage();
  const { booklet } = work;
  return (
    <>
      <ScreenTitle>{say('preview.title')}</ScreenTitle>
      {booklet.kind === 'made' && file !== null ? (
        <Made work={work} workflow={workflow} file={file} pages={booklet.pages} filed={booklet.filed} />
      ) : (
        <NotYet work={work} workflow={workflow} />
      )}
    </>
  );
}

function NotYet({ work, workflow }: ScreenProps) {
  const { say } = useLanguage();
  const goBack = useGoBack();
  const { booklet } = work;
  const failed = booklet.kind === 'failed' || booklet.kind === 'does-not-fit' || booklet.kind === 'missing-letters';
  return (
    <div className="center stack wide">
      {failed ? (
        <BookletProblem booklet={booklet} workflow={workflow} />
      ) : (
        <MakingBooklet booklet={booklet.kind === 'made' ? NOT_MADE : booklet} workflow={workflow} />
      )}
      <div className="actions">
        <button type="button" className="quiet" onClick={goBack}>
          {say('app.back')}
        </button>
      </div>
    </div>
  );
}

interface MadeProps extends ScreenProps {
  readonly file: BookletFile;
  readonly pages: number;
  readonly filed: FiledFile;
}

function Made({ work, workflow, file, pages, filed }: MadeProps) {
  const { say } = useLanguage();
  const goBack = useGoBack();
  const frame = useRef<HTMLIFrameElement>(null);
  return (
    <>
      <div className="split preview">
        <div className="stack wide">
          <div className="card stack">
            <h2>{say('preview.ready')}</h2>
            <SaveNotice work={work} workflow={workflow} />
            <div className="stack">
              <SaveButton work={work} workflow={workflow} />
              <BookletFileButtons
                file={file}
                frame={frame}
                onPrintOpened={() => {
                  workflow.send({ kind: 'print-opened' });
                }}
              />
            </div>
            <p className="hint">{say(`preview.printHint.${work.edition.letters}`, { pages })}</p>
            <EditionChoice work={work} workflow={workflow} />
          </div>
          <ExtraFiles work={work} workflow={workflow} />
          <ChoicesSummary work={work} workflow={workflow} />
          <div className="actions">
            <button type="button" className="quiet" onClick={goBack}>
              {say('app.back')}
            </button>
            <CloseWithoutSaving work={work} workflow={workflow} />
          </div>
        </div>
        <section className="stack" aria-labelledby="example">
          <div className="pager">
            <h2 id="example">{say('preview.example')}</h2>
            <span role="status">{say('preview.pages', { pages })}</span>
          </div>
          {file.framed ? (
            <FramedHint file={file} />
          ) : (
            <iframe className="booklet" ref={frame} src={`${file.url}${VIEWER}`} title={say('preview.frameTitle')} />
          )}
        </section>
      </div>
      {/* Below both columns: its lines are 80 letters wide. */}
      <ChartNote filed={filed} />
      <SaveDialog work={work} workflow={workflow} pages={pages} />
    </>
  );
}

function SaveButton({ work, workflow }: ScreenProps) {
  const { say } = useLanguage();
  if (savingBlock(work, workflow.site) !== null) return null;
  return (
    <button
      type="button"
      className="primary"
      aria-disabled={work.saving.kind === 'sending'}
      onClick={() => {
        workflow.send({ kind: 'save-asked' });
      }}
    >
      <Icon name="save" />
      {say('preview.save')}
    </button>
  );
}

/** Where nothing can be saved the way ends here: printed or downloaded, and closed. */
function CloseWithoutSaving({ work, workflow }: ScreenProps) {
  const { say } = useLanguage();
  if (savingBlock(work, workflow.site) === null) return null;
  return (
    <button
      type="button"
      onClick={() => {
        workflow.send({ kind: 'closed' });
      }}
    >
      {say('app.close')}
    </button>
  );
}

function FramedHint({ file }: { readonly file: BookletFile }) {
  const { say } = useLanguage();
  return (
    <div className="card stack">
      <p>{say('preview.framed')}</p>
      <div className="actions">
        <OpenInWindow file={file} />
      </div>
      <p className="hint">{say('preview.framedForbids')}</p>
    </div>
  );
}
