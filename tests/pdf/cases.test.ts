import { rendered } from './handouts.ts';
import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { composeCase } from '../../commands/booklet/compose-case.ts';
import { readCase } from '../../commands/booklet/read-case.ts';
import { composeHandout } from '../../src/domain/handout/compose-handout.ts';
import type { Handout } from '../../src/domain/handout/handout.ts';
import { BOOKLET_KNOWLEDGE, LISTED_ENTITIES } from '../support/booklet-knowledge.ts';
import { readPdf } from './read-pdf.ts';

const CASES = new URL('../../fixtures/cases/', import.meta.url);

function handoutOf(file: string): Handout {
  const reading = readCase(readFileSync(new URL(file, CASES), 'utf8'));
  if (reading.kind === 'faults') throw new Error(reading.faults.join('\n'));
  const composed = composeCase(reading.case, BOOKLET_KNOWLEDGE, LISTED_ENTITIES);
  if (composed.kind === 'refused') throw new Error(composed.why);
  return composeHandout(composed.route, { length: 'kort' });
}

it.each(readdirSync(CASES).filter((file) => file.endsWith('.json')))(
  'the booklet of %s has eight pages',
  async (file) => {
    const handout = handoutOf(file);
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
  },
);
