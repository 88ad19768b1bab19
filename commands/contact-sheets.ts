// npm run contact-sheets: draws both booklets of every golden case on one picture a case, in docs/contact-sheets.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileBooklet } from '../knowledge/compile/compile-booklet.ts';
import { compileClassification } from '../knowledge/compile/compile-classification.ts';
import { readKnowledgeFile } from '../knowledge/compile/read-files.ts';
import { parseBookletKnowledge } from '../src/knowledge/booklet/parse-booklet-knowledge.ts';
import { parseExplanations } from '../src/knowledge/classification/parse-explanations.ts';
import { composeCase } from './booklet/compose-case.ts';
import { readCase } from './booklet/read-case.ts';
import { makeVariant } from './booklet/variants.ts';
import { drawPages, type DrawnPage } from './pictures/draw-pages.ts';
import { contactSheet, fewerColours, toPng } from './pictures/picture.ts';

const CASES = fileURLToPath(new URL('../fixtures/cases/', import.meta.url));
const SHEETS = fileURLToPath(new URL('../docs/contact-sheets/', import.meta.url));
/** Small enough to keep, large enough to see a page that is not well. */
const SCALE = 0.36;
const COLUMNS = 8;

const knowledge = parseBookletKnowledge(compileBooklet(readKnowledgeFile));
const { entities } = parseExplanations(compileClassification(readKnowledgeFile).explains);
mkdirSync(SHEETS, { recursive: true });

for (const file of readdirSync(CASES).sort()) {
  const reading = readCase(readFileSync(`${CASES}/${file}`, 'utf8'));
  if (reading.kind === 'faults') throw new Error(`${file}: ${reading.faults.join(' ')}`);
  const composed = composeCase(reading.case, knowledge, entities);
  if (composed.kind === 'refused') throw new Error(`${file}: ${composed.why}`);
  const pages: DrawnPage[] = [];
  for (const variant of ['kort', 'volledig'] as const) {
    const made = await makeVariant(composed.route, variant);
    if (made.kind !== 'pdf') throw new Error(`${file}, ${variant}: ${made.kind}`);
    pages.push(...(await drawPages(made.bytes, SCALE)));
  }
  const sheet = toPng(fewerColours(contactSheet(pages, COLUMNS)));
  writeFileSync(`${SHEETS}/${file.replace('.json', '.png')}`, sheet);
  process.stdout.write(`${file.replace('.json', '')}: ${pages.length} pages, ${Math.round(sheet.length / 1000)} kB\n`);
}
