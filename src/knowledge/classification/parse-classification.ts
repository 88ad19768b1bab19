import * as z from 'zod/mini';
import type {
  AlsoAccepted,
  Classification,
  DecidingEntity,
  Meaning,
  MorphologyRange,
  SexRestriction,
  SiteRange,
  StatusRule,
} from '../../domain/classification.ts';
import type { EntityId } from '../../domain/entity.ts';
import { systemKey, topographyCode } from '../../domain/lookup/code-forms.ts';
import { ClassificationError } from './classification-error.ts';
import { decisionsSchema, type Decisions } from './decisions-schema.ts';

/**
 * Checks the compiled half that decides, and indexes it.
 *
 * Errors: throws `ClassificationError` with every path that does not fit; a list that is half right is not used.
 */
export function parseClassification(compiled: unknown): Classification {
  const result = z.safeParse(decisionsSchema, compiled);
  if (!result.success) {
    throw new ClassificationError(
      result.error.issues.map(({ path }) => path.map(String).join('.')),
      result.error,
    );
  }
  const faults = danglingIn(result.data);
  if (faults.length > 0) throw new ClassificationError(faults);
  return indexed(result.data);
}

/** Names that lead nowhere: they would silently change a verdict. */
function danglingIn({ entities, meanings, kinds, morphologies, ...rest }: Decisions): readonly string[] {
  const ids = new Set(entities.map(({ id }) => id));
  const { snomed, orpha, icpc, dhd, icd10, icdO3 } = rest;
  const used = [...snomed, ...orpha, ...icpc, ...dhd.numbers, ...icd10.codes].map(([meaning]) => meaning);
  const pointed = [...used, ...icd10.ranges.map(([, , meaning]) => meaning), icdO3.unlisted];
  return [
    ...entities.flatMap((one) => (one.parent === undefined || ids.has(one.parent) ? [] : [`parent of ${one.id}`])),
    ...entities.flatMap((one) => (one.morphology < morphologies.length ? [] : [`morphology of ${one.id}`])),
    ...meanings.flatMap(([kind]) => (kind in kinds ? [] : [`kind ${kind}`])),
    ...meanings.flatMap(([, , , named]) => (named.every((at) => at < entities.length) ? [] : ['entity of a meaning'])),
    ...pointed.flatMap((at) => (at < meanings.length ? [] : ['meaning of a code'])),
  ];
}

function indexed(decisions: Decisions): Classification {
  const entities = new Map(decisions.entities.map((one) => [one.id as EntityId, toEntity(one, decisions)]));
  const ids = [...entities.keys()];
  const meanings = decisions.meanings.map((one) => toMeaning(one, ids));
  const at = (index: number): Meaning => {
    const meaning = meanings[index];
    if (!meaning) throw new ClassificationError([`meanings.${index}`]);
    return meaning;
  };
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
      concepts: new Map(
        icdO3.concepts.flatMap(([number, codes]) => codes.split(' ').map((id) => [id, morphologyOf(number)] as const)),
      ),
    },
    words: toWords(decisions.words),
    status: toStatus(decisions.status),
    kinds: new Map(Object.entries(decisions.kinds)),
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
    morphology: numberRanges(morphologies[one.morphology] ?? ''),
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
): Meaning {
  return {
    kind,
    verdict,
    reason,
    entities: named.flatMap((index) => ids[index] ?? []),
    sites: siteRanges(more?.at ?? ''),
    sex: more?.sex ?? null,
    morphology: more?.type ?? null,
    reasonWithoutPrimary: more?.alone ?? null,
  };
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

/** `8140/3` is a number with its digit, `6` a digit alone, nothing neither. */
function morphologyOf(text: string): { readonly number: string | null; readonly behaviour: string | null } {
  if (text.includes('/')) return { number: text, behaviour: null };
  return { number: null, behaviour: text === '' ? null : text };
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
