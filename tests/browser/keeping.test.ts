import AxeBuilder from '@axe-core/playwright';
import type { Route } from 'playwright-core';
import { describe, expect } from 'vitest';
import { askToSave, fillIn, save, sayYes, screen } from '../../commands/walk/drive.ts';
import { sha1Shown, watch } from '../../commands/walk/measure.ts';
import {
  documentWrites,
  download,
  expectLaunchProblem,
  newPatient,
  openPreview,
  previewOfNewPatient,
  printed,
  requestsBeyondFiles,
  say,
  sha1Of,
  storedBytes,
  test,
} from './support.ts';

describe('the work is kept', () => {
  test('D27 Back goes through the screens and loses nothing; the booklet that was made is still the right one', async ({
    tab,
    sandbox,
  }) => {
    const { page } = tab;
    const { shown } = await previewOfNewPatient(tab, sandbox);
    await page.goBack();
    await screen(page, say('fill.title'));
    expect(await page.getByRole('radio', { name: /Joke Brands/ }).isChecked()).toBe(true);
    expect(await page.getByRole('textbox', { name: say('fill.sickDay') }).inputValue()).toBe('14-09-2026');
    await page.goBack();
    await screen(page, say('evidence.title'));
    await page.getByRole('button', { name: /^Bevestig: / }).click();
    await screen(page, say('fill.title'));
    expect(await page.getByRole('radio', { name: /Joke Brands/ }).isChecked()).toBe(true);
    await page.goBack();
    await screen(page, say('evidence.title'));
    await page.goForward();
    await screen(page, say('fill.title'));
    await page.getByRole('button', { name: say('fill.view') }).click();
    await page.locator('iframe').waitFor();
    expect(await sha1Shown(page)).toBe(shown);
  });

  test('F53 a change after the booklet was made throws it away: what is saved is what was seen last', async ({
    tab,
    sandbox,
  }) => {
    const { page } = tab;
    const { patient, shown: before } = await previewOfNewPatient(tab, sandbox);
    await page.getByRole('button', { name: say('preview.changeDiagnosis') }).click();
    await screen(page, say('diagnosis.title'));
    await page.getByRole('searchbox', { name: say('diagnosis.search') }).fill('mesothelioom');
    await page
      .getByRole('radio', { name: /mesothelioom/i })
      .first()
      .click();
    await page.getByRole('button', { name: say('diagnosis.confirm') }).click();
    await screen(page, say('fill.title'));
    await fillIn(page);
    const shown = await sha1Shown(page);
    expect(shown).not.toBe(before);
    const text = (await printed(await download(page))).pages.map((one) => one.text).join(' ');
    expect(text).toContain('mesothelioom');
    expect(text).not.toContain('leiomyosarcoom');
    await save(page);
    const documents = await sandbox.documents(patient);
    expect(documents.map((one) => sha1Of(storedBytes(one)))).toEqual([shown]);
  });

  test('F66 a booklet engine that does not load is said; choices stay, and trying again makes the booklet', async ({
    tab,
    sandbox,
  }) => {
    const { page } = tab;
    const { patient, encounter } = await newPatient(sandbox);
    let refused = 0;
    await page.route(/pdf\.worker/, async (route) => {
      refused += 1;
      await route.abort();
    });
    await page.goto(sandbox.launch({ patient, encounter }));
    await page.getByRole('button', { name: /^Bevestig: / }).click();
    await page.getByRole('radio', { name: /Joke Brands/ }).click();
    await page.getByRole('button', { name: say('fill.view') }).click();
    await page.getByRole('heading', { name: say('preview.failed.heading') }).waitFor();
    expect(refused).toBeGreaterThan(0);
    expect(await page.getByRole('button', { name: say('preview.save') }).count()).toBe(0);
    await page.unroute(/pdf\.worker/);
    await page.getByRole('button', { name: say('preview.tryAgain') }).click();
    await page.locator('iframe').waitFor();
    const { pages } = await printed(await download(page));
    expect(pages[1]?.text).toContain('Joke Brands');
  });

  test('rule 9 a booklet that takes long: said after five seconds, given up after ten, and nothing is lost', async ({
    tab,
    sandbox,
  }) => {
    const { page } = tab;
    const { patient, encounter } = await newPatient(sandbox);
    await page.goto(sandbox.launch({ patient, encounter }));
    await page.getByRole('button', { name: /^Bevestig: / }).click();
    await page.getByRole('radio', { name: /Joke Brands/ }).click();
    const held: Route[] = [];
    await page.route(/pdf\.worker/, (route) => void held.push(route));
    await page.getByRole('button', { name: say('fill.view') }).click();
    await page.getByText(say('preview.slow')).waitFor();
    const giveUp = page.getByRole('button', { name: say('preview.cancel') });
    await giveUp.waitFor();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await giveUp.click();
    await screen(page, say('fill.title'));
    expect(await page.getByRole('radio', { name: /Joke Brands/ }).isChecked()).toBe(true);
    await page.unroute(/pdf\.worker/);
    await page.getByRole('button', { name: say('fill.view') }).click();
    await page.locator('iframe').waitFor();
  });

  test('F51 a window that may not remember anything is told so before anyone is asked to sign in', async ({
    tab,
    sandbox,
  }) => {
    const { page } = tab;
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'sessionStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.goto(sandbox.launch({ patient: 'leiomyosarcoom' }));
    await expectLaunchProblem(page, 'storage-blocked', 'START-51');
    expect(requestsBeyondFiles(sandbox)).toEqual(['GET /fhir/r4/.well-known/smart-configuration']);
  });
});

test('F50 F55 two tabs on one patient: the second finds the first one’s booklet, asks, and becomes version 2', async ({
  tab,
  newPage,
  sandbox,
}) => {
  const { patient, encounter } = await previewOfNewPatient(tab, sandbox);
  const page = await newPage();
  const second = { page, seen: await watch(page, sandbox.origin) };
  await openPreview(second, sandbox, { patient, encounter });
  // A tab in the background draws nothing, and is waited for in vain.
  await tab.page.bringToFront();
  await save(tab.page);
  const [first] = await sandbox.documents(patient);

  await page.bringToFront();
  await askToSave(page);
  await sayYes(page);
  await page.getByRole('heading', { name: say('stored.changed') }).waitFor();
  expect(documentWrites(sandbox)).toHaveLength(1);
  await page.getByRole('radio', { name: say('stored.same.replace', { version: 1 }) }).click();
  await page.getByRole('button', { name: say('fill.view') }).click();
  await page.locator('iframe').waitFor();
  expect(await askToSave(page)).toContain('versie 2');
  await sayYes(page);
  await screen(page, say('finish.title'));
  const documents = await sandbox.documents(patient);
  expect(documents.map(({ id }) => id)).toContain(first?.id);
  expect(documents).toHaveLength(2);
});
