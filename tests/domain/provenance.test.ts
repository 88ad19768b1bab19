import { expect, it } from 'vitest';
import type { EntityId } from '../../src/domain/entity.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { provenanceOf, referenceTo } from '../../src/domain/provenance.ts';
import { aDiagnosis } from '../workflow/a-workflow.ts';

const RECORD = aDiagnosis('c-1', { versionId: '3' });
const ICD10 = 'http://hl7.org/fhir/sid/icd-10';

it('names the record with its version, the rules in order, and the code of each', () => {
  const finding: Finding = {
    evidence: RECORD,
    verdict: 'rare',
    entity: 'leiomyosarcoma' as EntityId,
    candidates: [],
    reasons: [
      { key: 'code-on-list', coding: { system: ICD10, code: 'C49.9', display: 'zoals het er staat' } },
      { key: 'unknown-code', coding: { code: 'X1' } },
      { key: 'decides-morphology' },
    ],
    spread: false,
    aboutCancer: true,
  };
  expect(provenanceOf(finding)).toEqual({
    record: { id: 'Condition/c-1', versionId: '3' },
    rules: ['code-on-list', 'unknown-code', 'decides-morphology'],
    codings: [`${ICD10}|C49.9`, '|X1', null],
  });
});

it('names the reason of an encounter by its own id, and no version where the server gives none', () => {
  const { versionId, ...unversioned } = RECORD;
  expect(versionId).toBe('3');
  expect(referenceTo({ ...unversioned, id: 'Encounter/e-1#reason', origin: 'encounter-reason' })).toEqual({
    id: 'Encounter/e-1#reason',
  });
  expect(referenceTo(unversioned)).toEqual({ id: 'Condition/c-1' });
});
