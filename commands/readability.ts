// npm run readability [-- --all]: what can be counted in the text of the booklets, against its limits (R1 to R14, R22, R24).
import { readFileSync, readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compileBooklet } from '../knowledge/compile/compile-booklet.ts';
import { compileExplanations } from '../knowledge/compile/compile-explanations.ts';
import { readKnowledgeFile } from '../knowledge/compile/read-files.ts';
import { composeHandout } from '../src/domain/handout/compose-handout.ts';
import { parseBookletKnowledge } from '../src/knowledge/booklet/parse-booklet-knowledge.ts';
import { parseExplanations } from '../src/knowledge/classification/parse-explanations.ts';
import { composeCase } from './booklet/compose-case.ts';
import { readCase } from './booklet/read-case.ts';
import { GATES } from './readability/gates.ts';
import { readSamples } from './readability/read-samples.ts';
import { bookletSample, valuesOf, type BookletSample } from './readability/samples.ts';

const CASES = new URL('../fixtures/cases/', import.meta.url);
const SHOWN = 5;

const { values } = parseArgs({ options: { all: { type: 'boolean', default: false } } });
const knowledge = parseBookletKnowledge(compileBooklet(readKnowledgeFile));
const { entities } = parseExplanations(compileExplanations(readKnowledgeFile));

function bookletsOf(file: string): readonly BookletSample[] {
  const reading = readCase(readFileSync(new URL(file, CASES), 'utf8'));
  if (reading.kind === 'faults') throw new Error(`${file}: ${reading.faults.join('\n')}`);
  const composed = composeCase(reading.case, knowledge, entities);
  if (composed.kind === 'refused') throw new Error(`${file}: ${composed.why}`);
  const { route } = composed;
  return (['kort', 'volledig'] as const).map((length) =>
    bookletSample(file.replace('.json', ''), composeHandout(route, { length }), valuesOf(route)),
  );
}

const samples = readSamples(
  readdirSync(CASES)
    .filter((file) => file.endsWith('.json'))
    .flatMap(bookletsOf),
);

let failed = false;
for (const { id, what, limit, hard, beyond, worst } of GATES) {
  const over = beyond(samples);
  const verdict = over.length === 0 ? 'ok  ' : hard ? 'OVER' : 'soft';
  const figure = worst === null ? '' : `, worst ${worst(samples).toFixed(1)}`;
  process.stdout.write(`${verdict}  ${id.padEnd(3)}  ${what}: ${limit}${figure}, beyond it ${over.length}\n`);
  for (const one of values.all ? over : over.slice(0, SHOWN)) process.stdout.write(`        ${one}\n`);
  failed ||= hard && over.length > 0;
}
process.stdout.write(`${samples.blocks.length} texts of blocks, ${samples.booklets.length} booklets\n`);
if (failed) process.exitCode = 1;
