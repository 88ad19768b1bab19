import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Request } from 'playwright-core';
import { expect } from 'vitest';
import { APP_FOLDER, test } from './support.ts';

const LAUNCH_PAGE = 30_000;
const FIRST_SCREEN = 220_000;

// Fonts are left out: the text stands without them, and the cache keeps them from the launch page on.
const ownFile = (request: Request): string | null => {
  const file = path.join(APP_FOLDER, new URL(request.url()).pathname);
  return !['', '.ttf'].includes(path.extname(file)) && existsSync(file) ? file : null;
};

const zipped = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).length;

test('D39 F67 what the browser asks of us until the verdict is on the screen stays within the budget', async ({
  tab: { page },
  sandbox,
}) => {
  const asked: { readonly request: Request; readonly file: string; readonly by: 'launch' | 'app' }[] = [];
  let by: 'launch' | 'app' = 'launch';
  page.on('request', (request) => {
    const file = ownFile(request);
    if (file === null) return;
    if (path.basename(file) === 'index.html') by = 'app';
    asked.push({ request, file, by });
  });
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (document.querySelector('.verdict') === null) return;
      performance.mark('verdict');
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(sandbox.launch({ patient: 'leiomyosarcoom' }));
  await page.getByRole('button', { name: /Bevestig/ }).waitFor();
  await page.waitForLoadState('networkidle');

  const late = await page.evaluate(() => {
    const verdictAt = performance.getEntriesByName('verdict')[0]?.startTime ?? Number.NaN;
    return performance.getEntriesByType('resource').flatMap((one) => (one.startTime > verdictAt ? [one.name] : []));
  });
  const before = asked.filter(({ request, by: whose }) => whose === 'launch' || !late.includes(request.url()));
  const bytes = (whose: 'launch' | 'app'): number =>
    [...new Set(before.filter((one) => one.by === whose).map(({ file }) => file))].reduce(
      (sum, file) => sum + zipped(file),
      0,
    );
  const names = before.map(({ file }) => path.basename(file));

  expect(names.some((name) => name.startsWith('decides'))).toBe(true);
  expect(names.some((name) => name.startsWith('names'))).toBe(true);
  expect(asked.length, 'the rest comes after the verdict').toBeGreaterThan(before.length);
  expect(bytes('launch')).toBeGreaterThan(10_000);
  expect(bytes('launch')).toBeLessThanOrEqual(LAUNCH_PAGE);
  expect(bytes('app'), names.join('\n')).toBeLessThanOrEqual(FIRST_SCREEN);
});
