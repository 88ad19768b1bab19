import type { ReactNode } from 'react';
import type { RecordedDiagnosis } from '../../domain/evidence.ts';
import { useLanguage } from './language.tsx';

/** Where a value comes from. */
export function SourceChip({ children }: { readonly children: ReactNode }) {
  return <span className="source">{children}</span>;
}

/** The kind of record a diagnosis comes from, with its date where that is wanted. */
export function EvidenceSource({
  evidence,
  dated = false,
}: {
  readonly evidence: RecordedDiagnosis;
  readonly dated?: boolean;
}) {
  const { say, recorded } = useLanguage();
  const kind = evidence.origin === 'condition' ? 'condition' : 'encounter';
  const date = dated ? evidence.recordedDate : undefined;
  const text = date === undefined ? say(`source.${kind}`) : say(`source.${kind}On`, { date: recorded(date) });
  return <SourceChip>{text}</SourceChip>;
}
