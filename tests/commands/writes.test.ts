import { createHash } from 'node:crypto';
import type { DocumentReference } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import type { LastWord } from '../../commands/writes/clinician.ts';
import { judge, remarks, type Ending, type TabWord } from '../../commands/writes/judge.ts';
import { createRandom } from '../../commands/writes/random.ts';
import { SERVER_PROFILES } from '../../sandbox/fhir/server-profile.ts';
import { runWrites } from '../../commands/writes/run-writes.ts';

const sha1 = (text: string): string => createHash('sha1').update(text).digest('base64');

function aBooklet(id: string, file = 'tab-1', changes: Partial<DocumentReference> = {}): DocumentReference {
  const text = `%PDF-1.7\n${file} 3F2A-91BC\n`;
  return {
    resourceType: 'DocumentReference',
    id,
    status: 'current',
    masterIdentifier: { value: `urn:uuid:${id}` },
    content: [{ attachment: { data: Buffer.from(text).toString('base64'), hash: sha1(text) } }],
    ...changes,
  };
}

const said = (word: LastWord, file = 'tab-1'): TabWord => ({ word, file });
const written = (id: string, ...marked: readonly string[]): LastWord => ({ kind: 'written', id, marked });
/** The next launch shows all of it, and says what stands there twice. */
const all = (own: readonly DocumentReference[]): Ending['next'] => {
  const versions = own.map(({ masterIdentifier }) => masterIdentifier?.value);
  return { shown: own.map(({ id }) => id ?? ''), saysTwice: new Set(versions).size < versions.length };
};
const LEFT: LastWord = { kind: 'left' };

describe('a run is judged by the store', () => {
  it.each<readonly [string, readonly DocumentReference[], readonly TabWord[], readonly string[]]>([
    ['one booklet, called saved', [aBooklet('a')], [said(written('a'))], []],
    ['two versions', [aBooklet('a'), aBooklet('b')], [said(written('b'))], []],
    ['one tab saved, the other left it', [aBooklet('a')], [said(written('a')), said(LEFT, 'tab-2')], []],
    ['stored, and the screen left it open', [aBooklet('a')], [said({ kind: 'open', at: 'unknown' })], []],
    [
      'one version twice',
      [aBooklet('a'), aBooklet('b', 'tab-1', { masterIdentifier: { value: 'urn:uuid:a' } })],
      [said(written('a'))],
      ['duplicate'],
    ],
    ['nothing stored, and nobody was told so', [], [said({ kind: 'open', at: 'idle' })], ['lost']],
    ['nothing stored, and called saved', [], [said(written('a'))], ['lost', 'silently lost', 'false success']],
    ['called saved under another id', [aBooklet('a')], [said(written('b'))], ['false success']],
    ['called saved by the other tab as well', [aBooklet('a')], [said(written('a'), 'tab-2')], ['false success']],
    [
      'called saved and marked as a mistake',
      [aBooklet('a', 'tab-1', { status: 'entered-in-error' })],
      [said(written('a'))],
      ['false success'],
    ],
    [
      'called saved and damaged',
      [aBooklet('a', 'tab-1', { content: [{ attachment: { data: 'AAAA', hash: sha1('x') } }] })],
      [said(written('a'))],
      ['false success'],
    ],
  ])('%s', (_, own, tabs, wrong) => {
    expect(judge({ own, tabs, next: all(own) }, true)).toEqual(wrong);
  });

  const twice = [aBooklet('a'), aBooklet('b', 'tab-2', { masterIdentifier: { value: 'urn:uuid:a' } })];
  const both = [said(written('a')), said(written('b'), 'tab-2')];

  it.each<readonly [string, Ending, readonly string[]]>([
    ['one version twice is shown at the next launch', { own: twice, tabs: both, next: all(twice) }, []],
    [
      'one of the two is not shown',
      { own: twice, tabs: both, next: { shown: ['a'], saysTwice: true } },
      ['duplicate that is not shown'],
    ],
    [
      'both are shown, and nothing is said',
      { own: twice, tabs: both, next: { shown: ['a', 'b'], saysTwice: false } },
      ['duplicate that is not shown'],
    ],
    [
      'nothing stored, and the screen leaves it open',
      { own: [], tabs: [said({ kind: 'open', at: 'idle' })], next: all([]) },
      [],
    ],
    ['nothing stored, and left at that', { own: [], tabs: [said(LEFT)], next: all([]) }, ['silently lost']],
  ])('without conditional create: %s', (_, ending, wrong) => {
    expect(judge(ending, false)).toEqual(wrong);
  });

  it('what is called superseded must be so in the store', () => {
    const old = aBooklet('a', 'tab-1', { status: 'superseded' });
    const ending = (own: readonly DocumentReference[]): Ending => ({
      own,
      tabs: [said(written('b', 'a'))],
      next: all(own),
    });
    expect(judge(ending([old, aBooklet('b')]), true)).toEqual([]);
    expect(judge(ending([aBooklet('a'), aBooklet('b')]), true)).toEqual(['not superseded']);
  });

  it('what is stored while the screen left it open is counted, and so is what the server let in twice', () => {
    expect(remarks({ own: [aBooklet('a')], tabs: [said({ kind: 'open', at: 'unknown' })], next: all([]) })).toEqual([
      'allowed: stored, while the screen left it open',
    ]);
    expect(remarks({ own: twice, tabs: both, next: all(twice) })).toEqual([
      'allowed: one version stands twice, and is shown',
    ]);
  });
});

describe('chance', () => {
  it('repeats itself for one seed, and differs for another', () => {
    const draw = (seed: number): readonly number[] => {
      const random = createRandom(seed);
      return Array.from({ length: 20 }, () => random.between(1, 100));
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it.each([0, 1, 7, 2 ** 31 - 1])('stays within its bounds and reaches all of them, seed %i', (seed) => {
    const random = createRandom(seed);
    const drawn = Array.from({ length: 400 }, () => random.between(1, 4));
    expect([...new Set(drawn)].sort()).toEqual([1, 2, 3, 4]);
    expect(drawn.filter((one) => one < 1 || one > 4)).toEqual([]);
  });
});

it.each(SERVER_PROFILES)(
  'a few runs against a failing server, %s, double, lose and misstate nothing',
  { timeout: 120_000 },
  async (profile) => {
    const done: number[] = [];
    const { counts, wrong } = await runWrites({ runs: 6, seed: 7, profile }, (run) => done.push(run));
    expect(wrong).toEqual([]);
    expect(done).toEqual([1, 2, 3, 4, 5, 6]);
    const sumOf = (start: string): number =>
      counts.filter(([what]) => what.startsWith(start)).reduce((sum, [, count]) => sum + count, 0);
    expect(sumOf('tabs: ')).toBe(6);
    expect(sumOf('trouble: ')).toBe(6);
    expect(sumOf('ended: ')).toBeGreaterThanOrEqual(6);
  },
);
