import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compileBooklet } from '../../knowledge/compile/compile-booklet.ts';
import { readKnowledgeFile } from '../../knowledge/compile/read-files.ts';
import { parseRuntimeConfig } from '../../src/config/runtime-config.ts';
import { parseBookletKnowledge } from '../../src/knowledge/booklet/parse-booklet-knowledge.ts';

it('D20 the approval of the sandbox is about the content as it is: after a change of it, run `npm run config -- hash` and look the booklet over', () => {
  const parsed = parseRuntimeConfig(JSON.parse(readFileSync('public/config.json', 'utf8')));
  const { version } = parseBookletKnowledge(compileBooklet(readKnowledgeFile));
  expect(parsed).toMatchObject({ config: { approval: version } });
});
