import type { SourceConcepts, SourceDhd, SourceEntity, SourceIcd10, SourceIcdO3 } from './classification-files.ts';
import type { ReadKnowledgeFile } from './read-files.ts';

type CodesWithSources = ReadonlyMap<string, readonly string[]>;

/** For each code, as the lookup normalises it: the keys in SOURCES.md of what the list says about it. */
export interface CodeSources {
  readonly icd10: CodesWithSources;
  readonly snomed: CodesWithSources;
  readonly orpha: CodesWithSources;
  readonly icpc: CodesWithSources;
  readonly dhd: CodesWithSources;
  /** Numbers of the second edition of ICD-O; any other number is a criterion of its entity and has the entity's sources. */
  readonly morphology: CodesWithSources;
}

/** Where each code comes from: for who audits a verdict. The app does not load it (D39). */
export function compileSources(read: ReadKnowledgeFile): CodeSources {
  const entities = read('classification/rare-cancers.json') as readonly SourceEntity[];
  const concepts = read('classification/cancer-concepts.json') as SourceConcepts;
  const icd10 = read('classification/icd10-decidability.json') as SourceIcd10;
  const dhd = read('classification/dhd-codes.json') as SourceDhd;
  const icdO3 = read('classification/icdo3-codes.json') as SourceIcdO3;
  return {
    icd10: new Map(icd10.entries.map(({ code, source }) => [code, source])),
    snomed: snomedSources(entities, concepts),
    orpha: orphaSources(entities, concepts),
    icpc: new Map(concepts.icpc_1_nl.codes.map((code) => [code, concepts.icpc_1_nl.source])),
    dhd: new Map(dhd.codes.map(({ code }) => [String(Number(code)), dhd.source])),
    morphology: new Map(icdO3.aliases.map(({ code, source }) => [code, [source]])),
  };
}

/** In the order in which the lookup asks, the first last: morphology, remission, the entity, the other kinds as written. */
function snomedSources(entities: readonly SourceEntity[], concepts: SourceConcepts): CodesWithSources {
  const kinds = Object.entries(concepts.kinds).reverse();
  const remission = kinds.filter(([name]) => name === 'remission');
  const others = kinds.filter(([name]) => name !== 'remission');
  return new Map([
    ...others.flatMap(([, kind]) => sourcesOfKind(kind)),
    ...entities.flatMap(({ snomed }) => snomed.map(({ id, source }) => [id, source] as const)),
    ...remission.flatMap(([, kind]) => sourcesOfKind(kind)),
    ...concepts.morphology_concepts.map(({ id, source, pair_source: pair }) => {
      const own = pair === undefined || pair === 'same-term' ? source : [...source, pair];
      return [id, [...new Set(own)]] as const;
    }),
  ]);
}

function sourcesOfKind(kind: SourceConcepts['kinds'][string]): readonly (readonly [string, readonly string[]])[] {
  const named = (kind.concepts ?? []).map(({ id, source }) => [id, source] as const);
  return [...(kind.ids ?? []).map((id) => [id, kind.source] as const), ...named];
}

/** Of two entities with one ORPHAcode the one that goes before. */
function orphaSources(entities: readonly SourceEntity[], { orpha }: SourceConcepts): CodesWithSources {
  const byPrecedence = [...entities].sort((a, b) => a.precedence - b.precedence);
  return new Map<string, readonly string[]>([
    ...orpha.codes.map((code) => [code, orpha.source] as const),
    ...byPrecedence.flatMap((entity) => entity.orpha.map(({ code, source }) => [code, [source]] as const)),
  ]);
}
