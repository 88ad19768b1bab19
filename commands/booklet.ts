// npm run booklet -- --case FILE --variant VARIANT --out FILE: makes a booklet of a case file, without any EHR (D31).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compileBooklet } from '../knowledge/compile/compile-booklet.ts';
import { compileClassification } from '../knowledge/compile/compile-classification.ts';
import { readKnowledgeFile } from '../knowledge/compile/read-files.ts';
import { sheetsOf } from '../src/domain/handout/print-order.ts';
import { parseBookletKnowledge } from '../src/knowledge/booklet/parse-booklet-knowledge.ts';
import { parseExplanations } from '../src/knowledge/classification/parse-explanations.ts';
import { composeCase } from './booklet/compose-case.ts';
import { readCase } from './booklet/read-case.ts';
import { VARIANTS, isImposed, isVariant, makeVariant, type Variant } from './booklet/variants.ts';

const USAGE = `npm run booklet -- --case FILE --variant ${VARIANTS.join('|')} --out FILE`;

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

function readArguments(): { readonly caseFile: string; readonly variant: Variant; readonly out: string } {
  const option = { type: 'string' } as const;
  const { values } = attempt(`Usage: ${USAGE}`, () =>
    parseArgs({ options: { case: option, variant: option, out: option } }),
  );
  const { case: caseFile, variant, out } = values;
  if (!caseFile || !variant || !out) refuse(`Usage: ${USAGE}`);
  if (!isVariant(variant)) refuse(`There is no variant "${variant}". Usage: ${USAGE}`);
  return { caseFile, variant, out };
}

const { caseFile, variant, out } = readArguments();
const reading = readCase(attempt(`${caseFile} cannot be read`, () => readFileSync(caseFile, 'utf8')));
if (reading.kind === 'faults') refuse(`${caseFile} does not fit knowledge/schema/case.schema.json:`, ...reading.faults);

const knowledge = parseBookletKnowledge(compileBooklet(readKnowledgeFile));
const { entities } = parseExplanations(compileClassification(readKnowledgeFile).explains);
const composed = composeCase(reading.case, knowledge, entities);
if (composed.kind === 'refused') refuse(composed.why);

function save(content: Uint8Array | string, what: string): void {
  attempt(`${out} cannot be written`, () => {
    mkdirSync(path.dirname(out), { recursive: true });
    writeFileSync(out, content);
  });
  process.stdout.write(`${out}: ${what}\n`);
}

const made = await makeVariant(composed.route, variant);
switch (made.kind) {
  case 'pdf':
    save(made.bytes, `${made.pages} pages, ${made.bytes.length} bytes`);
    if (isImposed(variant))
      process.stdout.write(
        `${sheetsOf(made.pages)} sheets of A4: print double-sided, flip on the short edge, then fold.\n`,
      );
    break;
  case 'text':
    save(made.text, `${made.text.split('\n').length - 1} lines`);
    break;
  case 'no-sheet':
    refuse(
      'There is no sheet: the case does not ask for one (choices.work.shareSheet), or the patient has no employer.',
    );
    break;
  case 'does-not-fit':
    refuse(`The booklet is not made: ${made.where} does not fit.`);
    break;
  case 'missing-letters':
    refuse(
      `The booklet is not made: no font has ${made.letters.map(({ letter, where }) => `${letter} (${where})`).join(', ')}.`,
    );
    break;
  case 'cancelled':
  case 'failed':
    refuse('The booklet is not made: the engine failed.');
}
if (composed.route.approval === null)
  process.stdout.write(`${composed.route.kort.fixed.trial}: the approval is missing or about other content.\n`);
