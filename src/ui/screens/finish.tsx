import type { Superseding } from '../../workflow/filing-state.ts';
import { isWriting } from '../../workflow/state.ts';
import { BookletFileButtons } from '../components/booklet-file.tsx';
import { useLanguage, type Speech } from '../components/language.tsx';
import { Notice } from '../components/notice.tsx';
import { ScreenTitle } from '../components/screen-title.tsx';
import type { BookletScreenProps, ScreenProps } from '../use-workflow.ts';
import { Row } from './choices-summary.tsx';

/** Screen 5: what stands in the chart now, after it was read back. It never claims that paper came out. */
export function Finish({ work, workflow, file }: BookletScreenProps) {
  const { say } = useLanguage();
  const isText = work.saving.kind === 'written' && work.saving.draft.format === 'text';
  return (
    <div className="center stack wide">
      <Notice tone="yes" announced>
        <ScreenTitle>{say('finish.title')}</ScreenTitle>
        <p>{say(isText ? 'finish.text.note' : 'finish.text')}</p>
      </Notice>
      <div className="card stack">
        <h2>{say('finish.now')}</h2>
        <Written work={work} workflow={workflow} />
        <Replaced work={work} workflow={workflow} />
        <div className="actions">
          {file === null ? null : (
            <BookletFileButtons
              file={file}
              onPrintOpened={() => {
                workflow.send({ kind: 'print-opened' });
              }}
            />
          )}
        </div>
      </div>
      <div className="card stack">
        <h2>{say('finish.give')}</h2>
        <p>{say('finish.give.text')}</p>
      </div>
      <div className="actions">
        <button
          type="button"
          className="primary"
          aria-disabled={isWriting(work)}
          onClick={() => {
            workflow.send({ kind: 'closed' });
          }}
        >
          {say('app.close')}
        </button>
        <button
          type="button"
          aria-disabled={isWriting(work)}
          onClick={() => {
            workflow.send({ kind: 'new-version-asked' });
          }}
        >
          {say('finish.newVersion')}
        </button>
      </div>
      <p className="soft small">{say('finish.afterClose')}</p>
    </div>
  );
}

function Written({ work }: ScreenProps) {
  const { say, moment } = useLanguage();
  if (work.saving.kind !== 'written') return null;
  const { draft } = work.saving;
  const { version, number } = draft.identity;
  return (
    <dl className="summary">
      <div>
        <dt>{say('finish.document')}</dt>
        <dd lang="nl">
          {draft.title}, {work.confirmed?.nameInSentence}
        </dd>
      </div>
      <Row term={say('finish.version')} value={version === 1 ? say('finish.version.first') : String(version)} />
      <Row
        term={say('finish.saved')}
        value={say('finish.saved.text', { moment: moment(draft.date), by: draft.author.name })}
      />
      <Row term={say('finish.number')} value={number} />
      <Row term={say('finish.printed')} value={printsLine(work.printsOpened, say)} />
    </dl>
  );
}

/** What became of the booklets that this one replaces: the paper at home is a thing of its own. */
function Replaced({ work, workflow }: ScreenProps) {
  const { say } = useLanguage();
  if (work.saving.kind !== 'written' || work.saving.draft.replaces.length === 0) return null;
  const { older } = work.saving;
  const how = workflow.site.mayUpdate ? sumUp([...older.values()]) : 'label';
  return <p role="status">{say(`finish.older.${how}`)}</p>;
}

function sumUp(older: readonly Superseding[]): Superseding {
  if (older.includes('marking')) return 'marking';
  return older.includes('standing') ? 'standing' : 'marked';
}

function printsLine(count: number, say: Speech['say']): string {
  if (count === 0) return say('finish.printed.none');
  return count === 1 ? say('finish.printed.one') : say('finish.printed.many', { count });
}
