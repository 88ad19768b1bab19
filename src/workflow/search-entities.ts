import type { Coding } from '../domain/coding.ts';
import type { Entity, EntityId } from '../domain/entity.ts';
import type { RecordedDiagnosis } from '../domain/evidence.ts';
import type { Core } from './core.ts';

/** An entity is found by its names, its synonyms, or a code that means it; only what may be confirmed. */
export interface EntitySearch {
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly lookUp: Core['lookUp'];
}

/** How a typed word fits: the start of a word, inside one, or with a slip of the keyboard. Lower is better. */
const STARTS = 0;
const INSIDE = 1;
const SLIP = 2;
const SYNONYM = 10;

/** Words of so many letters may hold one slip, and of so many two. */
const ONE_SLIP_FROM = 4;
const TWO_SLIPS_FROM = 8;

/**
 * Searches the list as a clinician types.
 *
 * Shape:  all that may be confirmed when nothing is typed, by name; else the best fit first, then by name. Case and accents
 *         do not matter; a word with a slip finds only where nothing is spelled like it.
 */
export function searchEntities({ entities, lookUp }: EntitySearch, query: string): readonly Entity[] {
  const open = [...entities.values()].filter(({ rare }) => rare !== false);
  const words = wordsOf(query);
  if (words.length === 0) return open.sort(byName);
  const meant = entitiesOfCode(query, lookUp);
  if (meant.size > 0) return open.filter(({ id }) => meant.has(id)).sort(byName);
  const spelled = fitting(open, words, fitOf);
  return spelled.length > 0 ? spelled : fitting(open, words, fitWithSlip());
}

/** Those that every word fits, the best first. */
function fitting(open: readonly Entity[], words: readonly string[], fit: Fit): readonly Entity[] {
  return open
    .flatMap((entity) => {
      const index = indexOf(entity);
      const score = scoreOf(index, words, fit);
      // Whose name begins with what was typed stands before those that only hold it.
      const begins = index.names[0]?.startsWith(words[0] ?? '') === true ? 0 : 1;
      return score === null ? [] : [{ entity, score, begins }];
    })
    .sort((one, other) => one.score - other.score || one.begins - other.begins || byName(one.entity, other.entity))
    .map(({ entity }) => entity);
}

function byName(one: Entity, other: Entity): number {
  return one.nameNl.localeCompare(other.nameNl, 'nl');
}

/** What a code can be typed as; ICD-10 with at least one digit, so that no word is taken for one. */
const LOOKS_LIKE_A_CODE = /^(?:[a-z]{0,9}[:\s-]?)?\d[\d./]*(?:[a-z]?\d*)$|^[a-z]\d[\dab](?:\.?[\da-z]{0,4})$/i;
const SYSTEMS = [
  'http://hl7.org/fhir/sid/icd-10',
  'http://terminology.hl7.org/CodeSystem/icd-o-3',
  'http://snomed.info/sct',
  'http://www.orpha.net',
  'urn:oid:2.16.840.1.113883.2.4.3.120.5.1',
] as const;

/** The entities that a typed code means in any of the systems, by the very rules that read a chart. */
function entitiesOfCode(query: string, lookUp: Core['lookUp']): ReadonlySet<EntityId> {
  const code = query.trim();
  if (!LOOKS_LIKE_A_CODE.test(code)) return new Set();
  const items = SYSTEMS.map((system) => recorded({ system, code }));
  const { findings } = lookUp({ sex: null, items, gaps: [] });
  return new Set(
    findings
      .filter(({ verdict }) => verdict === 'rare' || verdict === 'undecided')
      .flatMap(({ entity, candidates }) => (entity === null ? candidates : [entity])),
  );
}

function recorded(coding: Coding): RecordedDiagnosis {
  return {
    id: '',
    origin: 'condition',
    code: { coding: [coding] },
    bodySite: [],
    alongside: [],
    clinicalStatus: [],
    verificationStatus: [],
    category: [],
    note: [],
  };
}

interface Index {
  readonly names: readonly string[];
  readonly synonyms: readonly string[];
}

// Reckoned once for each entity: every keystroke asks all of them.
const INDEXES = new WeakMap<Entity, Index>();

function indexOf(entity: Entity): Index {
  const known = INDEXES.get(entity);
  if (known) return known;
  const index = {
    names: wordsOf(`${entity.nameNl} ${entity.nameEn}`),
    synonyms: entity.synonyms.flatMap(wordsOf),
  };
  INDEXES.set(entity, index);
  return index;
}

function wordsOf(text: string): readonly string[] {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\d]+/u).filter(Boolean);
}

/** How well a word fits some words; null when not at all. */
type Fit = (word: string, texts: readonly string[]) => number | null;

/** The worst of the typed words decides; null when one of them fits nowhere. */
function scoreOf({ names, synonyms }: Index, words: readonly string[], fit: Fit): number | null {
  let worst = 0;
  for (const word of words) {
    const named = fit(word, names);
    const other = named === null || named === SLIP ? fit(word, synonyms) : null;
    const best = other !== null && (named === null || other < named) ? SYNONYM + other : named;
    if (best === null) return null;
    worst = Math.max(worst, best);
  }
  return worst;
}

function fitOf(word: string, texts: readonly string[]): number | null {
  if (texts.some((text) => text.startsWith(word))) return STARTS;
  return texts.some((text) => text.includes(word)) ? INSIDE : null;
}

/** The same with slips; remembers for one search what it found, since many names share their words. */
function fitWithSlip(): Fit {
  const known = new Map<string, boolean>();
  const isLike = (text: string, word: string, slips: number): boolean => {
    const key = `${word} ${text}`;
    const like = known.get(key) ?? startsLike(text, word, slips);
    known.set(key, like);
    return like;
  };
  return (word, texts) => {
    const spelled = fitOf(word, texts);
    if (spelled !== null) return spelled;
    const slips = word.length >= TWO_SLIPS_FROM ? 2 : word.length >= ONE_SLIP_FROM ? 1 : 0;
    return slips > 0 && texts.some((text) => isLike(text, word, slips)) ? SLIP : null;
  };
}

/**
 * Whether a text begins with a word but for so many letters wrong, missing, too many or turned round (Damerau and Levenshtein,
 * the distance to the nearest beginning).
 */
function startsLike(text: string, word: string, slips: number): boolean {
  const beginning = text.slice(0, word.length + slips);
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: beginning.length + 1 }, (_, i) => i);
  for (let i = 1; i <= word.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= beginning.length; j += 1) {
      const same = word[i - 1] === beginning[j - 1];
      const turned = i > 1 && j > 1 && word[i - 1] === beginning[j - 2] && word[i - 2] === beginning[j - 1];
      next.push(
        Math.min(
          at(row, j) + 1,
          at(next, j - 1) + 1,
          at(row, j - 1) + (same ? 0 : 1),
          turned ? at(before, j - 2) + 1 : Infinity,
        ),
      );
    }
    if (Math.min(...next) > slips) return false;
    before = row;
    row = next;
  }
  return Math.min(...row) <= slips;
}

function at(row: readonly number[], place: number): number {
  return row[place] ?? Infinity;
}
