import { expect, it } from 'vitest';
import { CASE_NAMES, handoutOfCase } from '../support/cases.ts';
import { rendered } from './handouts.ts';
import { readPdf } from './read-pdf.ts';

it.each(CASE_NAMES)('the booklet of %s has eight pages', async (name) => {
  const handout = handoutOfCase(name, 'kort');
  const outcome = await rendered(handout);
  if (outcome.kind !== 'rendered') throw new Error(JSON.stringify(outcome));
  const { pages } = await readPdf(outcome.bytes);
  expect(pages).toHaveLength(8);
  // A cover must not tell: neither the diagnosis nor the colophon is on the outside.
  const diagnosis = handout.chapters
    .flatMap(({ sections }) => sections.flatMap(({ nodes }) => nodes))
    .flatMap((node) => (node.kind === 'highlight' ? node.heading.runs.map(({ text }) => text).join('') : []))
    .join('')
    .replace(/^De diagnose is (?:een )?/, '')
    .replace(/\.$/, '');
  expect(diagnosis).not.toBe('');
  expect(pages[2]?.text).toContain(diagnosis);
  for (const outside of [pages[0], pages[7]]) expect(outside?.text).not.toContain(diagnosis);
});
