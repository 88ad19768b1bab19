import { useMemo } from 'react';
import type { FiledFile } from '../../workflow/filing-state.ts';
import { useLanguage } from '../components/language.tsx';

/** Where the chart takes no PDF: the note that is saved in its place, letter for letter. */
export function ChartNote({ filed }: { readonly filed: FiledFile }) {
  const { say } = useLanguage();
  const text = useMemo(() => new TextDecoder().decode(filed.bytes), [filed]);
  if (filed.format === 'pdf') return null;
  return (
    <div className="card stack">
      <h2>{say('note.title')}</h2>
      <p>{say('note.text')}</p>
      <details>
        <summary>{say('note.show')}</summary>
        <pre className="chart-note" lang="nl" role="region" aria-label={say('note.label')}>
          {text}
        </pre>
      </details>
    </div>
  );
}
