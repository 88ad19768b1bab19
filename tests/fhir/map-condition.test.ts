import type { Condition } from 'fhir/r4';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mapCondition } from '../../src/fhir/map-condition.ts';
import { lookUp } from '../../src/domain/lookup/look-up.ts';
import { CLASSIFICATION } from '../domain/lookup/lookup-cases.ts';
import { aCondition } from '../support/builders.ts';

const HISTOLOGY = 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-histology-morphology-behavior';
const FEW = { maxLength: 2 };
const NO_KEYS = { requiredKeys: [] };
const FURTHER = 'http://nictiz.nl/fhir/StructureDefinition/ext-Problem.FurtherSpecificationProblemName';

describe('a Condition', () => {
  test('is read as it is recorded, every coding in the order of the chart', () => {
    const condition = aCondition({
      id: 'cond-7',
      meta: { versionId: '3' },
      clinicalStatus: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
      },
      verificationStatus: { coding: [{ code: 'confirmed' }, { system: 'http://snomed.info/sct', code: '410605003' }] },
      category: [{ coding: [{ code: 'problem-list-item' }] }, { coding: [{ code: '282291009' }] }],
      code: {
        coding: [
          { system: 'http://hl7.org/fhir/sid/icd-10-nl', code: 'C49.2', userSelected: true },
          { system: 'http://snomed.info/sct', version: '20260930', code: '443719001', display: 'leiomyosarcoom' },
        ],
        text: ' leiomyosarcoom van het linkerbovenbeen ',
      },
      bodySite: [{ coding: [{ system: 'http://snomed.info/sct', code: '68367000' }] }, {}],
      recordedDate: '2026-11',
      note: [{ text: 'volgens pathologie' }, { text: '' }],
      text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml"><script>1</script></div>' },
    });
    expect(mapCondition(condition)).toEqual({
      id: 'cond-7',
      versionId: '3',
      origin: 'condition',
      code: {
        coding: [
          { system: 'http://hl7.org/fhir/sid/icd-10-nl', code: 'C49.2' },
          { system: 'http://snomed.info/sct', version: '20260930', code: '443719001', display: 'leiomyosarcoom' },
        ],
        text: ' leiomyosarcoom van het linkerbovenbeen ',
      },
      bodySite: [{ coding: [{ system: 'http://snomed.info/sct', code: '68367000' }] }],
      alongside: [],
      clinicalStatus: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
      verificationStatus: [{ code: 'confirmed' }, { system: 'http://snomed.info/sct', code: '410605003' }],
      category: [{ code: 'problem-list-item' }, { code: '282291009' }],
      recordedDate: '2026-11',
      note: ['volgens pathologie'],
    });
  });

  test('with little in it stays little: absent is absent', () => {
    const condition: Condition = { resourceType: 'Condition', id: 'cond-8', subject: { reference: 'Patient/pat-1' } };
    expect(mapCondition(condition)).toEqual({
      id: 'cond-8',
      origin: 'condition',
      code: { coding: [] },
      bodySite: [],
      alongside: [],
      clinicalStatus: [],
      verificationStatus: [],
      category: [],
      note: [],
    });
  });

  test('brings the codes beside it: mCODE histology, evidence, further specification', () => {
    const condition = aCondition({
      extension: [
        { url: HISTOLOGY, valueCodeableConcept: { coding: [{ code: '8890/3' }] } },
        { url: 'http://elders.example/other', valueCodeableConcept: { coding: [{ code: 'x' }] } },
      ],
      evidence: [{ code: [{ coding: [{ code: '8891/3' }] }, { text: 'microscopie' }] }, {}],
      code: { text: 'sarcoom', extension: [{ url: FURTHER, valueString: 'leiomyosarcoom' }] },
    });
    expect(mapCondition(condition).alongside).toEqual([
      { coding: [{ code: '8890/3' }] },
      { coding: [{ code: '8891/3' }] },
      { coding: [], text: 'microscopie' },
      { coding: [], text: 'leiomyosarcoom' },
    ]);
  });
});

describe('never throws', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('C49.2', '443719001', HISTOLOGY, FURTHER));
  const coding = fc.record({ system: text, code: text, display: text, version: text }, { requiredKeys: [] });
  const concept = fc.record({ coding: fc.array(coding), text }, { requiredKeys: [] });
  const extension = fc.record(
    { url: text, valueCodeableConcept: concept, valueString: text },
    { requiredKeys: ['url'] },
  );
  const condition: fc.Arbitrary<Condition> = fc.record(
    {
      resourceType: fc.constant('Condition' as const),
      id: text,
      meta: fc.record({ versionId: text }, { requiredKeys: [] }),
      extension: fc.array(extension),
      code: fc.tuple(concept, fc.array(extension)).map(([code, extensions]) => ({ ...code, extension: extensions })),
      bodySite: fc.array(concept),
      clinicalStatus: concept,
      verificationStatus: concept,
      category: fc.array(concept),
      evidence: fc.array(fc.record({ code: fc.array(concept) }, { requiredKeys: [] })),
      note: fc.array(fc.record({ text })),
      recordedDate: text,
      subject: fc.constant({ reference: 'Patient/pat-1' }),
    },
    { requiredKeys: ['resourceType', 'subject'] },
  );

  test('any Condition that R4 allows is read, and no coding is lost', () => {
    fc.assert(
      fc.property(condition, (resource) => {
        const mapped = mapCondition(resource);
        expect(mapped.code.coding).toHaveLength(resource.code?.coding?.length ?? 0);
        expect(mapped.clinicalStatus).toHaveLength(resource.clinicalStatus?.coding?.length ?? 0);
      }),
    );
  });

  test('any broken Condition is read, with lists where lists belong', () => {
    const parts = ['id', 'meta', 'extension', 'code', 'bodySite', 'clinicalStatus', 'category', 'evidence', 'note'];
    const broken = fc.dictionary(fc.constantFrom(...parts), fc.anything({ withNullPrototype: true, maxDepth: 4 }));
    fc.assert(
      fc.property(broken, (resource) => {
        const mapped = mapCondition({ resourceType: 'Condition', subject: {}, ...resource });
        const lists = [mapped.code.coding, mapped.bodySite, mapped.alongside, mapped.clinicalStatus, mapped.category];
        expect(lists.every((list) => Array.isArray(list))).toBe(true);
        expect(typeof mapped.id).toBe('string');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('any JSON at all in a Condition', () => {
  test('is mapped and looked up without a throw, and gets a finding with a reason', () => {
    const anything = fc.jsonValue({ maxDepth: 1 });
    const coding = fc.record({ system: anything, code: anything, display: anything }, NO_KEYS);
    const concept = fc.record({ coding: fc.oneof(fc.array(coding, FEW), anything), text: anything }, NO_KEYS);
    const part = fc.oneof(
      anything,
      concept,
      fc.array(concept, FEW),
      fc.array(fc.record({ code: fc.array(concept, FEW) }), FEW),
    );
    const names = ['id', 'meta', 'code', 'bodySite', 'extension', 'evidence', 'clinicalStatus', 'category', 'note'];
    const parts = Object.fromEntries([...names, 'verificationStatus', 'recordedDate'].map((name) => [name, part]));
    const property = fc.property(fc.record(parts, NO_KEYS), (condition) => {
      const sent: object = { resourceType: 'Condition', ...condition };
      const items = [mapCondition(sent as Condition)];
      const { findings } = lookUp({ sex: null, items, gaps: [] }, CLASSIFICATION);
      expect(findings[0]?.reasons.length).toBeGreaterThan(0);
    });
    fc.assert(property, { numRuns: 200 });
  });
});
