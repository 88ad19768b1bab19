import type { Page } from 'playwright-core';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { withBrowser } from '../browser.ts';
import type { BenchRow } from './measure-pdf.ts';

/** A pause that a person does not notice, in milliseconds. */
const UNNOTICED = 50;

declare global {
  // Exists in the measured page only: when its first verdict stood in the document.
  var routeVerdictAt: number | undefined;
}

/**
 * How long a chart that is in takes to become a verdict, in a real browser.
 *
 * Shape:  from the end of the last answer of the FHIR server before it until the first verdict stands in the document; the
 *         median of the runs. A chart of 45 Conditions on three pages; documents in it are listed later and not waited for.
 *         Needs a build.
 */
export async function measureVerdict(runs: number): Promise<readonly BenchRow[]> {
  const sandbox = await startSandbox({ port: 0, appDir: new URL('../../dist', import.meta.url).pathname });
  const pauses: number[] = [];
  try {
    await withBrowser(async (context) => {
      for (let run = 0; run < runs; run++) {
        const page = await context.newPage();
        await watchForVerdict(page);
        await page.goto(sandbox.launch({ patient: 'aml' }));
        await page.locator('.verdict').first().waitFor();
        pauses.push(await pauseBeforeVerdict(page));
        await page.close();
      }
    });
  } finally {
    await sandbox.close();
  }
  return [
    {
      what: 'from the last answer of the EHR to the first verdict',
      figure: pauses.toSorted((a, b) => a - b)[Math.floor(pauses.length / 2)] ?? Number.NaN,
      limit: UNNOTICED,
      unit: ' ms',
    },
  ];
}

async function watchForVerdict(page: Page): Promise<void> {
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (globalThis.routeVerdictAt !== undefined || document.querySelector('.verdict') === null) return;
      globalThis.routeVerdictAt = performance.now();
    }).observe(document, { childList: true, subtree: true });
  });
}

/** Errors: throws when no answer of the FHIR server came before the verdict, for then nothing was measured. */
async function pauseBeforeVerdict(page: Page): Promise<number> {
  const pause = await page.evaluate(() => {
    const verdictAt = globalThis.routeVerdictAt ?? Number.NaN;
    const answers = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('/fhir/r4/') && !name.includes('/DocumentReference'))
      .map((entry) => entry.startTime + entry.duration)
      .filter((end) => end <= verdictAt);
    return verdictAt - Math.max(...answers);
  });
  if (!Number.isFinite(pause)) throw new Error('no answer of the FHIR server was seen before the verdict');
  return pause;
}
