import type { Classification, Meaning } from '../classification.ts';
import type { EntityId } from '../entity.ts';
import type { Reason } from '../finding.ts';
import { agree, isWholeSite, lieElsewhere } from './agreement.ts';
import { kindOf, type Claim, type Judgement, type RecordReading } from './claim.ts';
import { detailsOf, entitiesOf, standWithin, unique } from './family.ts';
import { meaningOfMorphology } from './pathology.ts';
import { morphologyCode } from './code-forms.ts';

/**
 * Weighs all that the codes of one record say: the most specific evidence wins, the rest must be able to agree with it.
 *
 * Errors: null when no code says anything.
 */
export function combineClaims(
  claims: readonly Claim[],
  reading: RecordReading,
  classification: Classification,
): Judgement | null {
  const named = claims.map((claim) => nameEntities(claim, classification));
  const contest = contestOf(named, classification);
  const [first, ...others] = contest;
  if (!first) return null;
  const winner = others.reduce((best, next) => moreSpecific(best, next, classification), first);
  const contradicted =
    named.some((claim) => !agree(winner, claim, classification)) ||
    (isDecided(winner) && lieElsewhere(reading.sites, winner, classification));
  const shared = {
    spread: named.some((claim) => isSpread(claim, classification)),
    aboutCancer: named.some((claim) => kindOf(claim.meaning, classification).tumour),
  };
  return contradicted
    ? { ...shared, ...contradiction(named, classification) }
    : { ...shared, ...conclusion(winner, named, classification) };
}

/** A term of the thesaurus that names a type but no single entity: the entities that fit. */
function nameEntities(claim: Claim, classification: Classification): Claim {
  const { meaning } = claim;
  const code = meaning.morphology === null ? null : morphologyCode(meaning.morphology);
  if (!code) return claim;
  const { entities } = meaningOfMorphology(code, claim.sites, classification);
  return { ...claim, meaning: { ...meaning, entities } };
}

/** Those that take part, most specific first. What is silent beside others only speaks when it is alone. */
function contestOf(claims: readonly Claim[], classification: Classification): readonly Claim[] {
  const rank = (claim: Claim): number => {
    const { beside } = kindOf(claim.meaning, classification);
    return beside === 'silent' ? 1 : beside === 'spread' ? 0 : 2;
  };
  const highest = Math.max(...claims.map(rank));
  return claims.filter((claim) => rank(claim) === highest).sort((a, b) => b.level - a.level);
}

/** The more specific of two, `best` standing at the same level or above. */
function moreSpecific(best: Claim, next: Claim, classification: Classification): Claim {
  const refines = standWithin(next.meaning.entities, best.meaning.entities, classification);
  if (best.level > next.level) return refines && isWholeSite(best, classification) ? next : best;
  if (refines && best.meaning.verdict !== 'none') return next;
  if (standWithin(best.meaning.entities, next.meaning.entities, classification)) return best;
  if (isDecided(best) !== isDecided(next)) return isDecided(next) ? next : best;
  return bothName(best, next, classification);
}

/** Two rare entities side by side: the one that goes before on the list, else both are left open. */
function bothName(best: Claim, next: Claim, classification: Classification): Claim {
  if (best.meaning.verdict !== 'rare' || next.meaning.verdict !== 'rare') return best;
  const difference = precedenceOf(next, classification) - precedenceOf(best, classification);
  if (difference !== 0) return difference > 0 ? next : best;
  const entities = unique([...best.meaning.entities, ...next.meaning.entities]);
  if (entities.length === best.meaning.entities.length) return best;
  const meaning: Meaning = { ...best.meaning, entities, reason: 'every-candidate-rare' };
  return { ...best, meaning };
}

function precedenceOf({ meaning }: Claim, classification: Classification): number {
  return Math.max(...entitiesOf(meaning.entities, classification).map((entity) => entity.precedence));
}

function isDecided({ meaning }: Claim): boolean {
  return meaning.verdict === 'rare' || meaning.verdict === 'common';
}

function isSpread(claim: Claim, classification: Classification): boolean {
  return kindOf(claim.meaning, classification).beside === 'spread';
}

type Outcome = Pick<Judgement, 'verdict' | 'entities' | 'reasons' | 'by'>;

function conclusion(winner: Claim, claims: readonly Claim[], classification: Classification): Outcome {
  const rest = claims.filter((claim) => claim.coding !== winner.coding);
  return {
    verdict: winner.meaning.verdict,
    entities: openEntities(winner, rest, classification),
    reasons: [reasonOf(winner), ...rest.map((claim) => besideReason(claim, classification))],
    by: winner,
  };
}

function openEntities(winner: Claim, rest: readonly Claim[], classification: Classification): readonly EntityId[] {
  const { verdict, entities } = winner.meaning;
  if (verdict !== 'undecided') return entities;
  const open = entities.length > 0 ? entities : rest.flatMap((claim) => tumourEntities(claim));
  return detailsOf(open, classification);
}

function contradiction(claims: readonly Claim[], classification: Classification): Outcome {
  return {
    verdict: 'undecided',
    entities: detailsOf(claims.flatMap(tumourEntities), classification),
    reasons: [{ key: 'conflict' }, ...claims.map(reasonOf)],
    by: null,
  };
}

function tumourEntities({ meaning }: Claim): readonly EntityId[] {
  return meaning.verdict === 'none' ? [] : meaning.entities;
}

function reasonOf({ meaning, coding }: Claim): Reason {
  return { key: meaning.reason, coding };
}

function besideReason(claim: Claim, classification: Classification): Reason {
  return isSpread(claim, classification) ? { key: 'spread-too', coding: claim.coding } : reasonOf(claim);
}
