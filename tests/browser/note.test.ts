import { describe, expect } from 'vitest';
import { confirmDiagnosis, fillIn, save, screen, askToSave } from '../../commands/walk/drive.ts';
import { judge } from '../../commands/walk/measure.ts';
import { newPatient, openDossier, say, storedBytes, test as base } from './support.ts';

/** An EHR that takes notes only: no PDF, no conditional create, no update, no identifiers. */
const test = base.override('profile', { scope: 'file' }, 'epic');

const COLUMNS = 80;

describe('an EHR that takes notes only', () => {
  test('D13 gets the words of the booklet, seen before they are saved, and finds them again', async ({
    tab,
    sandbox,
  }) => {
    const { page, seen } = tab;
    const chart = await newPatient(sandbox);
    await openDossier(tab, sandbox, chart);
    await confirmDiagnosis(page);
    await fillIn(page);
    await page.getByText(say('note.show')).click();
    const note = page.getByRole('region', { name: say('note.label') });
    const shown = (await note.textContent()) ?? '';
    await judge(page, 'note', seen);
    expect(await askToSave(page)).toContain(say('note.document', { version: 1 }));
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('save.no') })
      .click();
    await save(page);
    expect(await page.getByText(say('finish.text.note')).isVisible()).toBe(true);
    await judge(page, 'saved as note', seen);

    const documents = await sandbox.documents(chart.patient);
    const [stored] = documents.map((document) => storedBytes(document).toString('utf8').replaceAll('\r\n', '\n'));
    expect(stored).toBe(shown);
    expect(documents).toHaveLength(1);
    // An address that is longer than a line stays whole.
    expect(shown.split('\n').filter((line) => line.length > COLUMNS && line.includes(' '))).toEqual([]);

    await openDossier(tab, sandbox, chart);
    await screen(page, say('evidence.title'));
    await page.getByRole('heading', { name: say('stored.list') }).waitFor();
    expect(await page.getByRole('button', { name: say('retract.ask') }).count()).toBe(0);
    await judge(page, 'found again', seen);
    expect({ axe: seen.axe, console: seen.console, csp: seen.cspReports, foreign: seen.foreignRequests }).toEqual({
      axe: [],
      console: [],
      csp: [],
      foreign: [],
    });
  });

  test('D23 a second version says what it replaces, and the first is asked about no more', async ({ tab, sandbox }) => {
    const { page } = tab;
    const chart = await newPatient(sandbox);
    await openDossier(tab, sandbox, chart);
    await confirmDiagnosis(page);
    await fillIn(page);
    await save(page);
    await page.getByRole('button', { name: say('finish.newVersion') }).click();
    await page.getByRole('radio', { name: say('stored.same.replace', { version: 1 }) }).check();
    await page.getByRole('button', { name: say('fill.view') }).click();
    await page.locator('iframe').waitFor();
    await save(page);
    expect(await page.getByText(say('finish.older.label')).isVisible()).toBe(true);
    await openDossier(tab, sandbox, chart);
    await page.getByText(say('stored.status.superseded')).waitFor();
    await confirmDiagnosis(page);
    expect(await page.getByRole('group', { name: /^Versie 1,/ }).count()).toBe(0);
    expect(await page.getByRole('group', { name: /^Versie 2,/ }).count()).toBe(1);
  });

  test('F50 what two windows filed in the same second is pointed out at the next launch', async ({
    tab,
    sandbox,
    newPage,
  }) => {
    const chart = await newPatient(sandbox);
    const pages = [tab.page, await newPage()];
    for (const page of pages) {
      await page.goto(sandbox.launch(chart));
      await confirmDiagnosis(page);
      await fillIn(page);
      await askToSave(page);
    }
    // Held up before it is stored, so that the look-up of the other one finds nothing.
    sandbox.fault('F25', { type: 'Patient', ms: 3_000 });
    await Promise.all(
      pages.map((page) =>
        page
          .getByRole('dialog')
          .getByRole('button', { name: say('save.yes') })
          .click(),
      ),
    );
    await Promise.all(pages.map((page) => screen(page, say('finish.title'))));
    sandbox.clearFaults();
    expect(await sandbox.documents(chart.patient)).toHaveLength(2);
    await openDossier(tab, sandbox, chart);
    await tab.page.getByText(say('stored.twice')).waitFor();
  });
});
