import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileBooklet } from '../../knowledge/compile/compile-booklet.ts';
import { compileClassification } from '../../knowledge/compile/compile-classification.ts';
import { readKnowledgeFile } from '../../knowledge/compile/read-files.ts';
import { parseBookletKnowledge } from '../../src/knowledge/booklet/parse-booklet-knowledge.ts';
import { parseExplanations } from '../../src/knowledge/classification/parse-explanations.ts';
import { engineInNode } from '../../src/pdf/node.ts';
import { composeCase } from '../booklet/compose-case.ts';
import { readCase } from '../booklet/read-case.ts';
import { ARCHIVED, makeVariant } from '../booklet/variants.ts';

const CASES = fileURLToPath(new URL('../../fixtures/cases/', import.meta.url));

/** Makes every archived variant of every golden case in a folder; gives their absolute paths. Errors: throws when one is not made. */
export async function makeArchived(folder: string): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const knowledge = parseBookletKnowledge(compileBooklet(readKnowledgeFile));
  const { entities } = parseExplanations(compileClassification(readKnowledgeFile).explains);
  const files: string[] = [];
  for (const name of readdirSync(CASES).sort()) {
    const reading = readCase(readFileSync(path.join(CASES, name), 'utf8'));
    if (reading.kind === 'faults') throw new Error(`${name}: ${reading.faults.join(' ')}`);
    const composed = composeCase(reading.case, knowledge, entities);
    if (composed.kind === 'refused') throw new Error(`${name}: ${composed.why}`);
    for (const variant of ARCHIVED) {
      const made = await makeVariant(composed.route, variant);
      if (made.kind === 'no-sheet') continue;
      if (made.kind !== 'pdf') throw new Error(`${name}, ${variant}: ${made.kind}`);
      const file = path.resolve(folder, `${path.basename(name, '.json')}-${variant}.pdf`);
      writeFileSync(file, made.bytes);
      files.push(file);
    }
  }
  return files;
}

/** A file without any tags, which no judge may let pass: proof that they look. */
export async function makeControl(folder: string): Promise<string> {
  const engine = await engineInNode();
  const { bytes } = await engine.toPdf(
    { content: [{ text: 'Zonder tags' }], defaultStyle: { font: 'Atkinson' } },
    'untagged',
  );
  const file = path.resolve(folder, 'control-untagged.pdf');
  writeFileSync(file, bytes);
  return file;
}
