import type { EntityId } from './entity.ts';

/** What the hospital no longer lets anybody hand out (D21). */
export interface Recall {
  /** The whole content of this release: no booklet about anything. */
  readonly release: boolean;
  readonly entities: ReadonlySet<string>;
  /** Knowledge versions whose booklets are to be taken back. */
  readonly versions: ReadonlySet<string>;
}

export const NOTHING_RECALLED: Recall = { release: false, entities: new Set(), versions: new Set() };

/** Whether no booklet about this entity may be made now. */
export function isRecalled(entity: EntityId, recall: Recall): boolean {
  return recall.release || recall.entities.has(entity);
}

/** Whether a stored booklet says something that was recalled: by the texts it was made from, or by what it is about. */
export function tellsRecalled(
  { entity, knowledgeVersion }: { readonly entity: EntityId | null; readonly knowledgeVersion: string | null },
  recall: Recall,
): boolean {
  const byVersion = knowledgeVersion !== null && recall.versions.has(knowledgeVersion);
  return byVersion || (entity !== null && recall.entities.has(entity));
}
