import type { Classification, Icd10Rules, Meaning, SiteRange, SystemFamily } from '../classification.ts';
import type { Coding } from '../coding.ts';
import { LEVEL, type Claim, type Level } from './claim.ts';
import {
  dhdNumber,
  icd10Code,
  icpcCode,
  morphologyCode,
  morphologyUnderIcd10,
  orphaCode,
  snomedId,
  systemKey,
  topographyCode,
  type MorphologyCode,
} from './code-forms.ts';
import { holds } from './ranges.ts';

/** What a single code turned out to be. */
export type CodeReading =
  | { readonly kind: 'claim'; readonly claim: Claim }
  | { readonly kind: 'morphology'; readonly morphology: MorphologyCode }
  | { readonly kind: 'site'; readonly site: SiteRange }
  /** A code of a known system that no list knows as cancer. */
  | { readonly kind: 'unknown' }
  /** No system, an unknown one, no code, or not a code of that system. */
  | { readonly kind: 'unreadable' };

const UNKNOWN: CodeReading = { kind: 'unknown' };
const UNREADABLE: CodeReading = { kind: 'unreadable' };

/** Reads one coding by its system and code alone; the display never counts. */
export function readCoding(coding: Coding, classification: Classification): CodeReading {
  if (coding.system === undefined || coding.code === undefined) return UNREADABLE;
  const family = familyOf(coding.system, classification);
  if (family === null) return UNREADABLE;
  return READERS[family](coding, coding.code, classification);
}

function familyOf(uri: string, { systems }: Classification): SystemFamily | null {
  const key = systemKey(uri);
  const edition = systems.editionsFollow.find((canonical) => key.startsWith(`${canonical}/`));
  const ending = systems.endings.find((one) => endsLike(key, one.ending));
  return systems.spellings.get(edition ?? key) ?? ending?.family ?? null;
}

function endsLike(key: string, ending: string): boolean {
  const tail = Array.from(key.slice(-ending.length));
  return tail.length === ending.length && tail.every((letter, at) => ending[at] === '?' || ending[at] === letter);
}

type Reader = (coding: Coding, code: string, classification: Classification) => CodeReading;

const READERS: Readonly<Record<SystemFamily, Reader>> = {
  'icd-10': readIcd10,
  'icd-o-3': readIcdO3,
  'snomed-ct': readSnomed,
  orphanet: (coding, code, { orpha }) => readListed(coding, orphaCode(code), orpha, LEVEL.concept),
  'icpc-1-nl': (coding, code, { icpc }) => readListed(coding, icpcCode(code), icpc, LEVEL.broad),
  dhd: readDhd,
};

function readListed(coding: Coding, key: string | null, list: ReadonlyMap<string, Meaning>, level: Level): CodeReading {
  if (key === null) return UNREADABLE;
  const meaning = list.get(key);
  return meaning ? claimOf(coding, level, meaning) : UNKNOWN;
}

function claimOf(coding: Coding, level: Level, meaning: Meaning, sites = meaning.sites): CodeReading {
  return { kind: 'claim', claim: { coding, level, meaning, sites } };
}

function readIcd10(coding: Coding, code: string, { icd10 }: Classification): CodeReading {
  const morphology = morphologyUnderIcd10(code);
  if (morphology) return { kind: 'morphology', morphology };
  const normal = icd10Code(code);
  if (normal === null) return UNREADABLE;
  const meaning = icd10.codes.get(normal) ?? icd10.codes.get(normal.slice(0, 3)) ?? rangeMeaning(normal, icd10);
  return meaning ? claimOf(coding, LEVEL.icd10, meaning, siteOfIcd10(normal, icd10)) : UNKNOWN;
}

function rangeMeaning(code: string, { ranges }: Icd10Rules): Meaning | undefined {
  const within = (from: string, to: string): boolean =>
    code.slice(0, from.length) >= from && code.slice(0, to.length) <= to;
  return ranges.find((range) => within(range.from, range.to))?.meaning;
}

/** The ICD-O-3 site behind an ICD-10 code; empty for a code that names no site. */
function siteOfIcd10(code: string, { sites }: Icd10Rules): readonly SiteRange[] {
  const own = topographyCode(code);
  const rule = own && sites.find((one) => holds(one.codes, own.from));
  return rule ? (rule.moved ?? [own]) : [];
}

function readIcdO3(_coding: Coding, code: string): CodeReading {
  const site = topographyCode(code);
  if (site) return { kind: 'site', site };
  const morphology = morphologyCode(code);
  return morphology ? { kind: 'morphology', morphology } : UNREADABLE;
}

function readSnomed(coding: Coding, code: string, { icdO3, snomed }: Classification): CodeReading {
  const id = snomedId(code);
  const morphology = id === null ? undefined : icdO3.concepts.get(id);
  if (morphology === undefined) return readListed(coding, id, snomed, LEVEL.concept);
  return 'verdict' in morphology ? claimOf(coding, LEVEL.concept, morphology) : { kind: 'morphology', morphology };
}

function readDhd(coding: Coding, code: string, { dhd }: Classification): CodeReading {
  const number = dhdNumber(code);
  if (number === null || number > dhd.highest) return UNREADABLE;
  const meaning = dhd.numbers.get(number);
  return meaning ? claimOf(coding, LEVEL.concept, meaning) : UNKNOWN;
}
