import { parseBookletKnowledge, type BookletKnowledge } from './parse-booklet-knowledge.ts';

/**
 * Loads what a booklet is composed from; asked for when the first diagnosis is on screen, not before.
 *
 * Errors: rejects with `BookletKnowledgeError`, or with the error of the import when the file does not load (F66).
 */
export async function loadBookletKnowledge(): Promise<BookletKnowledge> {
  const { default: compiled } = await import('virtual:knowledge/booklet');
  return parseBookletKnowledge(compiled);
}
