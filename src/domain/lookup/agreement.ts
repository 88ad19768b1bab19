import type { Classification, SiteRange } from '../classification.ts';
import type { EntityId } from '../entity.ts';
import { LEVEL, type Claim } from './claim.ts';
import { areSiblings, entitiesOf, inOneLine } from './family.ts';
import { overlap, standsAt, wholeCategory } from './ranges.ts';

/**
 * Whether two codes of one record can be true of one tumour (D41).
 *
 * Shape:  `a` is the more specific, or they are equal. Stricter than D41 where a common verdict is at stake: a sibling makes
 *         no peace there, for a wrong "common" withholds a booklet.
 */
export function agree(a: Claim, b: Claim, classification: Classification): boolean {
  return agreeByKind(a, b) ?? agreeByVerdict(a, b) ?? agreeByName(a, b, classification);
}

/** What the verdicts alone say; null when the names must tell. A common verdict needs every other code to name its cancer. */
function agreeByVerdict(a: Claim, b: Claim): boolean | null {
  if (isCommon(a) !== isCommon(b) && (isRare(a) || isRare(b))) return false;
  const oneIsOpen = a.meaning.entities.length === 0 || b.meaning.entities.length === 0;
  return oneIsOpen ? !isCommon(a) && !isCommon(b) : null;
}

function agreeByName(a: Claim, b: Claim, classification: Classification): boolean {
  const inLine = somePair(a, b, (x, y) => inOneLine(x, y, classification));
  if (isIcd10(a)) return inLine && inOneOrgan(a, b);
  if (inLine || agreeAsSiblings(a, b, classification)) return true;
  return isIcd10(b) ? siteFits(a, b, classification) : groupAtSameSite(a, b, classification);
}

function agreeAsSiblings(a: Claim, b: Claim, classification: Classification): boolean {
  if (isCommon(a) || isCommon(b)) return false;
  const siblings = somePair(a, b, (x, y) => areSiblings(x, y, classification));
  return siblings && (isIcd10(b) || (isRare(a) && isRare(b)));
}

/** Two ICD-10 codes may share a sarcoma and still name a lip and a thyroid. */
function inOneOrgan(a: Claim, b: Claim): boolean {
  if (a.sites.length === 0 && b.sites.length === 0) return true;
  return overlap(a.sites.map(wholeCategory), b.sites.map(wholeCategory));
}

/** What the kinds alone say; null when both are judged by what they name. */
function agreeByKind(a: Claim, b: Claim): boolean | null {
  const kinds = [a.meaning.kind, b.meaning.kind];
  if (kinds.some(({ beside }) => beside === 'silent' || beside === 'spread')) return true;
  if (kinds.some(({ beside }) => beside === 'contradicts')) return !kinds.some(({ primary }) => primary);
  return null;
}

function somePair(a: Claim, b: Claim, related: (x: EntityId, y: EntityId) => boolean): boolean {
  return a.meaning.entities.some((x) => b.meaning.entities.some((y) => related(x, y)));
}

function isIcd10(claim: Claim): boolean {
  return claim.level === LEVEL.icd10;
}

function isRare({ meaning }: Claim): boolean {
  return meaning.verdict === 'rare';
}

function isCommon({ meaning }: Claim): boolean {
  return meaning.verdict === 'common';
}

/** An ICD-10 site beside a named entity: its topography holds the site. A code that names one other entity is no mere site. */
function siteFits(a: Claim, b: Claim, classification: Classification): boolean {
  const namesOne = b.meaning.entities.length === 1 && b.meaning.verdict !== 'undecided';
  return !namesOne && entitiesOf(a.meaning.entities, classification).some((entity) => standsAt(entity, b.sites));
}

/** A code for a whole site beside one for a tumour in it: malignant neoplasm of breast, malignant phyllodes tumour. */
function groupAtSameSite(a: Claim, b: Claim, classification: Classification): boolean {
  return (
    (isWholeSite(a, classification) || isWholeSite(b, classification)) &&
    overlap(sitesOf(a, classification), sitesOf(b, classification))
  );
}

export function isWholeSite({ meaning }: Claim, { details, entities }: Classification): boolean {
  const [only, ...others] = meaning.entities;
  if (only === undefined || others.length > 0 || !details.has(only)) return false;
  return meaning.verdict === 'undecided' && meaning.reason === entities.get(only)?.reason;
}

function sitesOf(claim: Claim, classification: Classification): readonly SiteRange[] {
  if (claim.sites.length > 0) return claim.sites;
  return entitiesOf(claim.meaning.entities, classification).flatMap((entity) => entity.topography);
}

/** Whether a site recorded apart lies where the code cannot be: bone by code, skin by body site. */
export function lieElsewhere(sites: readonly SiteRange[], claim: Claim, classification: Classification): boolean {
  const entities = entitiesOf(claim.meaning.entities, classification);
  if (sites.length === 0 || entities.length === 0) return false;
  if (claim.sites.length === 0) return !entities.some((entity) => overlap(entity.topography, sites));
  const sameOrgan = overlap(claim.sites.map(wholeCategory), sites.map(wholeCategory));
  return !sameOrgan && !entities.some((entity) => standsAt(entity, sites));
}
