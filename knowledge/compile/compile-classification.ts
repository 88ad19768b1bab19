import type { ReadKnowledgeFile } from './read-files.ts';

/** The classification in two halves (D39): what decides, and what explains (names, sentences, sources; loaded after the first verdict). */
export interface CompiledClassification {
  readonly decides: unknown;
  readonly explains: unknown;
}

export function compileClassification(read: ReadKnowledgeFile): CompiledClassification {
  return {
    decides: read('classification/rare-cancers.json'),
    explains: read('classification/classification-reasons.json'),
  };
}
