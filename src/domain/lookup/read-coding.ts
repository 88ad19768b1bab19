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
import { remember } from './remember.ts';

/** What a single code turned out to be. */
export type CodeReading =
  | { readonly kind: 'claim'; readonly claim: Claim }
  | { readonly kind: 'morphology'; readonly morphology: MorphologyCode }
  | { readonly kind: 'site'; readonly site: SiteRange }
  /** A code of a known system that no list knows as cancer. */
  | { readonly kind: 'unknown' }
  /** No system, an unknown one, no code, or not a code of that system. */
  | { readonly kind: 'unreadable' };

const UNKNOWN = { kind: 'unknown' } as const;
const UNREADABLE = { kind: 'unreadable' } as const;

/** Reads one coding by its system and code alone; the display never counts. */
export function readCoding(coding: Coding, classification: Classification): CodeReading {
  if (coding.system === undefined || coding.code === undefined) return UNREADABLE;
  const family = familyOf(classification, coding.system);
  if (family === null) return UNREADABLE;
  const reading = readOnce[family](classification, coding.code);
  return reading.kind === 'claim' ? { kind: 'claim', claim: { ...reading.claim, coding } } : reading;
}

/** Enough for all codes and spellings that one hospital uses. */
const REMEMBERED = 20_000;

/** Which system a uri means, however it is spelt; null when none that is read. */
export const familyOf = remember(REMEMBERED, ({ systems }: Classification, uri: string): SystemFamily | null => {
  const key = systemKey(uri);
  const edition = systems.editionsFollow.find((canonical) => key.startsWith(`${canonical}/`));
  const ending = systems.endings.find((one) => endsLike(key, one.ending));
  return systems.spellings.get(edition ?? key) ?? ending?.family ?? null;
});

function endsLike(key: string, ending: string): boolean {
  const tail = Array.from(key.slice(-ending.length));
  return tail.length === ending.length && tail.every((letter, at) => ending[at] === '?' || ending[at] === letter);
}

/** What a code says, whoever recorded it. */
type ReadCode =
  Exclude<CodeReading, { readonly kind: 'claim' }> | { readonly kind: 'claim'; readonly claim: Omit<Claim, 'coding'> };
type Reader = (classification: Classification, code: string) => ReadCode;

const readOnce: Readonly<Record<SystemFamily, Reader>> = {
  'icd-10': remember(REMEMBERED, readIcd10),
  'icd-o-3': remember(REMEMBERED, (_, code: string) => readIcdO3(code)),
  'snomed-ct': remember(REMEMBERED, readSnomed),
  orphanet: remember(REMEMBERED, ({ orpha }, code) => readListed(orphaCode(code), orpha, LEVEL.concept)),
  'icpc-1-nl': remember(REMEMBERED, ({ icpc }, code) => readListed(icpcCode(code), icpc, LEVEL.broad)),
  dhd: remember(REMEMBERED, readDhd),
};

function readListed(key: string | null, list: ReadonlyMap<string, Meaning>, level: Level): ReadCode {
  if (key === null) return UNREADABLE;
  const meaning = list.get(key);
  return meaning ? claimOf(level, meaning) : UNKNOWN;
}

function claimOf(level: Level, meaning: Meaning, sites = meaning.sites): ReadCode {
  return { kind: 'claim', claim: { level, meaning, sites } };
}

function readIcd10({ icd10 }: Classification, code: string): ReadCode {
  const morphology = morphologyUnderIcd10(code);
  if (morphology) return { kind: 'morphology', morphology };
  const normal = icd10Code(code);
  if (normal === null) return UNREADABLE;
  const meaning = icd10.codes.get(normal) ?? icd10.codes.get(normal.slice(0, 3)) ?? rangeMeaning(normal, icd10);
  return meaning ? claimOf(LEVEL.icd10, meaning, siteOfIcd10(normal, icd10)) : UNKNOWN;
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

function readIcdO3(code: string): ReadCode {
  const site = topographyCode(code);
  if (site) return { kind: 'site', site };
  const morphology = morphologyCode(code);
  return morphology ? { kind: 'morphology', morphology } : UNREADABLE;
}

function readSnomed({ icdO3, snomed }: Classification, code: string): ReadCode {
  const id = snomedId(code);
  const morphology = id === null ? undefined : icdO3.concepts.get(id);
  if (morphology === undefined) return readListed(id, snomed, LEVEL.concept);
  return 'verdict' in morphology ? claimOf(LEVEL.concept, morphology) : { kind: 'morphology', morphology };
}

function readDhd({ dhd }: Classification, code: string): ReadCode {
  const number = dhdNumber(code);
  if (number === null || number > dhd.highest) return UNREADABLE;
  const meaning = dhd.numbers.get(number);
  return meaning ? claimOf(LEVEL.concept, meaning) : UNKNOWN;
}
