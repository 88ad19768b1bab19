import { compileDecisions } from './compile-decisions.ts';
import { compileExplanations } from './compile-explanations.ts';
import type { ReadKnowledgeFile } from './read-files.ts';

/** The classification in two halves (D39): what decides, and what explains (names, sentences; loaded after the first verdict). */
export interface CompiledClassification {
  readonly decides: unknown;
  readonly explains: unknown;
}

/** Compiles the whole classification files; `src/knowledge/classification` reads the result. */
export function compileClassification(read: ReadKnowledgeFile): CompiledClassification {
  return { decides: compileDecisions(read), explains: compileExplanations(read) };
}
