import type { Page } from 'playwright-core';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { withBrowser } from '../browser.ts';
import type { BenchRow } from './measure-pdf.ts';

/** A task of the main thread that a person notices, in milliseconds: the browser reports no shorter ones. */
const NOTICED = 50;

declare global {
  // Exists in the measured page only.
  var routeLongest: number | undefined;
}

/**
 * How long the main thread is held up while a booklet is made, in a real browser: typing and clicking must go on.
 *
 * Shape:  per length the median of the longest task of each run, 0 when the browser saw none over 50 ms. Needs a build.
 */
export async function measureApp(runs: number): Promise<readonly BenchRow[]> {
  const sandbox = await startSandbox({ port: 0, appDir: new URL('../../dist', import.meta.url).pathname });
  const longest = { kort: [] as number[], volledig: [] as number[] };
  try {
    await withBrowser(async (context) => {
      for (let run = 0; run < runs; run++) {
        const page = await context.newPage();
        await page.goto(`${sandbox.origin}/index.html?manual=1`);
        await provePageIsWatched(page);
        await fillInByHand(page);
        longest.kort.push(await longestTaskDuring(page, () => viewBooklet(page)));
        longest.volledig.push(await longestTaskDuring(page, () => viewFullLength(page)));
        await page.close();
      }
    });
  } finally {
    await sandbox.close();
  }
  return Object.entries(longest).map(([length, tasks]) => ({
    what: `longest task of the main thread while ${length} is made`,
    figure: tasks.toSorted((a, b) => a - b)[Math.floor(tasks.length / 2)] ?? Number.NaN,
    limit: NOTICED,
    unit: ' ms',
  }));
}

/** A browser that does not report a task of 100 ms would report nothing at all. */
async function provePageIsWatched(page: Page): Promise<void> {
  await page.getByRole('searchbox').waitFor();
  const seen = await longestTaskDuring(page, async () => {
    // What a debugger evaluates is no task of the page: a timer is.
    await page.evaluate(() => {
      setTimeout(() => {
        const until = performance.now() + 100;
        while (performance.now() < until);
      });
    });
    await page.waitForTimeout(200);
    // Reported once the task is over.
    await page.waitForTimeout(100);
  });
  if (!(seen >= 100)) throw new Error('the browser reports no long tasks');
}

async function fillInByHand(page: Page): Promise<void> {
  await page.getByRole('searchbox').fill('leiomyo');
  await page
    .getByRole('radio', { name: /leiomyosarco/i })
    .first()
    .check();
  await page.getByRole('textbox', { name: 'Leeftijd in jaren' }).fill('52');
  await page.getByRole('textbox', { name: 'Jouw naam' }).fill('J. Brands');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Ik bevestig deze diagnose' }).click();
  await page.getByRole('radio', { name: /Nog niet bekend/ }).check();
}

async function viewBooklet(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Boekje bekijken' }).click();
  await page.locator('iframe').waitFor();
}

async function viewFullLength(page: Page): Promise<void> {
  const shown = await page.locator('iframe').getAttribute('src');
  await page.getByRole('radio', { name: 'Volledig' }).check();
  await page.locator(`iframe:not([src="${shown ?? ''}"])`).waitFor();
}

/** Milliseconds of the longest task while something is done; 0 when none was noticed. */
async function longestTaskDuring(page: Page, action: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    globalThis.routeLongest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        globalThis.routeLongest = Math.max(globalThis.routeLongest ?? 0, duration);
    }).observe({ type: 'longtask' });
  });
  await action();
  return (await page.evaluate(() => globalThis.routeLongest)) ?? Number.NaN;
}
