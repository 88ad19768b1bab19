import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BOOKLET_KNOWLEDGE } from '../support/booklet-knowledge.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const CASE = path.join(ROOT, 'fixtures/cases/leiomyosarcoma.json');
const folder = mkdtempSync(path.join(tmpdir(), 'booklet-'));
const out = path.join(folder, 'kort.pdf');
const deep = path.join(folder, 'new/folder/kort.pdf');

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one of the commands as npm does. */
const run = (command: string, ...args: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const tsx = path.join(ROOT, 'node_modules/tsx/dist/cli.mjs');
    const child = execFile(
      process.execPath,
      [tsx, path.join(ROOT, 'commands', command), ...args],
      (_, stdout, stderr) => {
        resolve({ code: child.exitCode ?? -1, stdout, stderr });
      },
    );
  });

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('npm run booklet', () => {
  it('writes a PDF of eight pages, in a folder that it makes', async () => {
    const ended = await run('booklet.ts', '--case', CASE, '--variant', 'kort', '--out', deep);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toMatch(/: 8 pages, \d+ bytes\n$/);
    expect(readFileSync(deep).subarray(0, 5).toString()).toBe('%PDF-');
  }, 60_000);

  it('says that other content makes it a trial', async () => {
    const stale = path.join(folder, 'stale.json');
    writeFileSync(
      stale,
      readFileSync(CASE, 'utf8').replace(/"contentHash": "\w+"/, `"contentHash": "${'0'.repeat(64)}"`),
    );
    const ended = await run('booklet.ts', '--case', stale, '--variant', 'kort', '--out', out);
    expect(ended).toMatchObject({ code: 0 });
    expect(ended.stdout).toContain('PROEFVERSIE – niet voor patiënten');
  }, 60_000);

  it.each([
    ['kort-large', 'leiomyosarcoma', /8 pages/],
    ['kort-imposed', 'leiomyosarcoma', /2 sheets of A4: print double-sided, flip on the short edge/],
    ['kort-text', 'leiomyosarcoma', /\d+ lines/],
    ['volledig', 'leiomyosarcoma', /40 pages/],
    ['volledig-imposed', 'leiomyosarcoma', /10 sheets of A4: print double-sided, flip on the short edge/],
    ['volledig-text', 'leiomyosarcoma', /\d+ lines/],
    ['employer-sheet', 'everything-on', /1 pages/],
  ])(
    'makes the variant %s of %s',
    async (variant, name, said) => {
      const file = path.join(ROOT, `fixtures/cases/${name}.json`);
      const ended = await run('booklet.ts', '--case', file, '--variant', variant, '--out', out);
      expect(ended).toMatchObject({ code: 0, stderr: '' });
      expect(ended.stdout).toMatch(said);
    },
    30_000,
  );

  it.each([
    ['a flag it does not know', ['--bogus'], /^Usage: .*bogus/],
    ['no variant', ['--case', CASE, '--out', out], /^Usage: /],
    ['a variant that nobody knows', ['--case', CASE, '--variant', 'reuze', '--out', out], /no variant "reuze"/],
    [
      'a sheet that was not asked for',
      ['--case', CASE, '--variant', 'employer-sheet', '--out', out],
      /There is no sheet/,
    ],
    ['no such file', ['--case', 'nergens.json', '--variant', 'kort', '--out', out], /nergens.json cannot be read/],
    [
      'a file that is no case',
      ['--case', 'package.json', '--variant', 'kort', '--out', out],
      /the file: does not know/,
    ],
  ])(
    'refuses %s with a sentence and exit 1',
    async (_, args, sentence) => {
      const ended = await run('booklet.ts', ...args);
      expect(ended.code).toBe(1);
      expect(ended.stderr).toMatch(sentence);
      expect(ended.stderr).not.toMatch(/^ +at /m);
    },
    60_000,
  );
});

describe('npm run config', () => {
  it('hash prints what an approval must name', async () => {
    const { stdout } = await run('config.ts', 'hash');
    expect(JSON.parse(stdout)).toEqual(BOOKLET_KNOWLEDGE.version);
  }, 60_000);

  it('says what it knows when asked for something else', async () => {
    const usage = { code: 1, stdout: '', stderr: 'npm run config -- hash | check FILE\n' };
    expect(await run('config.ts', 'x')).toEqual(usage);
    expect(await run('config.ts', 'check')).toEqual(usage);
  }, 60_000);

  it('check finds nothing wrong with the shipped file, whose approval is about this content', async () => {
    expect(await run('config.ts', 'check', 'public/config.json')).toEqual({
      code: 0,
      stdout: 'public/config.json: geen fouten.\napproval: gaat over de tekst van deze versie.\n',
      stderr: '',
    });
  }, 60_000);

  it('check says ten faults in ten sentences, each with its place', async () => {
    const shipped = JSON.parse(readFileSync('public/config.json', 'utf8')) as {
      readonly issuers: readonly object[];
      readonly departments: readonly object[];
    };
    const [issuer] = shipped.issuers;
    const [department] = shipped.departments;
    const faulty = {
      ...shipped,
      hospital: { name: ' ', emergencyPhone: 'bel maar' },
      helpDesk: '',
      defaultLength: 'lang',
      withoutEhr: 'ja',
      issuers: [{ ...issuer, iss: 'ftp://epd', clientId: '', authOrigins: [], scope: 'launch offline_access' }],
      departments: [{ ...department, phone: '12' }],
      extra: 1,
    };
    const file = path.join(folder, 'config.json');
    writeFileSync(file, JSON.stringify(faulty));
    const { code, stderr } = await run('config.ts', 'check', file);
    expect(code).toBe(1);
    const sentences = stderr.trim().split('\n');
    expect(sentences).toHaveLength(11);
    for (const sentence of sentences) expect(sentence).toMatch(/^[\w.[\]]+: .+\.$/);
  }, 60_000);

  it('check says what is no JSON, no file, or approved for another text', async () => {
    expect((await run('config.ts', 'check', 'README.md')).stderr).toBe('config.json: is geen JSON.\n');
    expect((await run('config.ts', 'check', 'nergens.json')).stderr).toMatch(/^nergens\.json: ENOENT/);
    const file = path.join(folder, 'config-other.json');
    const shipped = readFileSync('public/config.json', 'utf8');
    writeFileSync(file, shipped.replace(/"knowledgeVersion": "[^"]*"/, '"knowledgeVersion": "1999.01.01"'));
    expect((await run('config.ts', 'check', file)).stdout).toContain('approval: gaat over een andere tekst.');
    writeFileSync(file, JSON.stringify({ ...(JSON.parse(shipped) as object), approval: null }));
    expect((await run('config.ts', 'check', file)).stdout).toContain('approval: er is geen goedkeuring.');
  }, 120_000);
});
