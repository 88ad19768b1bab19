import { NOTHING_RECALLED } from '../../src/domain/recall.ts';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/domain/finding.ts';
import { candidatesOf, inReadingOrder, soleFinding } from '../../src/workflow/diagnosis-offer.ts';
import { outlookOf } from '../../src/workflow/outlook.ts';
import { aDiagnosis, aFinding, aLookup, ENTITIES, entityId, GIST, LMS, MELANOMA, open } from './a-workflow.ts';

const textOnly = open({ verdict: 'undecided', evidence: aDiagnosis('t', { code: { coding: [], text: 'Plekje' } }) });
const common = aFinding({ verdict: 'common', entity: MELANOMA.id });
const past = open({ verdict: 'none', reasons: [{ key: 'resolved' }] });
const conflict = open({ verdict: 'undecided', candidates: [LMS.id, GIST.id], reasons: [{ key: 'conflict' }] });

describe('D5 exactly one certain finding', () => {
  it.each<[string, readonly Finding[], string | null]>([
    ['one certain finding', [aFinding()], LMS.id],
    ['the same entity twice', [aFinding(), aFinding({ evidence: aDiagnosis('2') })], LMS.id],
    [
      'beside a code that leaves it open and has it among its candidates',
      [aFinding(), open({ candidates: [LMS.id] })],
      LMS.id,
    ],
    ['beside free text, a common cancer and one that is past', [aFinding(), textOnly, common, past], LMS.id],
    ['F38 two rare cancers', [aFinding(), aFinding({ entity: GIST.id })], null],
    ['beside a rare code that cannot be it', [aFinding(), open({ candidates: [GIST.id] })], null],
    [
      'beside another rare cancer that is not confirmed yet',
      [aFinding(), aFinding({ entity: GIST.id, verdict: 'undecided' })],
      null,
    ],
    ['F37 beside codes that contradict each other', [aFinding(), conflict], null],
    ['a code that leaves several open', [open({ candidates: [LMS.id, GIST.id] })], null],
    ['nothing', [], null],
  ])('with %s', (_, findings, entity) => {
    expect(soleFinding(aLookup(findings), ENTITIES)?.entity.id ?? null).toBe(entity);
  });

  it('is not there when a diagnosis may have been hidden', () => {
    expect(soleFinding(aLookup([aFinding()], { incomplete: true }), ENTITIES)).toBeNull();
  });
});

describe('candidatesOf', () => {
  it('offers what the chart names or leaves open, each once, never what counts for nothing or is common', () => {
    const lookup = aLookup([past, common, open({ verdict: 'undecided', candidates: [GIST.id, LMS.id] }), aFinding()]);
    expect(candidatesOf(lookup, ENTITIES).map(({ entity, findings }) => [entity.id, findings.length])).toEqual([
      [LMS.id, 2],
      [GIST.id, 1],
    ]);
  });

  it('leaves out an id that the list does not hold', () => {
    expect(candidatesOf(aLookup([aFinding({ entity: entityId('gone') })]), ENTITIES)).toEqual([]);
  });
});

describe('inReadingOrder', () => {
  it('goes rare, undecided, common, none, then the latest first', () => {
    const older = aFinding({ evidence: aDiagnosis('old', { recordedDate: '2020-01-01' }) });
    const { recordedDate: _, ...undatedEvidence } = aDiagnosis('undated');
    const undated = aFinding({ evidence: undatedEvidence });
    const newer = aFinding();
    expect(inReadingOrder([past, common, undated, textOnly, older, newer])).toEqual([
      newer,
      older,
      undated,
      textOnly,
      common,
      past,
    ]);
  });
});

describe('F29 not recorded, not read and not decided are three things', () => {
  it.each<[readonly Finding[], boolean, string]>([
    [[aFinding()], false, 'sole'],
    [[aFinding()], true, 'rare'],
    [[aFinding(), aFinding({ entity: GIST.id })], false, 'rare'],
    [[conflict, aFinding()], false, 'conflict'],
    [[], true, 'not-read'],
    [[common], true, 'incomplete'],
    [[textOnly, common], false, 'undecided'],
    [[common, past], false, 'common'],
    [[past], false, 'none'],
    [[], false, 'empty'],
  ])('case %#', (findings, incomplete, kind) => {
    expect(outlookOf(aLookup(findings, { incomplete }), ENTITIES, NOTHING_RECALLED).kind).toBe(kind);
  });
});
