// More than one window on one browser, and windows that come back: nothing stays, nothing is written (F47 to F50).
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { openBrowser } from '../../commands/browser.ts';
import { askToSave, confirmDiagnosis, fillIn, save, sayYes, screen } from '../../commands/walk/drive.ts';
import {
  documentWrites,
  expectLaunchProblem,
  newPatient,
  openDossier,
  openPreview,
  previewOfNewPatient,
  requestsBeyondFiles,
  say,
  storage,
  test,
} from './support.ts';

/** No name, no PDF, nothing kept, and nothing to press that reads or writes. */
async function expectGone(page: Page, stop: 'idle' | 'restored' | 'other-patient'): Promise<void> {
  await screen(page, say(`stop.${stop}.title`));
  const content = await page.content();
  for (const word of ['Samira', '1974', 'leiomyosarcoom']) expect(content).not.toContain(word);
  expect(await page.locator('iframe').count()).toBe(0);
  expect(await page.getByRole('button').filter({ hasNotText: 'English' }).count()).toBe(0);
  expect(await storage(page)).toEqual([]);
}

describe('F47 a page that comes back', () => {
  /** What the browser says to a page that it takes out of its memory. */
  const restore = (page: Page): Promise<boolean> =>
    page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));

  test('F47 with a booklet in it, and the dialog open: nothing of it is left, and nothing is sent any more', async ({
    tab,
    sandbox,
  }) => {
    const { page } = tab;
    const { patient } = await previewOfNewPatient(tab, sandbox);
    await askToSave(page);
    sandbox.clearRequests();
    await restore(page);
    await expectGone(page, 'restored');
    await page.keyboard.press('Enter');
    await expectGone(page, 'restored');
    expect(requestsBeyondFiles(sandbox)).toEqual([]);
    expect(await sandbox.documents(patient)).toEqual([]);
  });

  test('F47 Back after a booklet was taken back: the list is not brought up again, and nothing is sent twice', async ({
    tab,
    sandbox,
  }) => {
    const { page } = tab;
    const launch = await newPatient(sandbox);
    await openPreview(tab, sandbox, launch);
    await save(page);
    page.once('dialog', (dialog) => void dialog.accept());
    await openDossier(tab, sandbox, launch);
    await page.getByRole('button', { name: say('retract.ask') }).click();
    await page.getByRole('button', { name: say('retract.yes') }).click();
    await page.getByText(say('retract.done')).waitFor();
    sandbox.clearRequests();
    await page.goto(`${sandbox.origin}/ehr/`);
    await page.goBack();
    await expectLaunchProblem(page, 'no-launch', 'START-02');
    expect(documentWrites(sandbox)).toEqual([]);
    expect((await sandbox.documents(launch.patient)).map(({ status }) => status)).toEqual(['entered-in-error']);
  });

  test('F47 out of the memory of a browser that keeps pages: the record is not shown again', async ({ sandbox }) => {
    const { context, close } = await openBrowser({ keepsPages: true });
    try {
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(sandbox.launch({ patient: 'leiomyosarcoom' }));
      await screen(page, say('evidence.title'));
      await page.goto(`${sandbox.origin}/ehr/`);
      await page.goBack();
      await page
        .locator('h1')
        .filter({ hasText: say('stop.restored.title') })
        .waitFor();
      expect(await page.content()).not.toContain('Samira');
      expect(await storage(page)).toEqual([]);
    } finally {
      await close();
    }
  });
});

describe('F48 left alone', () => {
  const MINUTE = 60_000;

  test.for([
    {
      patient: 'overleden',
      heading: 'stop.deceased.title',
      name: 'a screen that ends the way and still names the patient',
    },
    { patient: 'leiomyosarcoom', heading: 'stop.patient-not-read.title', name: 'a screen that offers to read again' },
  ] as const)('F48 $name goes too, token and all', async ({ patient, heading }, { tab, house, sandbox, arm }) => {
    const { page } = tab;
    house.changeConfig((config) => ({ ...config, idleMinutes: 1 }));
    if (heading === 'stop.patient-not-read.title') arm('F27', { type: 'Patient' });
    await page.goto(sandbox.launch({ patient }));
    await screen(page, say(heading));
    sandbox.clearRequests();
    await page.evaluate((later) => {
      const { now } = Date;
      Date.now = () => now() + later;
    }, MINUTE);
    await page.keyboard.press('Tab');
    await expectGone(page, 'idle');
    expect(await page.getByRole('region', { name: say('patient.label') }).count()).toBe(0);
    expect(requestsBeyondFiles(sandbox)).toEqual([]);
  });
});

describe('F49 another chart in the same browser', () => {
  test('F49 while the older one could not read its patient: there is no way back to it', async ({
    tab,
    newPage,
    sandbox,
    arm,
  }) => {
    const { page } = tab;
    arm('F27', { type: 'Patient' });
    await page.goto(sandbox.launch(await newPatient(sandbox)));
    await page.getByRole('button', { name: say('evidence.readAgain') }).waitFor();
    sandbox.clearFaults();
    const other = await newPage();
    await other.goto(sandbox.launch(await newPatient(sandbox)));
    await screen(other, say('evidence.title'));
    await expectGone(page, 'other-patient');
  });

  test('F49 while the older one is writing: what had not been sent is not sent', async ({
    tab,
    newPage,
    sandbox,
    arm,
  }) => {
    const { page } = tab;
    const { patient } = await previewOfNewPatient(tab, sandbox);
    await askToSave(page);
    sandbox.clearRequests();
    arm('F25', { type: 'Patient', ms: 4_000, times: 1 });
    await sayYes(page);
    await expect.poll(() => sandbox.hits('F25')).toBe(1);
    const other = await newPage();
    await other.goto(sandbox.launch(await newPatient(sandbox)));
    await expectGone(page, 'other-patient');
    await page.waitForTimeout(5_000);
    expect(documentWrites(sandbox)).toEqual([]);
    expect(await sandbox.documents(patient)).toEqual([]);
    await screen(other, say('evidence.title'));
  });

  test('F49 without a way to hear of other windows the app does not begin', async ({ tab, sandbox }) => {
    await tab.page.addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'BroadcastChannel');
    });
    await tab.page.goto(sandbox.launch({ patient: 'leiomyosarcoom' }));
    await expectLaunchProblem(tab.page, 'other-charts-unheard', 'START-49');
    expect(requestsBeyondFiles(sandbox)).toEqual(['GET /fhir/r4/.well-known/smart-configuration']);
    expect(await storage(tab.page)).toEqual([]);
  });
});

test('F50 one patient launched twice, by two clinicians, in two windows: neither stops the other', async ({
  tab,
  newPage,
  sandbox,
}) => {
  const launch = await newPatient(sandbox);
  await openDossier(tab, sandbox, launch);
  const other = await newPage();
  await other.goto(sandbox.launch({ ...launch, user: 'prac-brands' }));
  await screen(other, say('evidence.title'));
  await confirmDiagnosis(other);
  await tab.page.bringToFront();
  await confirmDiagnosis(tab.page);
  await fillIn(tab.page);
  await save(tab.page);
  await other.bringToFront();
  await screen(other, say('fill.title'));
});
