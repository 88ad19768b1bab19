// npm run booklet -- --case FILE --variant kort --out FILE: makes the booklet of a case file, without any EHR (D31).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compileBooklet } from '../knowledge/compile/compile-booklet.ts';
import { compileClassification } from '../knowledge/compile/compile-classification.ts';
import { readKnowledgeFile } from '../knowledge/compile/read-files.ts';
import { parseBookletKnowledge } from '../src/knowledge/booklet/parse-booklet-knowledge.ts';
import { parseExplanations } from '../src/knowledge/classification/parse-explanations.ts';
import { renderInNode } from '../src/pdf/node.ts';
import { composeCase } from './booklet/compose-case.ts';
import { readCase } from './booklet/read-case.ts';

const USAGE = 'npm run booklet -- --case FILE --variant kort --out FILE';
const LATER_VARIANTS = [
  'volledig',
  'kort-large',
  'volledig-large',
  'kort-imposed',
  'volledig-imposed',
  'kort-text',
  'volledig-text',
  'employer-sheet',
];

/** Ends the command with a sentence for a person, not with a stack. */
function refuse(...sentences: readonly string[]): never {
  for (const sentence of sentences) process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Tries what hangs on the caller's files and flags; their faults end the command with a sentence. */
function attempt<Result>(what: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    return refuse(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readArguments(): { readonly caseFile: string; readonly out: string } {
  const option = { type: 'string' } as const;
  const { values } = attempt(`Usage: ${USAGE}`, () =>
    parseArgs({ options: { case: option, variant: option, out: option } }),
  );
  const { case: caseFile, variant, out } = values;
  if (!caseFile || !variant || !out) refuse(`Usage: ${USAGE}`);
  if (LATER_VARIANTS.includes(variant)) refuse(`Of the variants only "kort" exists in this version, not "${variant}".`);
  if (variant !== 'kort') refuse(`There is no variant "${variant}". Usage: ${USAGE}`);
  return { caseFile, out };
}

const { caseFile, out } = readArguments();
const reading = readCase(attempt(`${caseFile} cannot be read`, () => readFileSync(caseFile, 'utf8')));
if (reading.kind === 'faults') refuse(`${caseFile} does not fit knowledge/schema/case.schema.json:`, ...reading.faults);

const knowledge = parseBookletKnowledge(compileBooklet(readKnowledgeFile));
const { entities } = parseExplanations(compileClassification(readKnowledgeFile).explains);
const composed = composeCase(reading.case, knowledge, entities);
if (composed.kind === 'refused') refuse(composed.why);

const outcome = await renderInNode({
  kind: 'booklet',
  handout: composed.handout,
  letters: 'normal',
  folded: false,
});
switch (outcome.kind) {
  case 'rendered':
    attempt(`${out} cannot be written`, () => {
      mkdirSync(path.dirname(out), { recursive: true });
      writeFileSync(out, outcome.bytes);
    });
    process.stdout.write(`${out}: ${outcome.pages} pages, ${outcome.bytes.length} bytes\n`);
    if (composed.handout.trial !== null)
      process.stdout.write(`${composed.handout.trial}: the approval is missing or about other content.\n`);
    break;
  case 'does-not-fit':
    refuse(`The booklet is not made: ${outcome.where} does not fit.`);
    break;
  case 'missing-letters':
    refuse(`The booklet is not made: the font lacks ${outcome.letters.map(({ letter }) => letter).join(' ')}.`);
    break;
  case 'cancelled':
  case 'failed':
    refuse(`The booklet is not made: the ${outcome.kind === 'failed' ? outcome.why : outcome.kind} failed.`);
}
