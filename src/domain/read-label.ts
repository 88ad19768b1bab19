import type { DocumentLabel } from './document-label.ts';
import type { StoredDocument } from './document.ts';
import type { EntityId } from './entity.ts';

// Apart from writing it: what reads is not needed for the first screen, which has a budget (D39).

const NUMBER = '[0-9A-F]{4}-[0-9A-F]{4}';
const LABEL = new RegExp(
  `Route zeldzame kanker: ([a-z0-9-]+), versie ([1-9]\\d{0,5}), nummer (${NUMBER}), tekst (\\d[\\d.]*\\d)` +
    `(?:, vervangt (${NUMBER}(?:, ${NUMBER})*))?`,
  'g',
);

/**
 * Finds the label in a title or a note.
 *
 * Shape: line breaks count as spaces, for notes are wrapped; of more than one the last, which is the note's own; null when there is
 *        none. Whether its number belongs to this chart is for the caller to ask.
 */
export function readLabel(text: string): DocumentLabel | null {
  const [, entity, version, number, knowledgeVersion, replaces] =
    [...text.replace(/\s+/g, ' ').matchAll(LABEL)].at(-1) ?? [];
  if (entity === undefined || number === undefined || knowledgeVersion === undefined) return null;
  return {
    entity: entity as EntityId,
    version: Number(version),
    number,
    knowledgeVersion,
    replaces: replaces?.split(', ') ?? [],
  };
}

/** A stored booklet together with what its label says; null where identifiers tell it all. */
export interface Labelled {
  readonly document: StoredDocument;
  readonly label: DocumentLabel | null;
}

/**
 * The status of booklets in a chart where an app cannot change it: one that a later booklet says to replace is superseded, as long as
 * that later one stands.
 */
export function withReplaced(all: readonly Labelled[]): readonly StoredDocument[] {
  const standing = all.filter(({ document }) => document.status !== 'entered-in-error');
  const replaced = new Set(standing.flatMap(({ label }) => label?.replaces ?? []));
  return all.map(({ document, label }) => {
    const isOld = document.status === 'current' && label !== null && replaced.has(label.number);
    return isOld ? { ...document, status: 'superseded' } : document;
  });
}
