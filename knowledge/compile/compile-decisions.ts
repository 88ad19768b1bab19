import type {
  SourceConcepts,
  SourceDhd,
  SourceEntity,
  SourceIcd10,
  SourceIcdO3,
  SourceKinds,
  SourceReasons,
  SourceStatus,
  SourceStatusRule,
  SourceSystem,
  SourceVerdict,
  SourceWords,
} from './classification-files.ts';
import type { ReadKnowledgeFile } from './read-files.ts';

/** A code's meaning: kind, verdict, reason, entities by index, then what only few have. */
type CompiledMeaning = readonly [
  kind: string,
  verdict: SourceVerdict,
  reason: string,
  entities: readonly number[],
  more?: { readonly at?: string; readonly sex?: string; readonly type?: string; readonly alone?: string },
];
/** Codes that share a meaning: its index, and the codes with spaces between them. */
type Coded = readonly [meaning: number, codes: string];

interface Meant {
  readonly kind: string;
  readonly verdict: SourceVerdict;
  readonly reason: string;
  readonly entities?: readonly string[];
  readonly at?: string | undefined;
  readonly sex?: string | undefined;
  readonly type?: string | undefined;
  readonly alone?: string | undefined;
}

/** Collects meanings, each once, and the codes of a system under them. */
class MeaningTable {
  readonly meanings: CompiledMeaning[] = [];
  private readonly indexes = new Map<string, number>();
  private readonly entityIndex: ReadonlyMap<string, number>;

  constructor(entities: readonly SourceEntity[]) {
    this.entityIndex = new Map(entities.map(({ id }, index) => [id, index]));
  }

  indexOf({ kind, verdict, reason, entities = [], at, sex, type, alone }: Meant): number {
    const more = { ...(at && { at }), ...(sex && { sex }), ...(type && { type }), ...(alone && { alone }) };
    const named = entities.map((id) => this.entityIndex.get(id) ?? -1);
    const meaning: CompiledMeaning =
      Object.keys(more).length > 0 ? [kind, verdict, reason, named, more] : [kind, verdict, reason, named];
    const key = JSON.stringify(meaning);
    const known = this.indexes.get(key) ?? this.meanings.push(meaning) - 1;
    this.indexes.set(key, known);
    return known;
  }

  group(codes: readonly (readonly [code: string, meant: Meant])[]): readonly Coded[] {
    return [...grouped(codes.map(([code, meant]) => [this.indexOf(meant), code]))];
  }
}

/** Codes under one key as one text, lowest first. */
function grouped<Key>(pairs: readonly (readonly [key: Key, code: string])[]): ReadonlyMap<Key, string> {
  const groups = new Map<Key, string[]>();
  for (const [key, code] of pairs) {
    const group = groups.get(key);
    if (group) group.push(code);
    else groups.set(key, [code]);
  }
  return new Map([...groups].map(([key, codes]) => [key, codes.sort(byNumber).join(' ')]));
}

function byNumber(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

/** Everything that decides, without names, sentences, sources and notes (D39). */
export function compileDecisions(read: ReadKnowledgeFile): unknown {
  const entities = read('classification/rare-cancers.json') as readonly SourceEntity[];
  const concepts = read('classification/cancer-concepts.json') as SourceConcepts;
  const icd10 = read('classification/icd10-decidability.json') as SourceIcd10;
  const dhd = read('classification/dhd-codes.json') as SourceDhd;
  const morphologies = [...new Set(entities.map((entity) => entity.icdo3.morphology.join(' ')))];
  const table = new MeaningTable(entities);
  return {
    morphologies,
    entities: entities.map((entity) => compileEntity(entity, morphologies)),
    systems: compileSystems(read('classification/code-systems.json') as readonly SourceSystem[]),
    snomed: table.group(snomedCodes(entities, concepts)),
    orpha: table.group(orphaCodes(entities, concepts)),
    icpc: table.group(concepts.icpc_1_nl.codes.map((code) => [code, meantBy(concepts.icpc_1_nl, 'broad')])),
    dhd: { highest: dhd.highest, numbers: table.group(dhdNumbers(dhd, icd10)) },
    icd10: {
      codes: table.group(icd10.entries.map((entry) => [entry.code, icd10Meant(entry)])),
      ranges: icd10.ranges.map((range) => [range.from, range.to, table.indexOf(meantBy(range, range.kind))]),
      sites: icd10.sites.map(({ codes, site }) => [codes.join(' '), site === 'same' ? '' : site]),
    },
    icdO3: compileIcdO3(read('classification/icdo3-codes.json') as SourceIcdO3, concepts, table),
    words: compileWords(read('classification/cancer-words.json') as SourceWords),
    status: compileStatus(read('classification/record-status.json') as SourceStatus),
    kinds: (read('classification/claim-kinds.json') as SourceKinds).kinds,
    decidedBy: compileDeciders(read('classification/classification-reasons.json') as SourceReasons),
    meanings: table.meanings,
  };
}

function reasonOf(entity: SourceEntity): string {
  const plain = entity.verdict_when_matched === 'common' ? 'common-code' : 'code-on-list';
  return entity.sentence_key ?? entity.why_key ?? plain;
}

function compileEntity(entity: SourceEntity, morphologies: readonly string[]): unknown {
  const { icdo3, common_but_rare_variant: variant, site_verdicts: sites, restrict } = entity;
  return {
    id: entity.id,
    ...(entity.parent && { parent: entity.parent }),
    precedence: entity.precedence,
    verdict: entity.verdict_when_matched,
    reason: reasonOf(entity),
    topography: icdo3.topography.join(' '),
    morphology: morphologies.indexOf(icdo3.morphology.join(' ')),
    behaviour: icdo3.behaviour.join(''),
    ...(icdo3.also.length > 0 && {
      also: icdo3.also.map((also) => [
        also.behaviour,
        also.morphology.join(' '),
        ...(also.verdict && also.why_key ? [also.verdict, also.why_key] : []),
      ]),
    }),
    ...(variant &&
      variant.morphology.length > 0 && { variant: [variant.morphology.join(' '), variant.verdict, variant.why_key] }),
    ...(sites && { sites: sites.map((site) => [site.topography.join(' '), site.verdict, site.why_key]) }),
    ...(restrict && { restrict: [restrict.sex, restrict.why_key, restrict.why_key_unknown] }),
  };
}

function compileSystems(systems: readonly SourceSystem[]): unknown {
  const read = systems.flatMap((system) => (system.reads_as ? [{ ...system, family: system.reads_as }] : []));
  return {
    spellings: read.flatMap((one) => [one.canonical, ...one.alternates].map((uri) => [uri, one.family])),
    endings: read.flatMap((one) => (one.endings ?? []).map((ending) => [ending, one.family])),
    editionsFollow: read.flatMap((one) => (one.editions_follow ? [one.canonical, ...one.alternates] : [])),
  };
}

function meantBy({ verdict, why_key }: { verdict: SourceVerdict; why_key: string }, kind: string): Meant {
  return { kind, verdict, reason: why_key };
}

/** A code listed under an entity: its own verdict where it has one, else the entity's. */
function meantByEntity(
  entity: SourceEntity,
  own: { readonly verdict?: SourceVerdict; readonly why_key?: string; readonly sex?: string },
): Meant {
  const verdict = own.verdict ?? entity.verdict_when_matched;
  return { kind: 'primary', verdict, reason: own.why_key ?? reasonOf(entity), entities: [entity.id], sex: own.sex };
}

/** The order counts: in remission goes before the entity that also lists the concept. */
function snomedCodes(
  entities: readonly SourceEntity[],
  { kinds }: SourceConcepts,
): readonly (readonly [string, Meant])[] {
  const byId = new Map<string, Meant>(
    entities.flatMap((entity) => entity.snomed.map((concept) => [concept.id, meantByEntity(entity, concept)] as const)),
  );
  for (const [name, kind] of Object.entries(kinds)) {
    const concepts = [...(kind.ids ?? []).map((id) => ({ id, candidates: undefined })), ...(kind.concepts ?? [])];
    for (const { id, candidates } of concepts) {
      const listed = byId.get(id);
      if (listed && name !== 'remission') continue;
      const open = candidates ?? listed?.entities ?? [];
      byId.set(id, { ...meantBy(kind, KIND_OF_CONCEPTS[name] ?? name), entities: open });
    }
  }
  return [...byId];
}

const KIND_OF_CONCEPTS: Readonly<Record<string, string>> = {
  rare_entity_open: 'primary',
  primary_other_lists: 'primary',
  in_situ: 'in-situ',
  uncertain_or_unspecified: 'uncertain',
};

/** An ORPHAcode under two entities means the one that goes before. */
function orphaCodes(
  entities: readonly SourceEntity[],
  { orpha }: SourceConcepts,
): readonly (readonly [string, Meant])[] {
  const byPrecedence = [...entities].sort((a, b) => a.precedence - b.precedence);
  return [
    ...new Map<string, Meant>([
      ...orpha.codes.map((code): [string, Meant] => [code, meantBy(orpha, 'primary')]),
      ...byPrecedence.flatMap((entity) =>
        entity.orpha.map((one): [string, Meant] => [one.code, meantByEntity(entity, one)]),
      ),
    ]),
  ];
}

function dhdNumbers({ codes }: SourceDhd, { entries }: SourceIcd10): readonly (readonly [string, Meant])[] {
  return codes.map((row) => {
    const home = entries.find(
      ({ secondary_home: one }) => row.kind === 'secondary' && one?.dhd_topography === row.topography,
    );
    return [
      String(Number(row.code)),
      {
        kind: row.kind,
        verdict: row.verdict,
        reason: row.why_key ?? (row.verdict === 'common' ? 'common-code' : 'code-on-list'),
        entities: home?.candidates ?? (row.entity ? [row.entity] : []),
        at: row.topography ?? undefined,
        sex: row.sex,
        type: row.entity === null && row.kind === 'primary' ? (row.morphology ?? undefined) : undefined,
        alone: home?.secondary_home?.why_key,
      },
    ];
  });
}

function icd10Meant(entry: SourceIcd10['entries'][number]): Meant {
  const alone = entry.secondary_home?.why_key;
  return { ...meantBy(entry, entry.kind), entities: entry.candidates, alone };
}

function compileIcdO3({ behaviour, aliases }: SourceIcdO3, concepts: SourceConcepts, table: MeaningTable): unknown {
  const digits = new Map(
    Object.entries(behaviour).flatMap(([digit, { verdict, why_key: reason }]) =>
      verdict === 'entity' || reason === undefined ? [] : [[digit, meantByDigit(verdict, reason)] as const],
    ),
  );
  const unlisted: Meant = { kind: 'primary', verdict: 'undecided', reason: 'unlisted-cancer' };
  const typed = concepts.morphology_concepts.filter(({ icdo3 }) => icdo3 !== undefined);
  const untyped = concepts.morphology_concepts.filter(({ icdo3 }) => icdo3 === undefined);
  return {
    aliases: aliases.map(({ code, prefer }) => (prefer ? [Number(code), Number(prefer)] : [Number(code)])),
    behaviours: [...digits].map(([digit, meant]) => [digit, table.indexOf(meant)]),
    unlisted: table.indexOf(unlisted),
    types: [...grouped(typed.map(({ id, icdo3 = '' }) => [icdo3, id]))],
    untyped: table.group(untyped.map(({ id, behaviour: digit = '' }) => [id, digits.get(digit) ?? unlisted])),
  };
}

function meantByDigit(verdict: SourceVerdict, reason: string): Meant {
  const kind = verdict === 'undecided' ? 'uncertain' : reason;
  return { kind, verdict, reason };
}

function compileWords({ positive, negative, contexts, not_words: notWords }: SourceWords): unknown {
  return {
    ...positive,
    notWords,
    contexts: negative.flatMap(({ stem, kind, after }) => {
      const context = contexts[kind];
      return context ? [[stem, after, context.verdict, context.why_key]] : [];
    }),
  };
}

function compileStatus(status: SourceStatus): unknown {
  const rules = (sources: readonly SourceStatusRule[]): unknown =>
    sources.map(({ codes, verdict, why_key }) => [codes.join(' '), verdict, why_key]);
  return {
    clinical: rules(status.clinical),
    verification: rules(status.verification),
    origin: rules(status.origin),
    category: rules(status.category),
    categoryCounts: status.category_counts,
    problemList: status.problem_list,
  };
}

function compileDeciders(reasons: SourceReasons): unknown {
  return Object.entries(reasons).flatMap(([key, { decided_by }]) => (decided_by ? [[key, decided_by]] : []));
}
