import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { included, type Condition } from '../../../src/domain/condition.ts';
import { AXIS_VALUES, everyFacts, limitsOf } from '../../support/fact-axes.ts';
import { BOOKLET_KNOWLEDGE } from '../../support/booklet-knowledge.ts';
import { readKnowledgeFile } from '../../../knowledge/compile/read-files.ts';

interface Group {
  readonly why: string;
  readonly blocks: readonly string[];
  readonly always?: true;
  readonly when?: Condition;
}

const { groups } = JSON.parse(
  readFileSync(new URL('../../../fixtures/source-points/one-of-these.json', import.meta.url), 'utf8'),
) as { readonly groups: readonly Group[] };
const { blocks } = BOOKLET_KNOWLEDGE.content;
const conditionOf = (id: string): Condition => {
  const block = blocks.find((one) => one.id === id) ?? expect.unreachable(`no block ${id}`);
  return block.include;
};
const ALWAYS: Condition = { always: true };

describe('over everything that can be known', () => {
  it.each(['patient.age', 'work.weeks_sick'] as const)('%s is tried on both sides of every limit', (field) => {
    const values: readonly number[] = AXIS_VALUES[field];
    for (const limit of limitsOf(field, blocks))
      expect([limit, values]).toEqual([limit, expect.arrayContaining([limit, limit - 1])]);
  });

  it.each(groups.map((group) => [group.why, group] as const))('%s', (_, { blocks: ids, always, when = ALWAYS }) => {
    const conditions = ids.map(conditionOf);
    const wrong = everyFacts([...conditions, when]).flatMap((facts) => {
      const standing = ids.filter((_id, i) => included(conditions[i] ?? ALWAYS, facts));
      const empty = always === true && standing.length === 0 && included(when, facts);
      return standing.length > 1 || empty ? [{ facts, standing }] : [];
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  it('no chapter is ever empty, and the one about work only where it stands', () => {
    const { chapters } = readKnowledgeFile('content/content-map.json') as {
      readonly chapters: readonly { readonly id: string }[];
    };
    const entries = readKnowledgeFile('content/content-map.json') as {
      readonly blocks: readonly { readonly id: string; readonly chapter: string }[];
    };
    for (const { id } of chapters) {
      const own = entries.blocks.filter(({ chapter }) => chapter === id).map((entry) => conditionOf(entry.id));
      const standsAlways = own.some((condition) => 'always' in condition);
      expect([id, standsAlways || id === 'werk']).toEqual([id, true]);
    }
    const work: Condition =
      groups.find(({ why }) => why === 'one step plan')?.when ?? expect.unreachable('no step plan');
    const steps = ['we-waarom', 'we-stappen', 'we-stappen-ziektewet', 'we-stappen-zelf'].map(conditionOf);
    for (const facts of everyFacts([work, ...steps]))
      expect(steps.some((condition) => included(condition, facts))).toBe(included(work, facts));
  });
});
