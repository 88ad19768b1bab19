import type { StoredDocument } from '../../domain/document.ts';
import { useLanguage } from '../components/language.tsx';

/** A stored booklet by version, date and author; what the chart does not say is said to be unknown. */
export function VersionLine({ document }: { readonly document: StoredDocument }) {
  const { say, recorded } = useLanguage();
  const unknown = say('stored.versionUnknown');
  return (
    <bdi>
      {say('stored.version', {
        version: document.version ?? unknown,
        date: document.date === null ? unknown : recorded(document.date),
        author: document.author ?? unknown,
      })}
    </bdi>
  );
}
