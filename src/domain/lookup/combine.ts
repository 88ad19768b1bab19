import type { Classification, Meaning } from '../classification.ts';
import type { EntityId } from '../entity.ts';
import type { Reason } from '../finding.ts';
import { agree, isWholeSite, lieElsewhere } from './agreement.ts';
import type { Claim, Judgement, RecordReading } from './claim.ts';
import { detailsOf, entitiesOf, standWithin, unique } from './family.ts';
import { meaningOfType, rareEntitiesOf } from './pathology.ts';

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
  const contest = contestOf(named);
  const [first, ...others] = contest;
  if (!first) return null;
  const winner = others.reduce((best, next) => moreSpecific(best, next, classification), first);
  const specific = contest.filter(({ level }) => level === first.level);
  const contradicted =
    specific.some((claim) => named.some((other) => !agree(claim, other, classification))) ||
    (isDecided(winner) && specific.some((claim) => lieElsewhere(reading.sites, claim, classification)));
  const shared = {
    spread: named.some(isSpread),
    aboutCancer: named.some(({ meaning }) => meaning.kind.tumour),
  };
  return contradicted
    ? { ...shared, ...contradiction(named, classification) }
    : { ...shared, ...conclusion(winner, named, classification) };
}

/** A term of the thesaurus that names a type but no single entity: what fits, and of a term that is rare only what is rare. */
function nameEntities(claim: Claim, classification: Classification): Claim {
  const { meaning, sites } = claim;
  if (meaning.type === null) return claim;
  const fitting = meaningOfType(meaning.type, sites, classification);
  const entities =
    meaning.verdict === 'rare' && fitting.verdict !== 'rare'
      ? rareEntitiesOf(meaning.type, sites, classification)
      : fitting.entities;
  return { ...claim, meaning: { ...meaning, entities } };
}

/** Those that take part, most specific first. What is silent beside others only speaks when it is alone. */
function contestOf(claims: readonly Claim[]): readonly Claim[] {
  const highest = Math.max(...claims.map(rankOf));
  return claims.filter((claim) => rankOf(claim) === highest).sort(bySpecificity);
}

function rankOf({ meaning: { kind } }: Claim): number {
  return RANKS[kind.beside];
}

const RANKS = { judged: 2, contradicts: 2, silent: 1, spread: 0 } as const;

/** Equals stand in an order of their own, so that the order in the chart changes nothing; what names no entity goes first. */
function bySpecificity(a: Claim, b: Claim): number {
  const byName = a.meaning.entities.length - b.meaning.entities.length;
  return b.level - a.level || byName || compare(nameOf(a), nameOf(b));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function nameOf({ coding }: Claim): string {
  return JSON.stringify([coding.system, coding.code]);
}

/** The more specific of two, `best` standing at the same level or above. */
function moreSpecific(best: Claim, next: Claim, classification: Classification): Claim {
  const refines = standWithin(next.meaning.entities, best.meaning.entities, classification);
  if (best.level > next.level) return refines && isWholeSite(best, classification) ? next : best;
  if (!agree(best, next, classification)) return best;
  if (refines && best.meaning.verdict !== 'none') return next;
  if (standWithin(best.meaning.entities, next.meaning.entities, classification)) return best;
  const difference = weight(next) - weight(best);
  if (difference !== 0) return difference > 0 ? next : best;
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

const WEIGHTS = { rare: 2, common: 2, undecided: 1, none: 0 } as const;

/** Of equal evidence that agrees, what is decided goes before what is open, and that before what is no cancer. */
function weight({ meaning }: Claim): number {
  return WEIGHTS[meaning.verdict];
}

function isDecided({ meaning }: Claim): boolean {
  return meaning.verdict === 'rare' || meaning.verdict === 'common';
}

function isSpread({ meaning }: Claim): boolean {
  return meaning.kind.beside === 'spread';
}

type Outcome = Pick<Judgement, 'verdict' | 'entities' | 'reasons' | 'by'>;

function conclusion(winner: Claim, claims: readonly Claim[], classification: Classification): Outcome {
  const rest = claims.filter((claim) => claim.coding !== winner.coding);
  return {
    verdict: winner.meaning.verdict,
    entities: openEntities(winner, rest, classification),
    reasons: [reasonOf(winner), ...rest.map(besideReason)],
    by: winner,
  };
}

function openEntities(winner: Claim, rest: readonly Claim[], classification: Classification): readonly EntityId[] {
  const { verdict, entities } = winner.meaning;
  if (verdict !== 'undecided') return entities;
  const open = entities.length > 0 ? entities : rest.flatMap(tumourEntities);
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

const BESIDE_KEYS = { spread: 'spread-too', judged: 'fits-too', contradicts: 'fits-too', silent: null } as const;

/** What a code says beside the one that decided: its own sentence would seem to speak against that. */
function besideReason({ meaning, coding }: Claim): Reason {
  return { key: BESIDE_KEYS[meaning.kind.beside] ?? meaning.reason, coding };
}
