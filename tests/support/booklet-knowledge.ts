import { compileBooklet } from '../../knowledge/compile/compile-booklet.ts';
import { readKnowledgeFile } from '../../knowledge/compile/read-files.ts';
import type { Entity, EntityId } from '../../src/domain/entity.ts';
import { parseBookletKnowledge } from '../../src/knowledge/booklet/parse-booklet-knowledge.ts';

/** The booklet knowledge of this checkout, compiled and checked. */
export const BOOKLET_KNOWLEDGE = parseBookletKnowledge(compileBooklet(readKnowledgeFile));

interface ListedEntity {
  readonly id: EntityId;
  readonly name_nl: string;
  readonly name_en: string;
  readonly name_in_sentence_nl: string;
  readonly explained_nl: string;
  readonly family: string;
  readonly source: readonly string[];
  readonly rare: boolean | null;
}

/** The list of rare cancers, read straight from its file, so that a fault of the lookup does not hide one of the booklet. */
export const LISTED_ENTITIES: ReadonlyMap<EntityId, Entity> = new Map(
  (readKnowledgeFile('classification/rare-cancers.json') as readonly ListedEntity[]).map((entry) => [
    entry.id,
    {
      id: entry.id,
      nameNl: entry.name_nl,
      nameEn: entry.name_en,
      synonyms: [],
      nameInSentenceNl: entry.name_in_sentence_nl,
      explainedNl: entry.explained_nl,
      family: entry.family,
      sources: entry.source,
      rare: entry.rare,
    },
  ]),
);
