import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileBooklet } from '../../knowledge/compile/compile-booklet.ts';
import { compileClassification } from '../../knowledge/compile/compile-classification.ts';
import { readKnowledgeFile } from '../../knowledge/compile/read-files.ts';
import type { Route } from '../../src/domain/route/route.ts';
import { parseBookletKnowledge } from '../../src/knowledge/booklet/parse-booklet-knowledge.ts';
import { parseExplanations } from '../../src/knowledge/classification/parse-explanations.ts';
import { composeCase } from '../booklet/compose-case.ts';
import { readCase, type BookletCase } from '../booklet/read-case.ts';
import { makeVariant, type Variant } from '../booklet/variants.ts';

const CASES = fileURLToPath(new URL('../../fixtures/cases/', import.meta.url));

/** A case of `fixtures/cases` with the route that the app makes of it. */
export interface GoldenCase {
  /** Of its file, without ".json". */
  readonly name: string;
  readonly bookletCase: BookletCase;
  readonly route: Route;
}

/** All of them, in the order of the alphabet. Errors: throws when one cannot be read or composed. */
export function goldenCases(): readonly GoldenCase[] {
  const knowledge = parseBookletKnowledge(compileBooklet(readKnowledgeFile));
  const { entities } = parseExplanations(compileClassification(readKnowledgeFile).explains);
  return readdirSync(CASES)
    .sort()
    .map((file) => {
      const reading = readCase(readFileSync(path.join(CASES, file), 'utf8'));
      if (reading.kind === 'faults') throw new Error(`${file}: ${reading.faults.join(' ')}`);
      const composed = composeCase(reading.case, knowledge, entities);
      if (composed.kind === 'refused') throw new Error(`${file}: ${composed.why}`);
      return { name: path.basename(file, '.json'), bookletCase: reading.case, route: composed.route };
    });
}

/** The PDF of one variant; null when the case has none of it. Errors: throws when it is not made. */
export async function pdfOf({ name, route }: GoldenCase, variant: Variant): Promise<Uint8Array | null> {
  const made = await makeVariant(route, variant);
  if (made.kind === 'no-sheet') return null;
  if (made.kind !== 'pdf') throw new Error(`${name}, ${variant}: ${made.kind}`);
  return made.bytes;
}
