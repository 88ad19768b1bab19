import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import { confirm, type Decision } from '../../src/domain/confirmation.ts';
import { NOTHING_RECALLED } from '../../src/domain/recall.ts';
import type { Entity, EntityId } from '../../src/domain/entity.ts';

const anEntity = (id: string, rare: boolean | null): Entity => ({
  id: id as EntityId,
  nameNl: id,
  nameEn: id,
  synonyms: [],
  nameInSentenceNl: `een ${id}`,
  explainedNl: 'De kanker begint ergens.',
  sources: ['derived'],
  family: 'sarcoma',
  rare,
});
const ENTITIES = new Map(
  [anEntity('leiomyosarcoma', true), anEntity('skin-melanoma', false), anEntity('cll', null)].map((one) => [
    one.id,
    one,
  ]),
);
const aDecision = (changes: Partial<Decision> = {}): Decision => ({
  entity: 'leiomyosarcoma',
  by: 'E. Postma',
  on: '2026-11-25' as CalendarDate,
  ...changes,
});

describe('confirm', () => {
  it('D5 gives the key to a booklet with who, when and what it rests on', () => {
    const restsOn = [{ id: 'Condition/1', versionId: '2' }];
    expect(confirm(aDecision({ role: 'internist-oncoloog', restsOn }), ENTITIES, NOTHING_RECALLED)).toEqual({
      kind: 'confirmed',
      diagnosis: {
        entity: ENTITIES.get('leiomyosarcoma' as EntityId),
        nameInSentence: 'een leiomyosarcoma',
        explained: 'De kanker begint ergens.',
        by: 'E. Postma',
        role: 'internist-oncoloog',
        on: '2026-11-25',
        restsOn,
      },
    });
  });

  it('explains nothing once the clinician has changed the name', () => {
    const confirmed = confirm(
      aDecision({ nameInSentence: ' een kanker die weinig voorkomt ' }),
      ENTITIES,
      NOTHING_RECALLED,
    );
    expect(confirmed).toMatchObject({
      diagnosis: { nameInSentence: 'een kanker die weinig voorkomt', explained: null },
    });
  });

  it('takes an entity whose place on the list is not settled', () => {
    expect(confirm(aDecision({ entity: 'cll' }), ENTITIES, NOTHING_RECALLED).kind).toBe('confirmed');
  });

  it.each([
    ['an entity that the list does not hold', { entity: 'griep' }, 'unknown-entity'],
    ['an entity that the list holds as common', { entity: 'skin-melanoma' }, 'not-on-rare-list'],
    ['a decision of nobody', { by: '  ' }, 'nobody-named'],
    ['an empty name', { nameInSentence: ' ' }, 'name-empty'],
  ])('D5 refuses %s', (_what, changes, why) => {
    expect(confirm(aDecision(changes), ENTITIES, NOTHING_RECALLED)).toEqual({ kind: 'invalid', why });
  });
});

it('D21 a recalled diagnosis cannot be confirmed', () => {
  const recall = { release: false, entities: new Set(['leiomyosarcoma']), versions: new Set<string>() };
  expect(confirm(aDecision(), ENTITIES, recall)).toEqual({ kind: 'invalid', why: 'recalled' });
});
