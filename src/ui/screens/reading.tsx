import { useEffect, useState } from 'react';
import { isMessageKey } from '../../locales/messages.ts';
import { useLanguage } from '../components/language.tsx';
import { ScreenTitle } from '../components/screen-title.tsx';

const SLOW_AFTER_MS = 5000;

/** While the chart is read: what is not in yet, and after a while that the EHR is slow. */
export function ReadingScreen({ pending }: { readonly pending: readonly string[] }) {
  const { say } = useLanguage();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSlow(true);
    }, SLOW_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  const kinds = [...new Set(pending.map((kind) => say(kindKey(kind))))];
  return (
    <div className="center stack">
      <ScreenTitle>{say('reading.title')}</ScreenTitle>
      <p role="status">
        {kinds.length === 0 ? say('reading.busy') : say('reading.pending', { kinds: kinds.join(', ') })}{' '}
        {slow ? say('reading.slow') : ''}
      </p>
    </div>
  );
}

function kindKey(kind: string) {
  const key = `reading.kind.${kind}`;
  return isMessageKey(key) ? key : 'reading.kind.other';
}
