import type { Classification, DecidingEntity, Meaning, OwnVerdict, SiteRange, TumourType } from '../classification.ts';
import type { EntityId } from '../entity.ts';
import { LEVEL, type Claim, type RecordReading } from './claim.ts';
import { entitiesOf, rareGroupOver, unique } from './family.ts';
import { ALL_SITES, holds, isAnywhere } from './ranges.ts';
import { remember } from './remember.ts';

/** Fifth digits of ICD-O-3. */
const MALIGNANT = '3';
const NOT_STATED = '9';

/** An entity that wins a tumour type at some site, with the verdict nearest to the code. */
interface Fit extends OwnVerdict {
  readonly entity: EntityId;
}

/**
 * Says what the morphologies of a record mean, each at the site that the record gives: its ICD-O-3 sites, else that of the
 * code beside it, else anywhere, and then all entities that fit must agree.
 */
export function statePathology(reading: RecordReading, classification: Classification): readonly Claim[] {
  const sites = sitesFor(reading, classification);
  return reading.morphologies.map(({ coding, ...code }) => {
    const type = { ...code, behaviour: code.behaviour ?? impliedDigit(reading, classification) };
    const meaning = meaningOfType(type, sites, classification);
    return { coding, level: LEVEL.pathology, meaning, sites };
  });
}

function sitesFor({ sites, claims }: RecordReading, classification: Classification): readonly SiteRange[] {
  if (sites.length > 0) return sites;
  const ofIcd10 = claims.filter(({ level }) => level === LEVEL.icd10).flatMap((claim) => claim.sites);
  if (ofIcd10.length > 0) return ofIcd10;
  return claims
    .filter(({ level }) => level === LEVEL.concept)
    .flatMap((claim) => sitesOfConcept(claim, classification));
}

function sitesOfConcept({ sites, meaning }: Claim, classification: Classification): readonly SiteRange[] {
  if (sites.length > 0) return sites;
  return entitiesOf(meaning.entities, classification)
    .filter((entity) => !isAnywhere(entity))
    .flatMap((entity) => entity.topography);
}

/** A missing fifth digit reads as malignant only on the problem list, beside a code of a primary malignancy. */
function impliedDigit({ category, claims }: RecordReading, { status }: Classification): string {
  const onProblemList = category.some(({ code }) => code !== undefined && status.problemList.includes(code));
  const besideCancer = claims.some(({ meaning: { kind } }) => kind.primary && kind.beside === 'judged');
  return onProblemList && besideCancer ? MALIGNANT : NOT_STATED;
}

/** What a tumour type means at these sites; no sites means that none is known. */
export function meaningOfType(
  { number, behaviour }: TumourType,
  sites: readonly SiteRange[],
  classification: Classification,
): Meaning {
  const { aliases, behaviours, unlisted } = classification.icdO3;
  const alias = aliases.get(number);
  if (alias?.prefer === null) return unlisted;
  const fits = fitsAt({ number: alias?.prefer ?? number, behaviour }, sites, classification);
  const [first, ...others] = fits;
  if (!first) return behaviours.get(behaviour) ?? unlisted;
  if (others.length === 0)
    return { ...unlisted, verdict: first.verdict, reason: first.reason, entities: [first.entity] };
  return { ...unlisted, ...severalFit(fits, sites, classification) };
}

/**
 * All rare: rare, whichever it is, by the name of the group that holds them all where that is rare. Else undecided, and
 * without a site nothing is offered: nearly every carcinoma would fit.
 */
function severalFit(
  fits: readonly Fit[],
  sites: readonly SiteRange[],
  classification: Classification,
): Pick<Meaning, 'verdict' | 'reason' | 'entities'> {
  const all = unique(fits.map((fit) => fit.entity));
  if (fits.some((fit) => fit.verdict !== 'rare')) {
    return sites.length > 0
      ? { verdict: 'undecided', reason: 'type-open', entities: all }
      : { verdict: 'undecided', reason: 'organ-not-stated', entities: [] };
  }
  const group = rareGroupOver(all, classification);
  return { verdict: 'rare', reason: 'every-candidate-rare', entities: group === null ? all : [group] };
}

/** The rare entities among all that a type can be at these sites: for a term that is rare by its name. */
export function rareEntitiesOf(
  type: TumourType,
  sites: readonly SiteRange[],
  classification: Classification,
): readonly EntityId[] {
  const rare = fitsAt(type, sites, classification).filter(({ verdict }) => verdict === 'rare');
  return unique(rare.map(({ entity }) => entity));
}

/** Enough for every type at every place that one hospital records. */
const REMEMBERED = 20_000;

/** The winners over all sites, each once. */
function fitsAt(type: TumourType, sites: readonly SiteRange[], classification: Classification): readonly Fit[] {
  return fitsByKey(classification, JSON.stringify([type, sites]));
}

const fitsByKey = remember(REMEMBERED, (classification: Classification, key: string): readonly Fit[] => {
  const [type, sites] = JSON.parse(key) as readonly [TumourType, readonly SiteRange[]];
  const accepting = acceptingEntities(type, classification);
  const fits = new Map<string, Fit>();
  for (const site of eachSite(sites.length > 0 ? sites : [ALL_SITES])) {
    const winner = accepting.find(({ entity }) => holds(entity.topography, site));
    if (!winner) continue;
    const atSite = winner.entity.siteVerdicts.find((one) => holds(one.topography, site));
    const { verdict, reason } = winner.own ?? atSite ?? winner.entity;
    fits.set(`${winner.entity.id} ${verdict}`, { entity: winner.entity.id, verdict, reason });
  }
  return [...fits.values()];
});

/** Those that accept this type and digit, the one that goes before all others first. A sex is only asked for later. */
function acceptingEntities(
  { number, behaviour }: TumourType,
  { entities }: Classification,
): readonly { readonly entity: DecidingEntity; readonly own: OwnVerdict | null }[] {
  return [...entities.values()]
    .flatMap((entity) => {
      const own = entity.restrict === null ? ownVerdictFor(entity, number, behaviour) : 'refused';
      return own === 'refused' ? [] : [{ entity, own }];
    })
    .sort((a, b) => b.entity.precedence - a.entity.precedence);
}

function* eachSite(ranges: readonly SiteRange[]): Generator<number> {
  for (const { from, to } of ranges) for (let site = from; site <= to; site += 1) yield site;
}

/** Whether the entity accepts this type and digit, and the verdict for just this type where it has one. */
function ownVerdictFor(entity: DecidingEntity, number: number, behaviour: string): OwnVerdict | null | 'refused' {
  const also = entity.also.find((one) => one.behaviour === behaviour && holds(one.morphology, number));
  if (also) return also.own;
  if (!entity.behaviour.includes(behaviour) || !holds(entity.morphology, number)) return 'refused';
  return entity.variant !== null && holds(entity.variant.morphology, number) ? entity.variant : null;
}
