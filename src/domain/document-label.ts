import type { EntityId } from './entity.ts';

/**
 * What a booklet says of itself in plain words, for charts that keep no identifiers: which it is, which texts it was made from,
 * and which ones it replaces. It stands where every EHR keeps it: in the title of the document, or as last line of the note.
 */
export interface DocumentLabel {
  readonly entity: EntityId;
  readonly version: number;
  /** As printed on the back: taken from an UUID of this chart, so that a label out of another chart does not fit here. */
  readonly number: string;
  readonly knowledgeVersion: string;
  /** Numbers of the booklets that it replaces. */
  readonly replaces: readonly string[];
}

/** The label as one sentence. `readLabel` reads it back. */
export function writeLabel({ entity, version, number, knowledgeVersion, replaces }: DocumentLabel): string {
  const parts = [
    `Route zeldzame kanker: ${entity}`,
    `versie ${version}`,
    `nummer ${number}`,
    `tekst ${knowledgeVersion}`,
  ];
  return [...parts, ...(replaces.length === 0 ? [] : [`vervangt ${replaces.join(', ')}`])].join(', ');
}
