import type { SourceEntity, SourceReasons } from './classification-files.ts';
import type { ReadKnowledgeFile } from './read-files.ts';

/** What explains a verdict: names and reasons are shown with it, the details serve who confirms, searches or reads (D39). */
export interface CompiledExplanations {
  readonly names: unknown;
  readonly details: unknown;
}

export function compileExplanations(read: ReadKnowledgeFile): CompiledExplanations {
  return { names: compileNames(read), details: compileDetails(read) };
}

function compileNames(read: ReadKnowledgeFile): unknown {
  const reasons = read('classification/classification-reasons.json') as SourceReasons;
  return {
    entities: entitiesIn(read).map((entity) => ({
      id: entity.id,
      nameNl: entity.name_nl,
      nameEn: entity.name_en,
      rare: placeOnList(entity),
    })),
    reasons: Object.entries(reasons).map(([key, { nl, en }]) => [key, nl, en]),
  };
}

function compileDetails(read: ReadKnowledgeFile): unknown {
  return entitiesIn(read).map((entity) => ({
    id: entity.id,
    synonyms: [...new Set([...entity.name_nl_synonyms, ...entity.name_en_synonyms])],
    nameInSentenceNl: entity.name_in_sentence_nl,
    explainedNl: entity.explained_nl,
    family: entity.family,
    sources: entity.source,
    ...(entity.caveat && { caveatEn: entity.caveat }),
  }));
}

function entitiesIn(read: ReadKnowledgeFile): readonly SourceEntity[] {
  return read('classification/rare-cancers.json') as readonly SourceEntity[];
}

/** A group that is only above the threshold together with another site is not settled: some codes under it are rare (D4). */
function placeOnList(entity: SourceEntity): boolean | null {
  const leads = [
    { verdict: entity.verdict_when_matched },
    ...(entity.site_verdicts ?? []),
    ...entity.snomed,
    ...entity.orpha,
  ];
  return entity.rare === false && leads.some(({ verdict }) => verdict === 'rare') ? null : entity.rare;
}
