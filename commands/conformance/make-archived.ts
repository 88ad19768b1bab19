import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { engineInNode } from '../../src/pdf/node.ts';
import { ARCHIVED } from '../booklet/variants.ts';
import { goldenCases, pdfOf } from './golden-cases.ts';

/** Makes every archived variant of every golden case in a folder; gives their absolute paths. Errors: throws when one is not made. */
export async function makeArchived(folder: string): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  for (const goldenCase of goldenCases()) {
    for (const variant of ARCHIVED) {
      const bytes = await pdfOf(goldenCase, variant);
      if (bytes === null) continue;
      const file = path.resolve(folder, `${goldenCase.name}-${variant}.pdf`);
      writeFileSync(file, bytes);
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
