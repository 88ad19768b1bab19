import type { Site } from '../../workflow/core.ts';
import { siteBlock } from '../../workflow/stored-documents.ts';
import { useLanguage } from '../components/language.tsx';
import { Notice } from '../components/notice.tsx';

/** Said on the first screen, not on the last: nothing can be saved here (F10), or the content is a trial (D20). */
export function SiteNotice({ site }: { readonly site: Site }) {
  const { say } = useLanguage();
  const block = siteBlock(site);
  if (block === null) return null;
  return (
    <Notice tone={block === 'trial' ? 'unclear' : 'info'}>
      <h2>{say(`saving.${block}.heading`)}</h2>
      <p>{say(`saving.${block}.text`)}</p>
    </Notice>
  );
}
