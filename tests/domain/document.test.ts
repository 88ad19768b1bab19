import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import { descriptionOf, fileNameOf, nextVersion, type StoredDocument } from '../../src/domain/document.ts';
import type { EntityId } from '../../src/domain/entity.ts';

const AML = 'aml' as EntityId;
const stored = (entity: EntityId | null, version: number | null, status: StoredDocument['status'] = 'current') => ({
  id: `${entity ?? 'x'}-${version ?? 'x'}`,
  entity,
  version,
  status,
  date: null,
  author: null,
  knowledgeVersion: null,
});

describe('nextVersion (D23)', () => {
  it.each([
    ['no document', [], 1],
    ['a first version', [stored(AML, 1)], 2],
    [
      'a gap, a withdrawn and an unnumbered one',
      [stored(AML, 4, 'entered-in-error'), stored(AML, 2), stored(AML, null)],
      5,
    ],
    ['documents of other diagnoses only', [stored('gist' as EntityId, 7), stored(null, 9)], 1],
  ])('after %s', (_what, documents, version) => {
    expect(nextVersion(documents, AML)).toBe(version);
  });
});

it('D20 the chart lists the booklet with its version and who vouches for the content', () => {
  const approval = { knowledgeVersion: 'k', contentHash: 'h', name: 'dr. E. Voorbeeld', role: 'r' };
  expect(descriptionOf(2, { ...approval, date: '2026-11-02' as CalendarDate })).toBe(
    'Route zeldzame kanker, versie 2, nagekeken door dr. E. Voorbeeld',
  );
});

it('F42 the file name is a fixed pattern without a name', () => {
  expect(fileNameOf('2026-11-25' as CalendarDate)).toBe('jouw-route-2026-11-25.pdf');
});
