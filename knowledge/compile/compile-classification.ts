import { compileDecisions } from './compile-decisions.ts';
import { compileExplanations, type CompiledExplanations } from './compile-explanations.ts';
import type { ReadKnowledgeFile } from './read-files.ts';

/** The classification in two halves (D39): what decides, and what explains. */
export interface CompiledClassification {
  readonly decides: unknown;
  readonly explains: CompiledExplanations;
}

/** Compiles the whole classification files; `src/knowledge/classification` reads the result. */
export function compileClassification(read: ReadKnowledgeFile): CompiledClassification {
  return { decides: compileDecisions(read), explains: compileExplanations(read) };
}
