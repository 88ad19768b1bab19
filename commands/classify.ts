import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { compileClassification } from '../knowledge/compile/compile-classification.ts';
import { readKnowledgeFile } from '../knowledge/compile/read-files.ts';
import { lookUp } from '../src/domain/lookup/look-up.ts';
import { parseClassification } from '../src/knowledge/classification/parse-classification.ts';
import { parseExplanations } from '../src/knowledge/classification/parse-explanations.ts';
import { classifyResources, type Judge } from './classify/classify-resources.ts';
import { readResources } from './classify/read-resources.ts';

/*
 * npm run classify: FHIR NDJSON or a Bundle on stdin, one JSON line per Condition on stdout (D30). Ends with 2 when something
 * could not be read; what could be read was judged all the same.
 */

const { decides, explains } = compileClassification(readKnowledgeFile);
const classification = parseClassification(decides);
const { reasons } = parseExplanations(explains);

const judge: Judge = {
  findings: (sex, items) => lookUp({ sex, items, gaps: [] }, classification).findings,
  sentence: (key) => reasons.get(key)?.nl ?? key,
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
for await (const answer of answers) {
  if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) await once(process.stdout, 'drain');
}
if (unreadable > 0) {
  process.stderr.write(`${String(unreadable)} could not be read\n`);
  process.exitCode = 2;
}
