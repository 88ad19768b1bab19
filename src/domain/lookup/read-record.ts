import type { Classification } from '../classification.ts';
import { isNullFlavor, type CodeableConcept, type Coding } from '../coding.ts';
import type { RecordedDiagnosis } from '../evidence.ts';
import { LEVEL, type RecordReading } from './claim.ts';
import { readCoding, type CodeReading } from './read-coding.ts';

/**
 * Reads every code of a record.
 *
 * Shape:  `code` may say anything; `bodySite` and what stands alongside only give a site or a morphology, so that a symptom
 *         recorded as evidence is never taken for the diagnosis.
 */
export function readRecord(record: RecordedDiagnosis, classification: Classification): RecordReading {
  const own = readAll([record.code], classification);
  const beside = readAll([...record.bodySite, ...record.alongside], classification);
  const all = [...own, ...beside];
  return {
    record,
    claims: own.flatMap(({ reading }) => (reading.kind === 'claim' ? [reading.claim] : [])),
    morphologies: all.flatMap(({ coding, reading }) =>
      reading.kind === 'morphology' ? [{ ...reading.morphology, coding }] : [],
    ),
    sites: [
      ...all.flatMap(({ reading }) => (reading.kind === 'site' ? [reading.site] : [])),
      ...beside.flatMap(({ reading }) =>
        reading.kind === 'claim' && reading.claim.level === LEVEL.icd10 ? reading.claim.sites : [],
      ),
    ],
    unknown: own.flatMap(({ coding, reading }) => (reading.kind === 'unknown' ? [coding] : [])),
    hasCode: own.some(({ coding }) => coding.code !== undefined && !isNullFlavor(coding)),
    texts: textsOf(record),
  };
}

interface Read {
  readonly coding: Coding;
  readonly reading: CodeReading;
}

function readAll(concepts: readonly CodeableConcept[], classification: Classification): readonly Read[] {
  return concepts
    .flatMap((concept) => concept.coding)
    .map((coding) => ({ coding, reading: readCoding(coding, classification) }));
}

function textsOf({ code, alongside, note }: RecordedDiagnosis): readonly string[] {
  const ofConcepts = [code, ...alongside].flatMap((concept) => [
    concept.text,
    ...concept.coding.map((coding) => coding.display),
  ]);
  return [...ofConcepts, ...note].filter((text): text is string => text !== undefined && text.trim() !== '');
}
