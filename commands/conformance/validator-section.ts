import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { goldenCases } from './golden-cases.ts';
import { findingsOf, type Findings, type Verdict } from './section.ts';
import { controlsOf } from './validator/controls.ts';
import { judgeResources, type Named } from './validator/judge-resources.ts';
import { sentDocuments } from './validator/sent-documents.ts';

/** `reason`: it must be refused, with these words among the errors. */
type Judgeable = Named & { readonly reason: RegExp | null };

/**
 * Has HL7's validator judge every document that the app sends about a golden case, and some that must not pass. Those that it
 * judged otherwise than expected are left in the folder.
 */
export async function judgeSent(folder: string): Promise<Findings> {
  const judgeables = await allJudgeables();
  const judged = await judgeResources(judgeables);
  const verdicts = judgeables.map((judgeable, at) => verdictOf(judgeable, judged[at]?.errors ?? []));
  rmSync(folder, { recursive: true, force: true });
  judgeables.forEach(({ name, content }, at) => {
    if (verdicts[at]?.faults.length === 0) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(content));
  });
  const spoilt = judgeables.filter(({ reason }) => reason !== null).length;
  const sent = judgeables.length - spoilt;
  return findingsOf(verdicts, `${sent} documents as they are sent and ${spoilt} controls, judged by HL7's validator`);
}

async function allJudgeables(): Promise<readonly Judgeable[]> {
  const judgeables: Judgeable[] = [];
  for (const [turn, goldenCase] of goldenCases().entries()) {
    const sent = await sentDocuments(goldenCase, turn);
    judgeables.push(...sent.map(({ name, document }) => ({ name, content: document, reason: null })));
    const [first] = sent;
    if (turn === 0 && first !== undefined) judgeables.push(...controlsOf(first.document));
  }
  return judgeables;
}

function verdictOf({ name, reason }: Judgeable, errors: readonly string[]): Verdict {
  if (reason === null) return { what: name, faults: errors };
  const caught = errors.some((error) => reason.test(error));
  return { what: name, faults: caught ? [] : [`must be refused for ${reason.source}`, ...errors] };
}
