import { expect, it } from 'vitest';
import { recallFaults } from '../../src/config/check-recall.ts';

it('D21 a recall that names what the release does not have is a fault, each with its place', () => {
  const recall = { entities: ['gist', 'kiespijn'], blocks: ['we-nergens', 'na-zeldzaam'], knowledgeVersions: ['2020'] };
  const names = { entities: new Set(['gist']), blocks: new Set(['na-zeldzaam']) };
  expect(recallFaults(recall, names)).toEqual([
    'recall.entities[1]: kent deze diagnose niet: kiespijn.',
    'recall.blocks[0]: kent dit tekstblok niet: we-nergens.',
  ]);
});
