import type { SourceEntity, SourceReasons } from './classification-files.ts';
import type { ReadKnowledgeFile } from './read-files.ts';

/** Names, synonyms, sentences and caveats: what explains a verdict, loaded after the first one (D39). */
export function compileExplanations(read: ReadKnowledgeFile): unknown {
  const entities = read('classification/rare-cancers.json') as readonly SourceEntity[];
  const reasons = read('classification/classification-reasons.json') as SourceReasons;
  return {
    entities: entities.map((entity) => ({
      id: entity.id,
      nameNl: entity.name_nl,
      nameEn: entity.name_en,
      synonyms: [...new Set([...entity.name_nl_synonyms, ...entity.name_en_synonyms])],
      nameInSentenceNl: entity.name_in_sentence_nl,
      explainedNl: entity.explained_nl,
      family: entity.family,
      rare: placeOnList(entity),
      ...(entity.caveat && { caveatEn: entity.caveat }),
    })),
    reasons: Object.entries(reasons).map(([key, { nl, en }]) => [key, nl, en]),
  };
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
