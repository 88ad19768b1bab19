import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { askToSave, confirmDiagnosis, fillIn, save, sayYes, screen } from '../../commands/walk/drive.ts';
import type { FaultOptions } from '../../sandbox/faults/fault-options.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import {
  bodyText,
  documentWrites,
  download,
  hurryClock,
  newPatient,
  openDossier,
  previewOfNewPatient,
  printed,
  say,
  sha1Of,
  storage,
  storedBytes,
  test,
  textOf,
} from './support.ts';

const ONE_WRITE = ['POST /fhir/r4/DocumentReference'];

/** Exactly one document stands in the chart, and it is the booklet that was shown. */
async function expectOneDocument(sandbox: Sandbox, patient: string, shown: string | null): Promise<void> {
  const documents = await sandbox.documents(patient);
  expect(documents.map((document) => sha1Of(storedBytes(document)))).toEqual([shown]);
}

/** The screen "We weten niet of het is opgeslagen": never a claim, and no button to save again. */
async function expectUnknown(page: Page): Promise<void> {
  const text = await textOf(page, 'unknown.title');
  expect(text).toContain(say('unknown.warning'));
  expect(text).toContain('OPSLAAN-59');
  expect(text).not.toContain(say('finish.title'));
  expect(await page.getByRole('button', { name: say('preview.save') }).count()).toBe(0);
}

describe('one deliberate press, one document', () => {
  test('F54 a double click on “Ja, opslaan” sends one request and stores one document', async ({ tab, sandbox }) => {
    const { patient, shown } = await previewOfNewPatient(tab, sandbox);
    await askToSave(tab.page);
    await tab.page
      .getByRole('dialog')
      .getByRole('button', { name: say('save.yes') })
      .dblclick();
    await screen(tab.page, say('finish.title'));
    expect(documentWrites(sandbox)).toEqual(ONE_WRITE);
    await expectOneDocument(sandbox, patient, shown);
  });

  test('F54 two taps before the screen could change send one request', async ({ tab, sandbox }) => {
    const { patient, shown } = await previewOfNewPatient(tab, sandbox);
    await askToSave(tab.page);
    const yes = tab.page.getByRole('dialog').getByRole('button', { name: say('save.yes') });
    await yes.evaluate((button: HTMLButtonElement) => {
      button.click();
      button.click();
    });
    await screen(tab.page, say('finish.title'));
    expect(documentWrites(sandbox)).toEqual(ONE_WRITE);
    await expectOneDocument(sandbox, patient, shown);
  });

  test('F54 Enter held on “Ja, opslaan” sends one request and stores one document', async ({ tab, sandbox, arm }) => {
    const { page } = tab;
    const { patient, shown } = await previewOfNewPatient(tab, sandbox);
    await askToSave(page);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('save.yes') })
      .focus();
    // Slow enough for the key to repeat while the document is on its way.
    arm('F25', { type: 'DocumentReference', ms: 300 });
    for (let repeat = 0; repeat < 20; repeat += 1) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await screen(page, say('finish.title'));
    expect(documentWrites(sandbox)).toEqual(ONE_WRITE);
    await expectOneDocument(sandbox, patient, shown);
  });

  test('“Nee, terug” and Escape store nothing, and saving is still offered', async ({ tab, sandbox }) => {
    const { page } = tab;
    const { patient } = await previewOfNewPatient(tab, sandbox);
    await askToSave(page);
    await page.getByRole('button', { name: say('save.no') }).click();
    await askToSave(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: say('preview.save') }).waitFor();
    expect(documentWrites(sandbox)).toEqual([]);
    expect(await sandbox.documents(patient)).toEqual([]);
  });
});

describe('an answer that was lost', () => {
  test.for(['drop-after', 'error-after'] as const)(
    'F59 %s: the document is looked up, found and only then called saved',
    async (variant, { tab, sandbox, arm }) => {
      const { patient, shown } = await previewOfNewPatient(tab, sandbox);
      arm('F59', { variant });
      await save(tab.page);
      expect(documentWrites(sandbox)).toEqual(ONE_WRITE);
      await expectOneDocument(sandbox, patient, shown);
    },
  );

  test('F59 timeout-after: after 30 seconds the document is looked up and found', async ({ tab, sandbox, arm }) => {
    const { page } = tab;
    const { skip } = await hurryClock(page);
    const { patient, shown } = await previewOfNewPatient(tab, sandbox);
    arm('F59', { variant: 'timeout-after' });
    await askToSave(page);
    await sayYes(page);
    await expect.poll(() => sandbox.hits('F59')).toBe(1);
    expect(await bodyText(page)).toContain(say('save.busy'));
    await skip(30_000);
    await screen(page, say('finish.title'));
    expect(documentWrites(sandbox)).toEqual(ONE_WRITE);
    await expectOneDocument(sandbox, patient, shown);
  });

  test('F59 drop-before: looked up and not found, so nothing was saved and saving is offered again', async ({
    tab,
    sandbox,
    arm,
  }) => {
    const { page } = tab;
    const { patient, shown } = await previewOfNewPatient(tab, sandbox);
    arm('F59', { variant: 'drop-before' });
    await askToSave(page);
    await sayYes(page);
    await page.getByRole('heading', { name: say('save.unreachable.heading') }).waitFor();
    expect(await bodyText(page)).toContain(say('save.unreachable.text'));
    expect(await sandbox.documents(patient)).toEqual([]);
    sandbox.clearFaults();
    await save(page);
    await expectOneDocument(sandbox, patient, shown);
  });

  test.for(['drop-after', 'error-after'] as const)(
    'F59 %s with a look-up that fails: unknown is said until the document is found',
    async (variant, { tab, sandbox, arm }) => {
      const { page } = tab;
      const { patient, shown } = await previewOfNewPatient(tab, sandbox);
      arm('F59', { variant, lookup: 'unreachable' });
      await askToSave(page);
      await sayYes(page);
      await expectUnknown(page);
      await page.getByRole('button', { name: say('unknown.look') }).click();
      await page.getByText('Het zoeken gaf geen antwoord').waitFor();
      await expectUnknown(page);
      expect(sha1Of(await download(page))).toBe(shown);
      sandbox.clearFaults();
      await page.getByRole('button', { name: say('unknown.look') }).click();
      await screen(page, say('finish.title'));
      expect(documentWrites(sandbox)).toEqual(ONE_WRITE);
      await expectOneDocument(sandbox, patient, shown);
    },
  );

  test('F59 timeout-after with a look-up that fails: unknown, and Back does not reopen the way', async ({
    tab,
    sandbox,
    arm,
  }) => {
    const { page } = tab;
    const { skip } = await hurryClock(page);
    const { patient, shown } = await previewOfNewPatient(tab, sandbox);
    arm('F59', { variant: 'timeout-after', lookup: 'unreachable' });
    await askToSave(page);
    await sayYes(page);
    await expect.poll(() => sandbox.hits('F59')).toBe(1);
    await skip(30_000);
    await expectUnknown(page);
    await page.goBack();
    await expectUnknown(page);
    await expectOneDocument(sandbox, patient, shown);
  });

  test('F59 drop-before with a look-up that fails: unknown, then not found, then saved once', async ({
    tab,
    sandbox,
    arm,
  }) => {
    const { page } = tab;
    const { patient, shown } = await previewOfNewPatient(tab, sandbox);
    arm('F59', { variant: 'drop-before', lookup: 'unreachable' });
    await askToSave(page);
    await sayYes(page);
    await expectUnknown(page);
    sandbox.clearFaults();
    await page.getByRole('button', { name: say('unknown.look') }).click();
    await screen(page, say('preview.title'));
    expect(await bodyText(page)).toContain(say('save.unreachable.text'));
    await save(page);
    await expectOneDocument(sandbox, patient, shown);
  });
});

describe('an answer that says little, or something else', () => {
  test.for(['bare', 'accepted', 'other-id', 'foreign-location'] as const)(
    'F62 %s: read back from the chart before it is called saved',
    async (variant, { tab, sandbox, foreign, arm }) => {
      const { patient, shown } = await previewOfNewPatient(tab, sandbox);
      arm('F62', variant === 'foreign-location' ? { variant, foreign: foreign.origin } : { variant });
      await save(tab.page);
      expect(foreign.requests).toEqual([]);
      expect(documentWrites(sandbox)).toEqual(ONE_WRITE);
      await expectOneDocument(sandbox, patient, shown);
    },
  );

  test.for(['hash', 'subject', 'status'] as const)(
    'F63 a document that reads back with another %s is never called saved as shown',
    async (variant, { tab, sandbox, arm }) => {
      const { page } = tab;
      const { patient, shown } = await previewOfNewPatient(tab, sandbox);
      arm('F63', { variant });
      await askToSave(page);
      await sayYes(page);
      const text = await textOf(page, 'differs.title');
      const [document] = await sandbox.documents(patient);
      expect(text).toContain(say('differs.id', { id: document?.id ?? '' }));
      expect(text).toContain('OPSLAAN-63');
      expect(text).not.toContain(say('finish.title'));
      expect(sha1Of(await download(page))).toBe(shown);
    },
  );

  test('F64 403 at saving although it was granted: print-only from here on', async ({ tab, sandbox, arm }) => {
    const { page } = tab;
    const { patient } = await previewOfNewPatient(tab, sandbox);
    arm('F64');
    await askToSave(page);
    await sayYes(page);
    await page.getByText(say('saving.not-allowed.text')).waitFor();
    expect(await page.getByRole('button', { name: say('preview.save') }).count()).toBe(0);
    expect((await printed(await download(page))).pages).toHaveLength(8);
    expect(await sandbox.documents(patient)).toEqual([]);
  });

  test('F56 F57 F58 a refusal is said with its code, keeps the booklet and stores nothing', async ({
    tab,
    sandbox,
    arm,
  }) => {
    const { page } = tab;
    const { patient, shown } = await previewOfNewPatient(tab, sandbox);
    const refusals = [
      { name: 'F57', heading: say('save.too-large.heading'), said: 'OPSLAAN-57' },
      { name: 'F58', heading: say('save.refused.heading'), said: 'OPSLAAN-58' },
      { name: 'F56', heading: say('save.refused.heading'), said: 'OPSLAAN-58' },
    ] as const;
    for (const { name, heading, said } of refusals) {
      sandbox.clearFaults();
      arm(name);
      await askToSave(page);
      await sayYes(page);
      await page.getByRole('heading', { name: heading }).waitFor();
      const text = await bodyText(page);
      expect(text).toContain(said);
      expect(text).not.toContain('not mapped at this site');
    }
    expect(sha1Of(await download(page))).toBe(shown);
    expect(await sandbox.documents(patient)).toEqual([]);
  });
});

describe('the right patient, and nothing of the BSN', () => {
  test('F65 another patient in the answer just before writing: nothing is written, nothing stays on screen', async ({
    tab,
    sandbox,
    arm,
  }) => {
    const { page } = tab;
    const { patient } = await previewOfNewPatient(tab, sandbox);
    await askToSave(page);
    arm('F30', { variant: 'patient' });
    await sayYes(page);
    const text = await textOf(page, 'stop.wrong-patient.title');
    expect(text).toContain('OPSLAAN-65');
    for (const name of ['Samira', 'Henk', 'leiomyosarcoom']) expect(text).not.toContain(name);
    expect(await page.locator('iframe').count()).toBe(0);
    expect(documentWrites(sandbox)).toEqual([]);
    expect(await sandbox.documents(patient)).toEqual([]);
    expect(await storage(page)).toEqual([]);
  });

  const BSN = '999911107';

  test('F44 the BSN of the chart is nowhere: screens, console, storage, requests, booklet, document', async ({
    tab,
    sandbox,
  }) => {
    const { page, seen } = tab;
    const sent: string[] = [];
    page.on('request', (request) => {
      sent.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`);
    });
    const { patient, encounter } = await newPatient(sandbox);
    const looks: string[] = [];
    const look = async (): Promise<void> => {
      looks.push(await page.content(), page.url(), await page.title(), ...(await storage(page)));
    };
    await openDossier(tab, sandbox, { patient, encounter });
    await look();
    await confirmDiagnosis(page);
    await look();
    await fillIn(page);
    await look();
    await askToSave(page);
    await look();
    await sayYes(page);
    await screen(page, say('finish.title'));
    await look();
    const { pages, info, xmp, raw } = await printed(await download(page));
    const [document] = await sandbox.documents(patient);

    expect(JSON.stringify(sandbox.patients.map((one) => one.patient.identifier))).toContain(BSN);
    expect(sent.filter((line) => line.includes('/fhir/r4/DocumentReference')).length).toBeGreaterThan(2);
    for (const text of [...looks, ...sent, ...seen.console]) expect(text).not.toContain(BSN);
    expect(JSON.stringify([pages, info, xmp, raw])).not.toContain(BSN);
    expect(JSON.stringify(document)).not.toContain(BSN);
  });

  test.for(['search', 'create'] as const)(
    'F44 an OperationOutcome that names the BSN (%s) is not shown',
    async (variant, { tab, sandbox, arm }) => {
      const { page, seen } = tab;
      const options: FaultOptions['F44'] = { variant };
      if (variant === 'search') {
        arm('F44', options);
        await openDossier(tab, sandbox, { patient: 'leiomyosarcoom' });
      } else {
        await previewOfNewPatient(tab, sandbox);
        arm('F44', options);
        await askToSave(page);
        await sayYes(page);
        await page.getByRole('heading', { name: say('save.refused.heading') }).waitFor();
        await page.getByText(say('save.refused.details'), { exact: true }).click();
        expect(await bodyText(page)).toContain('DocumentReference.subject');
      }
      expect(await page.content()).not.toContain(BSN);
      expect(await page.content()).not.toContain('verwerking afgebroken');
      expect(seen.console.filter((line) => line.includes(BSN))).toEqual([]);
      expect(await storage(page)).toEqual([]);
    },
  );
});

describe('D20 the approval of the content', () => {
  const TRIAL = 'PROEFVERSIE';

  test.for([
    { name: 'no approval', spoil: () => null },
    {
      name: 'an approval of other content',
      spoil: (approval: object) => ({ ...approval, contentHash: '0'.repeat(64) }),
    },
    {
      name: 'an approval of another version',
      spoil: (approval: object) => ({ ...approval, knowledgeVersion: '1999.1' }),
    },
  ])(
    '$name: a trial on the first screen and on every page, and no way to save',
    async ({ spoil }, { tab, house, sandbox }) => {
      const { page } = tab;
      house.changeConfig((shipped) => ({ ...shipped, approval: spoil(shipped['approval'] as object) }));
      const { patient, encounter } = await newPatient(sandbox);
      await openDossier(tab, sandbox, { patient, encounter });
      const first = await bodyText(page);
      expect(first).toContain(say('saving.trial.heading'));
      expect(first).toContain(say('saving.trial.text'));
      expect(first).not.toContain('Nagekeken door');
      await confirmDiagnosis(page);
      await fillIn(page);
      expect(await page.getByRole('button', { name: say('preview.save') }).count()).toBe(0);
      const { pages } = await printed(await download(page));
      expect(pages.map(({ text }) => text.includes(TRIAL))).toEqual(Array.from({ length: 8 }, () => true));
      expect(pages.map(({ text }) => text).join(' ')).not.toContain('Nagekeken door');
      expect(documentWrites(sandbox)).toEqual([]);
      expect(await sandbox.documents(patient)).toEqual([]);
    },
  );
});
