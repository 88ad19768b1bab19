import path from 'node:path';
import { FLAVOURS, judge, type Flavour } from './judge-pdf.ts';
import { makeArchived, makeControl } from './make-archived.ts';
import { findingsOf, type Findings, type Verdict } from './section.ts';
import type { Judgement } from './verapdf-report.ts';

/** Has veraPDF judge every document that may be filed in a chart, and one that must not pass. */
export async function judgePdfs(folder: string): Promise<Findings> {
  const files = await makeArchived(folder);
  const control = await makeControl(folder);
  const verdicts: Verdict[] = [];
  for (const flavour of FLAVOURS) {
    const judgements = await judge([...files, control], flavour);
    verdicts.push(...judgements.map((judgement) => verdictOf(judgement, flavour, judgement.file !== control)));
  }
  return findingsOf(
    verdicts,
    `${files.length} documents and one control, judged for ${FLAVOURS.join(' and ')} by veraPDF`,
  );
}

function verdictOf({ file, complies, failedRules }: Judgement, flavour: Flavour, mustComply: boolean): Verdict {
  const what = `${flavour} ${path.basename(file)} ${complies ? 'complies' : 'does not comply'}`;
  if (complies === mustComply) return { what, faults: [] };
  const faults = failedRules.map(({ rule, times, description }) => `${rule}, ${times}x: ${description}`);
  return { what, faults: faults.length > 0 ? faults : ['it must not'] };
}
