import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeLabel, type DocumentLabel } from '../../src/domain/document-label.ts';
import { readLabel, withReplaced } from '../../src/domain/read-label.ts';
import type { StoredDocument } from '../../src/domain/document.ts';
import type { EntityId } from '../../src/domain/entity.ts';
import { wrapped } from '../../src/domain/handout/plain-text/wrap.ts';

const LABEL: DocumentLabel = {
  entity: 'leiomyosarcoma' as EntityId,
  version: 2,
  number: '3F2A-91BC',
  knowledgeVersion: '2026.11.27',
  replaces: ['1A2B-3C4D'],
};
const TEXT = 'Route zeldzame kanker: leiomyosarcoma, versie 2, nummer 3F2A-91BC, tekst 2026.11.27, vervangt 1A2B-3C4D';

const number = fc
  .tuple(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0, max: 0xffff }))
  .map((halves) => halves.map((half) => half.toString(16).padStart(4, '0').toUpperCase()).join('-'));
const label: fc.Arbitrary<DocumentLabel> = fc.record({
  entity: fc.stringMatching(/^[a-z0-9]+(?:-[a-z0-9]+){0,9}$/).map((id) => id as EntityId),
  version: fc.integer({ min: 1, max: 999_999 }),
  number,
  knowledgeVersion: fc.stringMatching(/^\d{4}[.]\d{1,2}(?:[.]\d{1,3})?$/),
  replaces: fc.array(number, { maxLength: 4 }),
});

describe('the label of a booklet', () => {
  it('is one sentence, and is read back', () => {
    expect(writeLabel(LABEL)).toBe(TEXT);
    expect(readLabel(TEXT)).toEqual(LABEL);
  });

  it('survives a note that is wrapped, indented and signed', () => {
    fc.assert(
      fc.property(label, fc.constantFrom('\n', '\r\n', '\r\n    '), (one, lineEnd) => {
        const note = [...wrapped(`Tot zover. ${writeLabel(one)}`), '', 'Getekend door E. Postma'].join(lineEnd);
        expect(readLabel(note)).toEqual(one);
      }),
    );
  });

  it('of a note that quotes an older one is the last', () => {
    const older = { ...LABEL, version: 1, number: '1A2B-3C4D', replaces: [] };
    expect(readLabel(`${writeLabel(older)}\n\n${writeLabel(LABEL)}\n`)).toEqual(LABEL);
  });

  it.each([
    '',
    'Route zeldzame kanker',
    'Jouw route, versie 2, nummer 3F2A-91BC',
    TEXT.replace('versie 2', 'versie 0'),
    TEXT.replace('3F2A-91BC', '3f2a-91bc'),
    TEXT.replace('3F2A-91BC', '3F2A91BC'),
    TEXT.replace('leiomyosarcoma', 'Leiomyosarcoom'),
    TEXT.replace('tekst 2026.11.27', 'tekst onbekend'),
  ])('%j holds none', (text) => {
    expect(readLabel(text)).toBeNull();
  });

  it('is read out of any text without a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(readLabel(text)).toBeNull();
      }),
    );
  });
});

function stored(id: string, changes: Partial<StoredDocument> = {}): StoredDocument {
  return {
    id,
    entity: LABEL.entity,
    version: 1,
    status: 'current',
    date: null,
    author: null,
    knowledgeVersion: null,
    ...changes,
  };
}

describe('a booklet that a later one replaces', () => {
  const old = { document: stored('old'), label: { ...LABEL, version: 1, number: '1A2B-3C4D', replaces: [] } };
  const later = { document: stored('later', { version: 2 }), label: LABEL };
  const statuses = (all: Parameters<typeof withReplaced>[0]) => withReplaced(all).map(({ status }) => status);

  it('is superseded, in whatever order they are found', () => {
    expect(statuses([old, later])).toEqual(['superseded', 'current']);
    expect(statuses([later, old])).toEqual(['current', 'superseded']);
  });

  it('is so with its double', () => {
    expect(statuses([old, { ...old, document: stored('double') }, later])).toEqual([
      'superseded',
      'superseded',
      'current',
    ]);
  });

  it('stands again once the later one is taken back', () => {
    const takenBack = { ...later, document: stored('later', { status: 'entered-in-error' }) };
    expect(statuses([old, takenBack])).toEqual(['current', 'entered-in-error']);
  });

  it('keeps what the chart itself says of it', () => {
    expect(statuses([{ ...old, document: stored('old', { status: 'entered-in-error' }) }, later])).toEqual([
      'entered-in-error',
      'current',
    ]);
  });

  it('needs a label: where identifiers tell it all, the chart says what is superseded', () => {
    expect(statuses([{ document: stored('old'), label: null }, later])).toEqual(['current', 'current']);
  });
});
