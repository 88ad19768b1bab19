import { describe, expect, it } from 'vitest';
import { ARCHIVED, makeVariant } from '../../../commands/booklet/variants.ts';
import { makeControl } from '../../../commands/conformance/make-archived.ts';
import { mkdtemp, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { CASE_NAMES, routeOfCase } from '../../support/cases.ts';
import { structureFaults } from './structure-faults.ts';

describe('every document that may be filed can be read by ear', () => {
  it.each(CASE_NAMES.flatMap((name) => ARCHIVED.map((variant) => ({ name, variant }))))(
    '$name, $variant',
    async ({ name, variant }) => {
      const made = await makeVariant(routeOfCase(name), variant);
      if (made.kind === 'no-sheet') return;
      if (made.kind !== 'pdf') return expect.unreachable(made.kind);
      expect(await structureFaults(made.bytes)).toEqual([]);
    },
    30_000,
  );

  it('a file without tags has faults', async () => {
    const file = await makeControl(await mkdtemp(path.join(os.tmpdir(), 'control-')));
    const faults = await structureFaults(await readFile(file));
    expect(faults).toEqual(expect.arrayContaining(['page 1: there is no structure']));
  });
});
