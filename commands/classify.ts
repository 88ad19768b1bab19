import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { compileClassification } from '../knowledge/compile/compile-classification.ts';
import { compileSources } from '../knowledge/compile/compile-sources.ts';
import { readKnowledgeFile } from '../knowledge/compile/read-files.ts';
import { lookUp } from '../src/domain/lookup/look-up.ts';
import { parseClassification } from '../src/knowledge/classification/parse-classification.ts';
import { parseExplanations } from '../src/knowledge/classification/parse-explanations.ts';
import { classifyResources, type Judge } from './classify/classify-resources.ts';
import { readResources } from './classify/read-resources.ts';
import { sourcesByCode } from './classify/sources.ts';
import { summaryOf } from './classify/summary.ts';

/*
 * npm run classify [-- --summary]: FHIR NDJSON or a Bundle on stdin, one JSON line per Condition on stdout (D30), or one summary
 * of counts instead. Says on stderr how far it is. Ends with 2 when something could not be read; what could be read was judged
 * all the same.
 */

const PROGRESS_EVERY = 100_000;

const { values } = parseArgs({ options: { summary: { type: 'boolean', default: false } } });

const { decides, explains } = compileClassification(readKnowledgeFile);
const classification = parseClassification(decides);
const { entities, reasons } = parseExplanations(explains);
const { knowledgeVersion } = readKnowledgeFile('version.json') as { readonly knowledgeVersion: string };

const judge: Judge = {
  findings: (sex, items) => lookUp({ sex, items, gaps: [] }, classification).findings,
  sentence: (key) => reasons.get(key)?.nl ?? key,
  sourcesOfEntity: (id) => entities.get(id)?.sources ?? [],
  sourcesOfCode: sourcesByCode(compileSources(readKnowledgeFile), classification),
  knowledge: knowledgeVersion,
};

let unreadable = 0;
const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
const answers = classifyResources(readResources(lines), judge, (line) => {
  unreadable += 1;
  process.stderr.write(`line ${String(line)}: not a FHIR resource in JSON\n`);
});

// Whoever reads the answers may have had enough: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const counts = summaryOf(knowledgeVersion);
let judged = 0;
for await (const answer of answers) {
  counts.add(answer);
  judged += 1;
  if (judged % PROGRESS_EVERY === 0) process.stderr.write(`${String(judged)} Conditions judged\n`);
  if (!values.summary && !process.stdout.write(`${JSON.stringify(answer)}\n`)) await once(process.stdout, 'drain');
}
if (values.summary) process.stdout.write(`${JSON.stringify(counts.summary(), null, 1)}\n`);
if (unreadable > 0) {
  process.stderr.write(`${String(unreadable)} could not be read\n`);
  process.exitCode = 2;
}
