import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EntityId } from '../../src/domain/entity.ts';
import type { PatientId } from '../../src/domain/patient.ts';
import { identifyDocument, routeIdOf, type ChartIdentity } from '../../src/fhir/document-identity.ts';

const chart = (iss: string, patientId: string): ChartIdentity => ({ iss, patientId: patientId as PatientId });
const LINDE = chart('https://epd.delinde.example/fhir/r4', 'pat-1');
const entity = (id: string): EntityId => id as EntityId;

describe('the identity of a document', () => {
  test('never changes: documents made before must be found again', () => {
    expect(identifyDocument(LINDE, entity('leiomyosarcoma'), 1)).toEqual({
      routeId: '4993e03e-1249-5514-9c39-8c8184a3cd18',
      versionId: '61dfaacf-04d4-5604-98b2-6f6b7a6234a5',
      version: 1,
      number: '61DF-AACF',
    });
  });

  test('shares the route among all documents of one chart, and nothing else', () => {
    const first = identifyDocument(LINDE, entity('leiomyosarcoma'), 1);
    const others = [
      identifyDocument(LINDE, entity('leiomyosarcoma'), 2),
      identifyDocument(LINDE, entity('liposarcoma'), 1),
      identifyDocument(LINDE, entity('liposarcoma'), 2),
    ];
    expect(others.map(({ routeId }) => routeId)).toEqual([first.routeId, first.routeId, first.routeId]);
    expect(new Set([first, ...others].map(({ versionId }) => versionId)).size).toBe(4);
  });

  test('has a short number that is taken from the version', () => {
    const { number, versionId } = identifyDocument(LINDE, entity('leiomyosarcoma'), 3);
    expect(number).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
    expect(versionId.startsWith(number.replace('-', '').toLowerCase())).toBe(true);
  });

  test('is another in every other chart', () => {
    const part = fc.string({ minLength: 1 }).filter((text) => !text.includes('\n'));
    fc.assert(
      fc.property(part, part, part, part, (iss, patient, otherIss, otherPatient) => {
        const same = iss === otherIss && patient === otherPatient;
        expect(routeIdOf(chart(iss, patient)) === routeIdOf(chart(otherIss, otherPatient))).toBe(same);
      }),
    );
  });

  test('runs no two charts together', () => {
    expect(routeIdOf(chart('https://a.example/1', '2'))).not.toBe(routeIdOf(chart('https://a.example/', '12')));
  });
});
