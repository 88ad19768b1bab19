import AxeBuilder from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { structureFaults } from '../pdf/tagging/structure-faults.ts';
import { confirmDiagnosis, fillIn } from '../../commands/walk/drive.ts';
import {
  documentWrites,
  download,
  newPatient,
  openDossier,
  previewOfNewPatient,
  printed,
  say,
  test,
} from './support.ts';

/** Makes a file beside the booklet and downloads it. */
async function extra(page: Page, kind: 'folded' | 'text'): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  await page.getByRole('button', { name: say(`extra.${kind}.make`) }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: say(`extra.${kind}.download`) }).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

describe('beside the booklet as it is first shown', () => {
  test('D28 large print is one click: another document, seen before it can be saved', async ({ tab, sandbox }) => {
    await previewOfNewPatient(tab, sandbox);
    const small = await printed(await download(tab.page));
    await tab.page.getByRole('radio', { name: say('letters.large') }).check();
    await tab.page.getByText(say('preview.printHint.large', { pages: 8 })).waitFor();
    const largeBytes = await download(tab.page);
    expect(await structureFaults(largeBytes)).toEqual([]);
    const large = await printed(largeBytes);
    expect(small.pages.map(({ width }) => Math.round(width))).toEqual(Array<number>(8).fill(420));
    expect(large.pages.map(({ width }) => Math.round(width))).toEqual(Array<number>(8).fill(595));
    expect(large.xmp).toMatch(/<pdfaid:conformance>A</);
    expect(large.raw).toContain('/StructTreeRoot');
    const axe = await new AxeBuilder({ page: tab.page }).analyze();
    expect(axe.violations.map(({ id }) => id)).toEqual([]);
  });

  test('D28 the full length is one click, in either letters, and can be folded', async ({ tab, sandbox }) => {
    await previewOfNewPatient(tab, sandbox);
    await tab.page.getByRole('radio', { name: say('length.volledig') }).check();
    await tab.page.getByText(say('preview.printHint.normal', { pages: 40 })).waitFor();
    const fullBytes = await download(tab.page);
    expect(await structureFaults(fullBytes)).toEqual([]);
    const full = await printed(fullBytes);
    expect(full.pages).toHaveLength(40);
    expect(full.pages.at(3)?.text).toContain('Inhoud');
    expect(full.xmp).toMatch(/<pdfaid:conformance>A</);
    const axe = await new AxeBuilder({ page: tab.page }).analyze();
    expect(axe.violations.map(({ id }) => id)).toEqual([]);
    const folded = await extra(tab.page, 'folded');
    expect((await printed(folded.bytes)).pages).toHaveLength(20);
    await tab.page.getByRole('radio', { name: say('letters.large') }).check();
    await tab.page.getByText(say('preview.printHint.large', { pages: 36 })).waitFor();
  });

  test('D39 the engine comes only when a booklet is made', async ({ tab, sandbox }) => {
    const asked: string[] = [];
    tab.page.on('request', (request) => asked.push(request.url()));
    const heavy = (): readonly string[] => asked.filter((url) => /pdf\.worker|NotoSans/.test(url));
    await openDossier(tab, sandbox, await newPatient(sandbox));
    await confirmDiagnosis(tab.page);
    expect(heavy()).toEqual([]);
    await fillIn(tab.page);
    // The second font is for letters that the first lacks.
    expect(heavy().map((url) => /pdf\.worker|NotoSans/.exec(url)?.[0])).toEqual(['pdf.worker']);
  });

  test('a file to fold has its pages on two sheets, claims nothing, and is never filed', async ({ tab, sandbox }) => {
    await previewOfNewPatient(tab, sandbox);
    const { name, bytes } = await extra(tab.page, 'folded');
    const folded = await printed(bytes);
    expect(name).toMatch(/^jouw-route-\d{4}-\d\d-\d\d-vouwen\.pdf$/);
    expect(folded.pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual(
      Array<number[]>(4).fill([839, 595]),
    );
    expect(folded.raw).not.toContain('/StructTreeRoot');
    expect(folded.xmp).not.toMatch(/pdfaid|pdfuaid/);
    expect(await tab.page.getByText(say('extra.folded.made', { sheets: 2 })).isVisible()).toBe(true);
    expect(documentWrites(sandbox)).toEqual([]);
  });

  test('the booklet is there as plain text', async ({ tab, sandbox }) => {
    await previewOfNewPatient(tab, sandbox);
    const { name, bytes } = await extra(tab.page, 'text');
    expect(name).toMatch(/^jouw-route-\d{4}-\d\d-\d\d\.txt$/);
    expect(bytes.toString('utf8')).toMatch(/^Jouw route\n=+\n/);
  });

  test('F66 without the PDF engine a file beside the booklet is said not to be there, and the booklet stays', async ({
    tab,
    sandbox,
  }) => {
    const { page } = tab;
    // The engine of the booklet on screen is kept running: the test holds it, to break it afterwards.
    await page.addInitScript(`
      window.startedWorkers = [];
      window.Worker = class extends Worker {
        constructor(...how) {
          super(...how);
          window.startedWorkers.push(this);
        }
      };`);
    await previewOfNewPatient(tab, sandbox);
    let refused = 0;
    await page.route(/pdf\.worker/, async (route) => {
      refused += 1;
      await route.abort();
    });
    expect(await page.evaluate<number>('window.startedWorkers.length')).toBe(1);
    await page.evaluate("window.startedWorkers[0].dispatchEvent(new Event('error'))");
    await page.getByRole('button', { name: say('extra.folded.make') }).click();
    await page.getByText(say('extra.failed')).waitFor();
    expect(refused).toBe(2);
    expect((await printed(await download(page))).pages).toHaveLength(8);
    await page.unroute(/pdf\.worker/);
    expect((await printed((await extra(page, 'folded')).bytes)).pages).toHaveLength(4);
  });
});
