import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { screen } from '../../commands/walk/drive.ts';
import { download, printed, say, test, textOf } from './support.ts';

const NAME = 'Wilhelmina Zonderdossier';

async function violations(page: Page): Promise<readonly string[]> {
  return (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);
}

/** Chooses a diagnosis by search and says who confirms it. */
async function chooseByHand(page: Page): Promise<void> {
  await page.getByRole('searchbox', { name: say('diagnosis.search') }).fill('leiomyo');
  await page
    .getByRole('radio', { name: /leiomyosarco/i })
    .first()
    .check();
  await page.getByRole('textbox', { name: say('person.age') }).fill('52');
  await page.getByRole('textbox', { name: say('person.clinician') }).fill('J. Brands');
  await page.getByRole('checkbox', { name: say('diagnosis.selfChecked') }).check();
  await page.getByRole('button', { name: say('diagnosis.confirm') }).click();
  await screen(page, say('fill.title'));
}

describe('without an EHR', () => {
  test('a booklet is made by hand, on the same screens, and nothing leaves the page', async ({ tab, sandbox }) => {
    const { page } = tab;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${sandbox.origin}/index.html?manual=1`);
    expect(await textOf(page, 'diagnosis.title')).toContain(say('withoutEhr.text'));
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: say('diagnosis.confirm') }).click();
    const alert = await page.getByRole('alert').innerText();
    for (const missing of [
      'diagnosis.nothing-chosen',
      'person.age-missing',
      'person.clinician-missing',
      'diagnosis.not-checked',
    ] as const)
      expect(alert).toContain(say(missing));
    expect(await violations(page)).toEqual([]);
    await chooseByHand(page);

    expect(await page.locator('body').innerText()).toContain(say('withoutEhr.text'));
    await page.getByRole('switch', { name: say('fill.nameOnCover') }).check();
    await page.getByRole('button', { name: say('fill.view') }).click();
    expect(await page.getByRole('alert').innerText()).toContain(say('fill.coverName.missing'));
    await page.getByRole('textbox', { name: say('fill.coverName') }).fill(NAME);
    await page.getByRole('radio', { name: say('fill.contact.unknown') }).check();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: say('fill.view') }).click();
    await page.locator('iframe').waitFor();

    expect(await textOf(page, 'preview.title')).toContain(say('saving.without-ehr.heading'));
    expect(await page.getByRole('button', { name: say('preview.save') }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    const { pages } = await printed(await download(page));
    expect(pages).toHaveLength(8);
    expect(pages[0]?.text).toContain(NAME);
    expect(pages[2]?.text).toContain('leiomyosarcoom');

    // The browser's own PDF viewer asks for files of the browser.
    const own = asked.filter((url) => url.startsWith('http'));
    expect(own.filter((url) => !url.startsWith(`${sandbox.origin}/`))).toEqual([]);
    expect(own.filter((url) => /\/fhir\/|\/auth\/|token|authorize/.test(url))).toEqual([]);
    expect(asked.filter((url) => /Zonderdossier|leiomyo|Brands/i.test(url))).toEqual([]);
    const kept = await page.evaluate(() =>
      JSON.stringify([
        Object.entries(localStorage),
        Object.entries(sessionStorage),
        document.cookie,
        document.title,
        location.href,
      ]),
    );
    expect(kept).not.toMatch(/Zonderdossier|leiomyo|Brands/i);
  });

  test('D25 makes no booklet for a minor', async ({ tab, sandbox }) => {
    const { page } = tab;
    await page.goto(`${sandbox.origin}/index.html?manual=1`);
    await screen(page, say('diagnosis.title'));
    await page.getByRole('textbox', { name: say('person.age') }).fill('17');
    expect(await page.locator('body').innerText()).toContain(say('person.age-minor'));
  });

  test('is offered where the app is opened without a launch', async ({ tab, sandbox }) => {
    const { page } = tab;
    await page.goto(`${sandbox.origin}/index.html`);
    await page.getByRole('link', { name: 'Een boekje maken zonder EPD' }).click();
    await screen(page, say('diagnosis.title'));
  });

  test('is not there where the site does not allow it', async ({ tab, sandbox, house }) => {
    house.changeConfig((shipped) => ({ ...shipped, withoutEhr: false }));
    const { page } = tab;
    await page.goto(`${sandbox.origin}/index.html?manual=1`);
    await screen(page, 'Zonder EPD kan hier niet');
    await page.goto(`${sandbox.origin}/index.html`);
    await screen(page, 'Start de app opnieuw');
    expect(await page.getByRole('link').count()).toBe(0);
  });
});
