import { readFileSync } from 'node:fs';

/** A knowledge file as parsed JSON, by its path inside `knowledge/`. */
export type ReadKnowledgeFile = (path: string) => unknown;

/** Reads the knowledge files of this checkout from disk; used at build time and by the commands, never in the browser. */
export const readKnowledgeFile: ReadKnowledgeFile = (path) =>
  JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')) as unknown;
