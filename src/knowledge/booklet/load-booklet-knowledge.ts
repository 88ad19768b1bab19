import type { ContentVersion } from '../../domain/approval.ts';
import { parseBookletKnowledge, parseContentVersion, type BookletKnowledge } from './parse-booklet-knowledge.ts';

/**
 * Loads what a booklet is composed from.
 *
 * Errors: rejects with `BookletKnowledgeError`, or with the error of the import when the file does not load (F66).
 */
export async function loadBookletKnowledge(): Promise<BookletKnowledge> {
  const { default: compiled } = await import('virtual:knowledge/booklet');
  return parseBookletKnowledge(compiled);
}

/** Loads which content this is, a few bytes before the content itself: the first screen says whether it is approved. */
export async function loadContentVersion(): Promise<ContentVersion> {
  const { default: compiled } = await import('virtual:knowledge/version');
  return parseContentVersion(compiled);
}
