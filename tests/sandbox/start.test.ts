// The command as it is typed: its own process, its output, its exit code.
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

let appDir: string;
beforeAll(async () => {
  appDir = await mkdtemp(join(tmpdir(), 'sandbox-start-'));
  await writeFile(join(appDir, 'launch.html'), '<!doctype html><title>Launch</title>');
});
afterAll(() => rm(appDir, { recursive: true }));

interface Run {
  readonly process: ChildProcessByStdio<null, Readable, Readable>;
  readonly output: { stdout: string; stderr: string };
}

function run(...args: string[]): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', 'commands/start.ts', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORT: '', NODE_OPTIONS: '' },
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
  return { process: child, output };
}

async function ended({ process: child, output }: Run) {
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...output };
}

test('it announces itself in one line and nothing else, serves, and stops cleanly on a signal', async () => {
  const running = run('--port', '0', '--app', appDir);
  await expect
    .poll(() => running.output.stdout, { timeout: 15_000 })
    .toMatch(/^Sandbox EHR: http:\/\/localhost:\d+\n$/);
  const origin = running.output.stdout.replace('Sandbox EHR: ', '').trim();
  expect((await fetch(`${origin}/launch.html`)).status).toBe(200);

  const second = await ended(run('--port', new URL(origin).port, '--app', appDir));
  expect(second).toMatchObject({ code: 1, stdout: '' });
  expect(second.stderr).toMatch(/^Port \d+ is taken\./);

  running.process.kill('SIGTERM');
  expect(await ended(running)).toEqual({ code: 0, stdout: `Sandbox EHR: ${origin}\n`, stderr: '' });
});

test.each([
  [['--app', 'missing-folder'], /^There is no built app in missing-folder .* Run: npm run build\n$/],
  [['--port', 'abc'], /^"abc" is not a port\./],
  [['--prot', '4200'], /^Unknown option '--prot'.*\nUsage: npm start/s],
])('%j is refused in words', async (args, message) => {
  const { code, stdout, stderr } = await ended(run(...args));
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(message);
});
