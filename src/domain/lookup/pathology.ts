import type { Classification, DecidingEntity, Meaning, OwnVerdict, SiteRange } from '../classification.ts';
import type { EntityId } from '../entity.ts';
import { LEVEL, isPrimary, kindOf, type Claim, type RecordReading } from './claim.ts';
import type { MorphologyCode } from './code-forms.ts';
import { entitiesOf, rareGroupOver, unique } from './family.ts';
import { ALL_SITES, holds, isAnywhere } from './ranges.ts';

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
    const read = withFifthDigit(code, reading, classification);
    const meaning = meaningOfMorphology(read, sites, classification);
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
function withFifthDigit(code: MorphologyCode, reading: RecordReading, classification: Classification): MorphologyCode {
  if (code.behaviour !== null) return code;
  const { problemList } = classification.status;
  const onProblemList = reading.record.category.some(({ code: one }) => one !== undefined && problemList.includes(one));
  const besideCancer = reading.claims.some(
    (claim) => isPrimary(claim, classification) && kindOf(claim.meaning, classification).beside === 'judged',
  );
  return { ...code, behaviour: onProblemList && besideCancer ? '3' : '9' };
}

/** The meaning of an ICD-O-3 number at these sites; no sites means that none is known. */
export function meaningOfMorphology(
  code: MorphologyCode,
  sites: readonly SiteRange[],
  classification: Classification,
): Meaning {
  const { aliases, behaviours, unlisted } = classification.icdO3;
  const alias = aliases.get(code.number);
  if (alias?.prefer === null) return unlisted;
  const behaviour = code.behaviour ?? '9';
  const fits = fitsAt({ number: alias?.prefer ?? code.number, behaviour }, sites, classification);
  const [first, ...others] = fits;
  if (!first) return behaviours.get(behaviour) ?? unlisted;
  return others.length === 0 ? primaryMeaning(first, [first.entity]) : meaningOfSeveral(fits, sites, classification);
}

function meaningOfSeveral(fits: readonly Fit[], sites: readonly SiteRange[], classification: Classification): Meaning {
  const all = unique(fits.map((fit) => fit.entity));
  if (fits.every((fit) => fit.verdict === 'rare')) return everyFitRare(all, classification);
  return primaryMeaning({ verdict: 'undecided', reason: sites.length > 0 ? 'type-open' : 'organ-not-stated' }, all);
}

function everyFitRare(all: readonly EntityId[], classification: Classification): Meaning {
  const group = all.length === 1 ? null : rareGroupOver(all, classification);
  return primaryMeaning({ verdict: 'rare', reason: 'every-candidate-rare' }, group === null ? all : [group]);
}

function primaryMeaning({ verdict, reason }: OwnVerdict, entities: readonly EntityId[]): Meaning {
  const nothingMore = { sites: [], sex: null, morphology: null, reasonWithoutPrimary: null };
  return { kind: 'primary', verdict, reason, entities, ...nothingMore };
}

/** The winners over all sites, each once. */
function fitsAt(
  code: { readonly number: number; readonly behaviour: string },
  sites: readonly SiteRange[],
  classification: Classification,
): readonly Fit[] {
  const accepting = acceptingEntities(code, classification);
  const fits = new Map<string, Fit>();
  for (const site of eachSite(sites.length > 0 ? sites : [ALL_SITES])) {
    const winner = accepting.find(({ entity }) => holds(entity.topography, site));
    if (!winner) continue;
    const atSite = winner.entity.siteVerdicts.find((one) => holds(one.topography, site));
    const { verdict, reason } = winner.own ?? atSite ?? winner.entity;
    fits.set(`${winner.entity.id} ${verdict}`, { entity: winner.entity.id, verdict, reason });
  }
  return [...fits.values()];
}

/** Those that accept this type and digit, the one that goes before all others first. A sex is only asked for later. */
function acceptingEntities(
  { number, behaviour }: { readonly number: number; readonly behaviour: string },
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
