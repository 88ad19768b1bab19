import { Suspense, use } from 'react';
import { useLanguage } from '../components/language.tsx';
import { HelpDeskCode, Notice } from '../components/notice.tsx';
import type { ScreenProps } from '../use-workflow.ts';

/** The command that checks the lists says all of them. */
const MOST_SHOWN = 10;

/** A row of the hospital's own lists that is left out is counted here, for who keeps the lists (F60). They come after the screen. */
export function ListNotice(props: Pick<ScreenProps, 'workflow'>) {
  return (
    <Suspense fallback={null}>
      <Lists {...props} />
    </Suspense>
  );
}

function Lists({ workflow }: Pick<ScreenProps, 'workflow'>) {
  const { say } = useLanguage();
  use(workflow.core.whenComplete());
  const lists = workflow.core.lists
    .map((list) => ({ ...list, out: [...list.faults, ...list.lapsed] }))
    .filter(({ out }) => out.length > 0);
  if (lists.length === 0) return null;
  return (
    <Notice tone="info">
      <details>
        <summary>{say('lists.title')}</summary>
        <p>{say('lists.text')}</p>
        {lists.map(({ file, out }) => (
          <ul className="bullets" key={file} lang="nl">
            {out.slice(0, MOST_SHOWN).map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
            {out.length > MOST_SHOWN ? <li>{say('lists.more', { count: out.length - MOST_SHOWN, file })}</li> : null}
          </ul>
        ))}
        <HelpDeskCode codes={['LIJST-60']} helpDesk={workflow.site.helpDesk} />
      </details>
    </Notice>
  );
}
