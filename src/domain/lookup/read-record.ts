import type { Classification } from '../classification.ts';
import { isNullFlavor, type Coding } from '../coding.ts';
import { LEVEL, type RecordedCodes, type RecordReading } from './claim.ts';
import { readCoding, type CodeReading } from './read-coding.ts';

/**
 * Reads every code of a record.
 *
 * Shape:  its own codes may say anything; those beside only give a site or a morphology, so that a symptom recorded as evidence
 *         is never taken for the diagnosis.
 */
export function readRecord({ own, beside, category }: RecordedCodes, classification: Classification): RecordReading {
  const [ownRead, besideRead] = [readAll(own, classification), readAll(beside, classification)];
  const all = [...ownRead, ...besideRead];
  return {
    claims: ownRead.flatMap(({ reading }) => (reading.kind === 'claim' ? [reading.claim] : [])),
    morphologies: all.flatMap(({ coding, reading }) =>
      reading.kind === 'morphology' ? [{ ...reading.morphology, coding }] : [],
    ),
    sites: [
      ...all.flatMap(({ reading }) => (reading.kind === 'site' ? [reading.site] : [])),
      ...besideRead.flatMap(({ reading }) =>
        reading.kind === 'claim' && reading.claim.level === LEVEL.icd10 ? reading.claim.sites : [],
      ),
    ],
    unknown: ownRead.flatMap(({ coding, reading }) => (reading.kind === 'unknown' ? [coding] : [])),
    hasCode: own.some((coding) => coding.code !== undefined && !isNullFlavor(coding)),
    category,
  };
}

interface Read {
  readonly coding: Coding;
  readonly reading: CodeReading;
}

function readAll(codings: readonly Coding[], classification: Classification): readonly Read[] {
  return codings.map((coding) => ({ coding, reading: readCoding(coding, classification) }));
}
