import type { CodeSources } from '../../knowledge/compile/compile-sources.ts';
import type { Classification, SystemFamily } from '../../src/domain/classification.ts';
import type { Coding } from '../../src/domain/coding.ts';
import {
  dhdNumber,
  icd10Code,
  icpcCode,
  morphologyCode,
  morphologyUnderIcd10,
  orphaCode,
  snomedId,
} from '../../src/domain/lookup/code-forms.ts';
import { familyOf } from '../../src/domain/lookup/read-coding.ts';

type ByCode = (code: string) => readonly string[];

/**
 * Says where what the list knows of a code comes from, as keys of SOURCES.md.
 *
 * Shape:  empty where the list names no source of its own: a range of ICD-10, a code it does not know, and an ICD-O-3 number, which
 *         is a criterion of its entity.
 */
export function sourcesByCode(
  sources: CodeSources,
  classification: Classification,
): (coding: Coding) => readonly string[] {
  const byFamily: Readonly<Record<SystemFamily, ByCode>> = {
    'icd-10': (code) => icd10Sources(code, sources),
    'icd-o-3': (code) => find(sources.morphology, morphologyCode(code)?.number),
    'snomed-ct': (code) => find(sources.snomed, snomedId(code)),
    orphanet: (code) => find(sources.orpha, orphaCode(code)),
    'icpc-1-nl': (code) => find(sources.icpc, icpcCode(code)),
    dhd: (code) => find(sources.dhd, dhdNumber(code)),
  };
  return ({ system, code }) => {
    const family = system === undefined || code === undefined ? null : familyOf(classification, system);
    return family === null || code === undefined ? [] : byFamily[family](code);
  };
}

/** By four characters, then three, as the lookup reads it. */
function icd10Sources(code: string, { icd10, morphology }: CodeSources): readonly string[] {
  const type = morphologyUnderIcd10(code);
  if (type) return find(morphology, type.number);
  const normal = icd10Code(code);
  return normal === null ? [] : (icd10.get(normal) ?? find(icd10, normal.slice(0, 3)));
}

function find(
  list: ReadonlyMap<string, readonly string[]>,
  code: string | number | null | undefined,
): readonly string[] {
  return list.get(String(code)) ?? [];
}
