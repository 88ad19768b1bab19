import { createHash } from 'node:crypto';
import type { DocumentReference } from 'fhir/r4';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeLabel } from '../../src/domain/document-label.ts';
import type { EntityId } from '../../src/domain/entity.ts';
import type { PatientId } from '../../src/domain/patient.ts';
import { fromBase64, sha1Of, toBase64, toHex } from '../../src/fhir/attachment-bytes.ts';
import { BOOKLET_SYSTEM, KNOWLEDGE_SYSTEM } from '../../src/fhir/document-identifier.ts';
import { mapStoredDocument, toDocumentReference } from '../../src/fhir/document-reference.ts';
import { aDocumentReference, aDraft, DOCUMENT_SETTINGS, PATIENT_ID } from '../support/builders.ts';

const PATIENT = PATIENT_ID as PatientId;
const toFhir = async (draft = aDraft(), settings = DOCUMENT_SETTINGS) =>
  toDocumentReference(draft, PATIENT, await sha1Of(draft.bytes), settings);

describe('the document for the chart', () => {
  test('is R4, final, about the launch patient, with the very bytes inline', async () => {
    const draft = aDraft({ replaces: ['doc-7', 'doc-8'] });
    const uuid = (id: string): object => ({ system: 'urn:ietf:rfc:3986', value: `urn:uuid:${id}` });
    expect(await toFhir(draft)).toEqual({
      resourceType: 'DocumentReference',
      masterIdentifier: uuid(draft.identity.versionId),
      identifier: [
        uuid(draft.identity.routeId),
        uuid(draft.identity.versionId),
        { system: BOOKLET_SYSTEM, value: 'leiomyosarcoma/1' },
        { system: KNOWLEDGE_SYSTEM, value: '2026.11.1' },
      ],
      status: 'current',
      docStatus: 'final',
      type: {
        coding: [{ system: 'http://loinc.org', code: '34895-3', display: 'Education note' }],
        text: 'Jouw route',
      },
      category: [{ coding: [DOCUMENT_SETTINGS.category] }],
      subject: { reference: 'Patient/pat-1' },
      date: '2026-11-25T11:02:03+01:00',
      author: [{ reference: 'Practitioner/prac-1', display: 'dr. E. Voorbeeld' }],
      relatesTo: [
        { code: 'replaces', target: { reference: 'DocumentReference/doc-7' } },
        { code: 'replaces', target: { reference: 'DocumentReference/doc-8' } },
      ],
      description: 'Jouw route, versie 1, bevestigd door dr. E. Voorbeeld',
      securityLabel: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'N' }] }],
      content: [
        {
          attachment: {
            contentType: 'application/pdf',
            language: 'nl-NL',
            data: Buffer.from(draft.bytes).toString('base64'),
            size: draft.bytes.length,
            hash: createHash('sha1').update(draft.bytes).digest('base64'),
            title: 'Jouw route',
            creation: '2026-11-25T11:02:03+01:00',
          },
        },
      ],
      context: {
        encounter: [{ reference: 'Encounter/enc-1' }],
        period: { start: '2026-11-25T11:02:03+01:00', end: '2026-11-25T11:02:03+01:00' },
      },
    });
  });

  test('F15 without encounter has no context.encounter, and replaces nothing unasked', async () => {
    const document = await toFhir(aDraft({ encounterId: null }));
    expect(document.context).not.toHaveProperty('encounter');
    expect(document).not.toHaveProperty('relatesTo');
  });

  test('has type, category and label of the site', async () => {
    const letter = { system: 'http://loinc.org', code: '51852-2', display: 'Letter' };
    const document = await toFhir(aDraft(), {
      ...DOCUMENT_SETTINGS,
      type: letter,
      category: letter,
      confidentiality: 'R',
    });
    expect(document.type?.coding).toEqual([letter]);
    expect(document.category).toEqual([{ coding: [letter] }]);
    expect(document.securityLabel?.[0]?.coding?.[0]?.code).toBe('R');
  });

  test('at epic is a note: text alone, with what a note needs, and nothing that could be refused', async () => {
    const draft = aDraft({ format: 'text', replaces: ['doc-7'] });
    const { content, context, ...document } = await toFhir(draft, { ...DOCUMENT_SETTINGS, profile: 'epic' });
    expect(Object.keys(document).sort()).toEqual(
      ['author', 'date', 'docStatus', 'resourceType', 'status', 'subject', 'type'].sort(),
    );
    expect(context).toEqual({ encounter: [{ reference: 'Encounter/enc-1' }] });
    expect(content).toEqual([
      { attachment: { contentType: 'text/plain', data: Buffer.from(draft.bytes).toString('base64') } },
    ]);
  });

  test('at epic without an encounter has no context at all: FHIR knows no empty elements', async () => {
    const settings = { ...DOCUMENT_SETTINGS, profile: 'epic' } as const;
    expect(await toFhir(aDraft({ encounterId: null }), settings)).not.toHaveProperty('context');
  });

  test('at oracle has one file with the label as title, and the end of its period', async () => {
    const draft = aDraft({ replaces: ['doc-7'] });
    const { content, context, ...document } = await toFhir(draft, { ...DOCUMENT_SETTINGS, profile: 'oracle' });
    expect(Object.keys(document).sort()).toEqual(
      ['author', 'docStatus', 'resourceType', 'status', 'subject', 'type'].sort(),
    );
    expect(context?.period?.end).toBe(draft.date);
    expect(content).toEqual([
      {
        attachment: {
          contentType: 'application/pdf',
          data: Buffer.from(draft.bytes).toString('base64'),
          title: writeLabel(draft.label),
          creation: draft.date,
        },
      },
    ]);
  });

  test('as text elsewhere says its letters, and keeps all else', async () => {
    const pdf = await toFhir();
    const text = await toFhir(aDraft({ format: 'text' }));
    expect(text.content[0]?.attachment.contentType).toBe('text/plain;charset=utf-8');
    expect({ ...text, content: [] }).toEqual({ ...pdf, content: [] });
  });

  test('is read back as what it was made from', async () => {
    const draft = aDraft();
    expect(mapStoredDocument({ ...(await toFhir(draft)), id: 'doc-1' }, null)).toEqual({
      id: 'doc-1',
      entity: draft.entity,
      version: 1,
      status: 'current',
      date: draft.date,
      author: 'dr. E. Voorbeeld',
      knowledgeVersion: expect.any(String) as string,
    });
  });
});

describe('a stored document', () => {
  test('made elsewhere says neither entity nor version', () => {
    expect(mapStoredDocument(aDocumentReference(), null)).toEqual({
      id: 'doc-1',
      entity: null,
      version: null,
      status: 'current',
      date: null,
      author: null,
      knowledgeVersion: null,
    });
  });

  test.each(['leiomyosarcoma', 'leiomyosarcoma/0', 'leiomyosarcoma/1.5', '/3', 'a/b/3', 'A/1', 'a/9999999'])(
    'with the booklet value "%s" says nothing',
    (value) => {
      const document = aDocumentReference({ identifier: [{ system: BOOKLET_SYSTEM, value }] });
      expect(mapStoredDocument(document, null)).toMatchObject({ entity: null, version: null });
    },
  );

  test.each<readonly [string, Partial<DocumentReference>, string | null]>([
    [
      'its date',
      { date: '2026-11-25T11:02:03+01:00', context: { period: { end: '2026-11-26' } } },
      '2026-11-25T11:02:03+01:00',
    ],
    [
      'when its file was made',
      { content: [{ attachment: { creation: '2026-11-24T09:00:00Z' } }] },
      '2026-11-24T09:00:00Z',
    ],
    ['the end of its period', { context: { period: { end: '2026-11-23T09:00:00Z' } } }, '2026-11-23T09:00:00Z'],
    ['nothing', {}, null],
  ])('says when it was saved by %s', (_, document, date) => {
    expect(mapStoredDocument(aDocumentReference(document), null).date).toBe(date);
  });

  test.each(['superseded', 'entered-in-error'] as const)('keeps the status %s', (status) => {
    expect(mapStoredDocument(aDocumentReference({ status }), null).status).toBe(status);
  });
});

describe('bytes', () => {
  test('come back from base64 as they went in, and hash as elsewhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(toBase64(bytes))).toEqual(new Uint8Array(bytes));
        expect(toHex(await sha1Of(bytes))).toBe(createHash('sha1').update(bytes).digest('hex'));
      }),
    );
  });

  test('of a whole booklet take no more than one pass', () => {
    const bytes = new Uint8Array(3_000_000).fill(200);
    expect(fromBase64(toBase64(bytes))?.length).toBe(3_000_000);
  });

  test('that are no base64 are none', () => {
    expect(fromBase64('%%%')).toBeNull();
  });
});

test('an entity id survives the way to the chart and back', async () => {
  const entity = 'nasal-sinus-epithelial' as EntityId;
  const identity = { ...aDraft().identity, version: 12 };
  expect(mapStoredDocument(await toFhir(aDraft({ entity, identity })), null)).toMatchObject({ entity, version: 12 });
});
