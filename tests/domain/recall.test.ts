import { describe, expect, it } from 'vitest';
import type { EntityId } from '../../src/domain/entity.ts';
import { isRecalled, NOTHING_RECALLED, tellsRecalled, type Recall } from '../../src/domain/recall.ts';

const GIST = 'gist' as EntityId;
const recall = (changes: Partial<Recall>): Recall => ({ ...NOTHING_RECALLED, ...changes });

describe('D21 a recall', () => {
  it.each([
    ['nothing recalled', {}, false],
    ['this diagnosis', { entities: new Set(['gist']) }, true],
    ['another diagnosis', { entities: new Set(['aml']) }, false],
    ['the whole release', { release: true }, true],
  ])('%s', (_what, changes, expected) => {
    expect(isRecalled(GIST, recall(changes))).toBe(expected);
  });

  it.each([
    ['made from a recalled text', { entity: null, knowledgeVersion: '2026.10' }, true],
    ['made from another text', { entity: null, knowledgeVersion: '2026.11' }, false],
    ['about a recalled diagnosis', { entity: GIST, knowledgeVersion: null }, true],
    ['about another diagnosis', { entity: 'aml' as EntityId, knowledgeVersion: null }, false],
    ['that says neither', { entity: null, knowledgeVersion: null }, false],
  ])('a stored booklet %s', (_what, document, expected) => {
    const changes = { entities: new Set(['gist']), versions: new Set(['2026.10']) };
    expect(tellsRecalled(document, recall(changes))).toBe(expected);
  });
});
