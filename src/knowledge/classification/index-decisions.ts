import type {
  AlsoAccepted,
  Classification,
  DecidingEntity,
  Meaning,
  MorphologyRange,
  SexRestriction,
  SiteRange,
  StatusRule,
  TumourType,
} from '../../domain/classification.ts';
import type { EntityId } from '../../domain/entity.ts';
import { systemKey, topographyCode } from '../../domain/lookup/code-forms.ts';
import { ClassificationError } from './classification-error.ts';
import type { Decisions } from './decisions-schema.ts';

/**
 * Turns the checked form into the one that is looked things up in.
 *
 * Errors: throws `ClassificationError` for an index that leads nowhere.
 */
export function indexDecisions(decisions: Decisions): Classification {
  const entities = new Map(decisions.entities.map((one) => [one.id as EntityId, toEntity(one, decisions)]));
  const ids = [...entities.keys()];
  for (const { id, parent } of entities.values()) if (parent !== null) present(entities.get(parent), `parent of ${id}`);
  const meanings = decisions.meanings.map((one) => toMeaning(one, ids, decisions.kinds));
  const at = (index: number): Meaning => present(meanings[index], `meanings.${index}`);
  const coded = (lists: Decisions['snomed']): ReadonlyMap<string, Meaning> =>
    new Map(lists.flatMap(([index, codes]) => codes.split(' ').map((code) => [code, at(index)] as const)));
  const { icd10, icdO3, dhd } = decisions;
  return {
    entities,
    details: detailsByGroup(entities),
    systems: toSystems(decisions.systems),
    snomed: coded(decisions.snomed),
    orpha: coded(decisions.orpha),
    icpc: coded(decisions.icpc),
    dhd: {
      highest: dhd.highest,
      numbers: new Map([...coded(dhd.numbers)].map(([code, meaning]) => [Number(code), meaning])),
    },
    icd10: {
      codes: coded(icd10.codes),
      ranges: icd10.ranges.map(([from, to, meaning]) => ({ from, to, meaning: at(meaning) })),
      sites: icd10.sites.map(([codes, moved]) => ({
        codes: siteRanges(codes),
        moved: moved === '' ? null : siteRanges(moved),
      })),
    },
    icdO3: {
      aliases: new Map(icdO3.aliases.map(([number, prefer]) => [number, { prefer: prefer ?? null }])),
      behaviours: new Map(icdO3.behaviours.map(([digit, meaning]) => [digit, at(meaning)])),
      unlisted: at(icdO3.unlisted),
      concepts: new Map<string, TumourType | Meaning>([
        ...icdO3.types.flatMap(([type, ids]) => ids.split(' ').map((id) => [id, tumourType(type)] as const)),
        ...coded(icdO3.untyped),
      ]),
    },
    words: toWords(decisions.words),
    status: toStatus(decisions.status),
    decidedBy: new Map(decisions.decidedBy),
  };
}

type Present<Value> = Exclude<Value, undefined>;
type CompiledEntity = Decisions['entities'][number];

function toEntity(one: CompiledEntity, { morphologies }: Decisions): DecidingEntity {
  return {
    id: one.id as EntityId,
    parent: (one.parent ?? null) as EntityId | null,
    precedence: one.precedence,
    verdict: one.verdict,
    reason: one.reason,
    topography: siteRanges(one.topography),
    morphology: numberRanges(present(morphologies[one.morphology], `morphologies.${one.morphology}`)),
    behaviour: Array.from(one.behaviour),
    also: (one.also ?? []).map(toAlso),
    variant: one.variant ? toVariant(one.variant) : null,
    siteVerdicts: (one.sites ?? []).map(([at, verdict, reason]) => ({ topography: siteRanges(at), verdict, reason })),
    restrict: one.restrict ? toRestriction(one.restrict) : null,
  };
}

function toAlso([behaviour, types, verdict, reason]: Present<CompiledEntity['also']>[number]): AlsoAccepted {
  const own = verdict === undefined || reason === undefined ? null : { verdict, reason };
  return { behaviour, morphology: numberRanges(types), own };
}

function toVariant([types, verdict, reason]: Present<CompiledEntity['variant']>): DecidingEntity['variant'] {
  return { morphology: numberRanges(types), verdict, reason };
}

function toRestriction([sex, reason, reasonWhenUnknown]: Present<CompiledEntity['restrict']>): SexRestriction {
  return { sex, reason, reasonWhenUnknown };
}

function toMeaning(
  [kind, verdict, reason, named, more]: Decisions['meanings'][number],
  ids: readonly EntityId[],
  kinds: Decisions['kinds'],
): Meaning {
  return {
    kind: present(kinds[kind], `kinds.${kind}`),
    verdict,
    reason,
    entities: named.map((index) => present(ids[index], `entities.${index}`)),
    sites: more?.at === undefined ? [] : siteRanges(more.at),
    sex: more?.sex ?? null,
    type: more?.type === undefined ? null : tumourType(more.type),
    reasonWithoutPrimary: more?.alone ?? null,
  };
}

function present<Value>(value: Value | undefined, path: string): Value {
  if (value === undefined) throw new ClassificationError([path]);
  return value;
}

/** For each group the entities under it that are no group themselves. */
function detailsByGroup(entities: ReadonlyMap<EntityId, DecidingEntity>): ReadonlyMap<EntityId, readonly EntityId[]> {
  const all = [...entities.values()];
  const childrenOf = (id: EntityId): readonly EntityId[] => all.filter((one) => one.parent === id).map((one) => one.id);
  const leavesOf = (id: EntityId): readonly EntityId[] => {
    const children = childrenOf(id);
    return children.length === 0 ? [id] : children.flatMap(leavesOf);
  };
  return new Map(all.filter(({ id }) => childrenOf(id).length > 0).map(({ id }) => [id, leavesOf(id)]));
}

function toSystems({ spellings, endings, editionsFollow }: Decisions['systems']): Classification['systems'] {
  return {
    spellings: new Map(spellings.map(([uri, family]) => [systemKey(uri), family])),
    endings: endings.map(([ending, family]) => ({ ending, family })),
    editionsFollow: editionsFollow.map(systemKey),
  };
}

function toWords({ contexts, ...stems }: Decisions['words']): Classification['words'] {
  return {
    ...stems,
    contexts: contexts.map(([stem, after, verdict, reason]) => ({ stem, after, verdict, reason })),
  };
}

function toStatus(status: Decisions['status']): Classification['status'] {
  const rules = (lists: Decisions['status']['clinical']): readonly StatusRule[] =>
    lists.map(([codes, verdict, reason]) => ({ codes: codes.split(' '), verdict, reason }));
  return {
    ...status,
    clinical: rules(status.clinical),
    verification: rules(status.verification),
    origin: rules(status.origin),
    category: rules(status.category),
  };
}

/** `8140/3` */
function tumourType(text: string): TumourType {
  const [number = '', behaviour = ''] = text.split('/');
  return { number: Number(number), behaviour };
}

function siteRanges(text: string): readonly SiteRange[] {
  return text.split(' ').flatMap((range) => {
    const [first = '', last = first] = range.split('-');
    const from = topographyCode(first);
    const to = topographyCode(last);
    return from && to ? [{ from: from.from, to: to.to }] : [];
  });
}

function numberRanges(text: string): readonly MorphologyRange[] {
  return text.split(' ').map((range) => {
    const [from = '', to = from] = range.split('-');
    return { from: Number(from), to: Number(to) };
  });
}
