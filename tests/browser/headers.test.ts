import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect } from 'vitest';
import { H1_HEADERS } from '../support/h1-headers.ts';
import { APP_FOLDER, say, test } from './support.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html;charset=utf-8',
  '.js': 'text/javascript;charset=utf-8',
  '.css': 'text/css;charset=utf-8',
  '.json': 'application/json;charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain;charset=utf-8',
};

async function shippedFiles(): Promise<readonly string[]> {
  const entries = await readdir(APP_FOLDER, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('.vite'))
    .map((entry) => path.relative(APP_FOLDER, path.join(entry.parentPath, entry.name)));
}

describe('H1', () => {
  test('every file of the release comes with exactly these headers and its type; hashed names are kept, the rest is not', async ({
    sandbox,
  }) => {
    const files = await shippedFiles();
    expect(files).toEqual(expect.arrayContaining(['launch.html', 'index.html', 'config.json']));
    expect(new Set(files.map((file) => path.extname(file)))).toEqual(new Set(Object.keys(TYPES)));
    for (const file of files) {
      const { status, headers } = await fetch(`${sandbox.origin}/${file}`);
      expect(status, file).toBe(200);
      expect(Object.fromEntries(headers), file).toMatchObject({
        ...H1_HEADERS,
        'content-type': TYPES[path.extname(file)],
        'cache-control': file.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-store',
      });
      expect(headers.get('x-frame-options'), file).toBeNull();
    }
  });

  test('a file that is not there is 404 with the same headers, never index.html', async ({ sandbox }) => {
    for (const file of ['nothing', 'assets/old-Hash1234.js', 'index.htm', 'patient/1']) {
      const response = await fetch(`${sandbox.origin}/${file}`);
      expect(response.status, file).toBe(404);
      expect(Object.fromEntries(response.headers), file).toMatchObject({ ...H1_HEADERS, 'cache-control': 'no-store' });
      expect(await response.text()).not.toContain('<html');
    }
  });
});

describe('in a frame', () => {
  test('inside a chart of the EHR the app runs, and says that it shows no preview there', async ({ tab, sandbox }) => {
    const { page, seen } = tab;
    await page.goto(`${sandbox.origin}/ehr/frame/leiomyosarcoom`);
    const app = page.frameLocator('iframe[title="Jouw route"]');
    await app.getByRole('button', { name: /^Bevestig: / }).click();
    await app.getByRole('radio', { name: say('fill.contact.unknown') }).click();
    await app.getByRole('button', { name: say('fill.view') }).click();
    await app.getByText(say('preview.framed')).waitFor();
    expect(await app.locator('iframe').count()).toBe(0);
    expect(await app.getByRole('link', { name: say('preview.open') }).count()).toBeGreaterThan(0);
    await app.getByRole('button', { name: say('preview.save') }).waitFor();
    expect(seen.cspReports).toEqual([]);
    expect(seen.foreignRequests).toEqual([]);
  });

  test.for(['launch.html', 'index.html'])(
    'F45 framed by a foreign server, %s does not render',
    async (file, { newPage, sandbox, foreign }) => {
      const page = await newPage();
      sandbox.clearRequests();
      const address =
        file === 'launch.html' ? sandbox.launch({ patient: 'leiomyosarcoom' }) : `${sandbox.origin}/${file}`;
      const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
      await page.goto(foreign.framing(address));
      await refused;
      const [frame] = page.frames().slice(1);
      expect(await frame?.locator('main, #app').count()).toBe(0);
      expect(sandbox.requests.map(({ path: at }) => at)).toEqual([`/${file}`]);
    },
  );
});
