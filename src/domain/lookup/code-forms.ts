import type { SiteRange } from '../classification.ts';

/*
 * How the codes of each system are written. Only spelling: what a code means stands in the knowledge files.
 */

/** A morphology number with its fifth digit; null when the record leaves the digit out. */
export interface MorphologyCode {
  readonly number: number;
  readonly behaviour: string | null;
}

const FOOTNOTE_MARKS = /[†‡*+!]/g;
const ICD_10 = /^([A-Z])\s?(\d[\dAB])(?:\.?(?:([\dA-Z])[\dA-Z]{0,3}|-))?$/;
const MORPHOLOGY = /^M?-?(\d{4})(?:\/?(\d)\d?)?$/;
const MORPHOLOGY_WITH_SLASH = /^M?-?(\d{4})\/(\d)\d?$/;
const TOPOGRAPHY = /^C(\d{2})\.?(\d)?$/;
const SNOMED_CT = /^(\d{6,18})(?:\s*\|[^|]*\|)?$/;
const ORPHA = /^(?:ORPHA(?:NET)?[:_\s]?)?0*(\d{1,7})$/;
const DHD = /^\d{1,10}$/;
const ICPC = /^([A-Z]\d{2})(?:\.\d{1,2})?$/;

/** A uri as it is compared: lower case, http for https, no version behind a bar, no slash at the end. */
export function systemKey(uri: string): string {
  const [bare = ''] = uri.trim().toLowerCase().split('|');
  return bare.replace(/^https:/, 'http:').replace(/\/+$/, '');
}

/** `C18.9` or `C18`, whatever the dot, case, spaces, dagger or national extension; null for a range or anything else. */
export function icd10Code(code: string): string | null {
  const plain = code
    .replace(FOOTNOTE_MARKS, '')
    .trim()
    .toUpperCase()
    .replace(/\s*\.\s*/, '.');
  const [, letter, digits, fourth] = ICD_10.exec(plain) ?? [];
  if (letter === undefined || digits === undefined) return null;
  return fourth === undefined ? letter + digits : `${letter}${digits}.${fourth}`;
}

/** `8070/3`, `M8070/3`, `M-8070/3`, `80703`, `8070`; a sixth digit is the grade and is cut off. */
export function morphologyCode(code: string): MorphologyCode | null {
  return morphologyParts(MORPHOLOGY.exec(code.trim().toUpperCase()));
}

/** The same, but only where the slash leaves no doubt: M8890 under ICD-10 may be M88.90. */
export function morphologyUnderIcd10(code: string): MorphologyCode | null {
  return morphologyParts(MORPHOLOGY_WITH_SLASH.exec(code.trim().toUpperCase()));
}

function morphologyParts(match: RegExpExecArray | null): MorphologyCode | null {
  const [, number, behaviour] = match ?? [];
  return number === undefined ? null : { number: Number(number), behaviour: behaviour ?? null };
}

/** `C50.1`, `C501` or `C50` as a range of site numbers. */
export function topographyCode(code: string): SiteRange | null {
  const [, category, sub] = TOPOGRAPHY.exec(code.trim().toUpperCase()) ?? [];
  if (category === undefined) return null;
  const first = Number(category) * 10;
  return sub === undefined ? { from: first, to: first + 9 } : { from: first + Number(sub), to: first + Number(sub) };
}

/** A SNOMED CT identifier with a right check digit; a term behind it in bars is cut off. */
export function snomedId(code: string): string | null {
  const [, id] = SNOMED_CT.exec(code.trim()) ?? [];
  return id !== undefined && hasCheckDigit(id) ? id : null;
}

export function orphaCode(code: string): string | null {
  return ORPHA.exec(code.trim().toUpperCase())?.[1] ?? null;
}

/** A DHD Diagnosethesaurus number, with or without its leading zeros. */
export function dhdNumber(code: string): number | null {
  const plain = code.trim();
  return DHD.test(plain) ? Number(plain) : null;
}

export function icpcCode(code: string): string | null {
  return ICPC.exec(code.trim().toUpperCase())?.[1] ?? null;
}

/*
 * Verhoeff's scheme (SNOMED CT Technical Implementation Guide, check-digit computation): the multiplication table of the
 * dihedral group D5 and its permutation, one row per place, read as digits.
 */
const PRODUCT = ['0123456789', '1234067895', '2340178956', '3401289567', '4012395678'].concat([
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
]);
const PERMUTED = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
];

function hasCheckDigit(id: string): boolean {
  const sum = Array.from(id)
    .reverse()
    .reduce((before, digit, place) => digitAt(PRODUCT, before, digitAt(PERMUTED, place % 8, Number(digit))), 0);
  return sum === 0;
}

function digitAt(table: readonly string[], row: number, column: number): number {
  return Number(table[row]?.[column]);
}
