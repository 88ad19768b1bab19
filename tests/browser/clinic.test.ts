// What a clinic sets, and what happens to a booklet and a record after they were opened.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { canConfirm, confirmDiagnosis, readDossier, save, screen } from '../../commands/walk/drive.ts';
import { download, newPatient, openDossier, previewOfNewPatient, printed, say, test } from './support.ts';

const axe = async (page: Page): Promise<readonly string[]> =>
  (await new AxeBuilder({ page }).exclude('iframe').analyze()).violations.map(({ id }) => id);
const LEIOMYOSARCOMA = 'leiomyosarcoma';

describe('a booklet that stands in the chart', () => {
  test('D23 is on the first screen of the next launch, and can be retracted there', async ({ tab, sandbox }) => {
    const launch = await newPatient(sandbox);
    await openDossier(tab, sandbox, launch);
    await confirmDiagnosis(tab.page);
    await tab.page.getByRole('radio', { name: say('fill.contact.user') }).click();
    await tab.page.getByRole('button', { name: say('fill.view') }).click();
    await screen(tab.page, say('preview.title'));
    await tab.page.locator('iframe').waitFor();
    await save(tab.page);
    tab.page.once('dialog', (dialog) => void dialog.accept());
    await openDossier(tab, sandbox, launch);
    await tab.page.getByRole('heading', { name: say('stored.list') }).waitFor();
    expect(await axe(tab.page)).toEqual([]);
    await tab.page.getByRole('button', { name: say('retract.ask') }).click();
    expect(await tab.page.getByRole('dialog').innerText()).toContain('Samira de Boer');
    expect(await axe(tab.page)).toEqual([]);
    await tab.page.getByRole('button', { name: say('retract.yes') }).click();
    await tab.page.getByText(say('retract.done')).waitFor();
    await tab.page.getByText(say('retract.paper')).waitFor();
    const documents = await sandbox.documents(launch.patient);
    expect(documents.map(({ status }) => status)).toEqual(['entered-in-error']);
    expect(documents[0]?.content[0]?.attachment.data).toBeTypeOf('string');
    expect([tab.seen.console, tab.seen.foreignRequests]).toEqual([[], []]);
  });
});

test('rule 8 after a whole run nobody is named in address, title, storage, console or request addresses', async ({
  tab,
  sandbox,
}) => {
  const { page, seen } = tab;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await previewOfNewPatient(tab, sandbox);
  await save(page);
  const kept = await page.evaluate(async () => [
    location.href,
    document.title,
    document.cookie,
    JSON.stringify(Object.entries(localStorage)),
    JSON.stringify(Object.entries(sessionStorage)),
    JSON.stringify(history.state),
    JSON.stringify(await indexedDB.databases()),
    JSON.stringify(await caches.keys()),
  ]);
  const everywhere = [...kept, ...seen.console, ...asked].join('\n');
  for (const secret of ['Samira', 'de Boer', '999911107', '1974', 'sarcoom', '443719001']) {
    expect(everywhere.toLowerCase()).not.toContain(secret.toLowerCase());
  }
  // The record was read, so there was something to leak.
  expect(await page.content()).toContain('Samira');
});

test('rule 3 documents that could not be read are not called none: said on the first screen, and tried again', async ({
  tab,
  sandbox,
}) => {
  const { page } = tab;
  let refuse = true;
  await page.route('**/DocumentReference?**', (route) => (refuse ? route.fulfill({ status: 403 }) : route.continue()));
  await openDossier(tab, sandbox, await newPatient(sandbox));
  await page.getByText(say('stored.notRead')).waitFor();
  expect(await axe(page)).toEqual([]);
  refuse = false;
  await page.getByRole('button', { name: say('stored.searchAgain') }).click();
  await page.getByText(say('stored.notRead')).waitFor({ state: 'detached' });
});

describe('D26 what a pathologist recorded', () => {
  const WEEFSEL = { patient: 'weefsel' };

  test('is not asked for as shipped: the code leaves the kind open', async ({ tab, sandbox }) => {
    await openDossier(tab, sandbox, WEEFSEL);
    expect((await readDossier(tab.page)).findings).toMatchObject([{ verdict: say('verdict.undecided') }]);
    expect(await canConfirm(tab.page)).toBe(false);
    expect(sandbox.requests.filter(({ type }) => type === 'Observation')).toEqual([]);
  });

  test('names the cancer where the site asks for it', async ({ tab, house, sandbox }) => {
    house.changeConfig((config) => {
      const [issuer] = config['issuers'] as readonly [{ readonly scope: string }];
      return { ...config, issuers: [{ ...issuer, scope: `${issuer.scope} patient/Observation.rs` }] };
    });
    await openDossier(tab, sandbox, WEEFSEL);
    const { findings, gaps } = await readDossier(tab.page);
    expect(findings).toMatchObject([{ verdict: say('verdict.rare') }]);
    expect(gaps.join()).not.toContain(say('gap.Observation'));
    expect(await canConfirm(tab.page)).toBe(true);
    expect(await axe(tab.page)).toEqual([]);
  });
});

describe('D21 recall', () => {
  test('of a diagnosis: no confirmation, and the screen says why', async ({ tab, house, sandbox }) => {
    house.changeConfig((config) => ({
      ...config,
      recall: { entities: [LEIOMYOSARCOMA], blocks: [], knowledgeVersions: [] },
    }));
    await openDossier(tab, sandbox, await newPatient(sandbox));
    await tab.page.getByRole('heading', { name: say('evidence.recalled.heading') }).waitFor();
    expect(await tab.page.getByRole('button', { name: /^Bevestig: / }).count()).toBe(0);
    expect(await axe(tab.page)).toEqual([]);
  });

  test('of the texts of this release: no booklet at all', async ({ tab, house, sandbox }) => {
    house.changeConfig((config) => {
      const { knowledgeVersion } = config['approval'] as { readonly knowledgeVersion: string };
      return { ...config, recall: { entities: [], blocks: [], knowledgeVersions: [knowledgeVersion] } };
    });
    await openDossier(tab, sandbox, await newPatient(sandbox));
    await tab.page.getByRole('heading', { name: say('evidence.release-recalled.heading') }).waitFor();
    expect(await tab.page.getByRole('button', { name: say('evidence.chooseYourself') }).count()).toBe(0);
  });

  test('of what this release does not have is a fault: nothing is shown of the chart', async ({
    tab,
    house,
    sandbox,
  }) => {
    house.changeConfig((config) => ({
      ...config,
      recall: { entities: ['kiespijn'], blocks: [], knowledgeVersions: [] },
    }));
    await tab.page.goto(sandbox.launch(await newPatient(sandbox)));
    await tab.page.getByText('recall.entities[0]: kent deze diagnose niet: kiespijn.').waitFor();
    expect(await tab.page.content()).not.toContain('Samira');
  });
});

test('F08 a config with ten faults says ten sentences, starts nothing and sends nothing', async ({
  tab,
  house,
  sandbox,
}) => {
  const launch = await newPatient(sandbox);
  house.changeConfig((config) => ({
    ...config,
    hospital: { name: '', emergencyPhone: 'bel ons' },
    helpDesk: ' ',
    issuers: [],
    defaultLength: 'lang',
    languages: ['nl', 'nl'],
    idleMinutes: 0,
    chaptersOff: ['behandeling'],
    directory: { centres: '../centres.csv', organisations: null },
    onbekend: true,
  }));
  await tab.page.goto(sandbox.launch(launch));
  const faults = tab.page.locator('main li');
  await faults.first().waitFor();
  expect(await faults.count()).toBe(10);
  expect(sandbox.requests.filter(({ path }) => path.startsWith('/fhir'))).toEqual([]);
});

const CENTRES = [
  'row_id;hospital_name;city;centre_name;disorder_name_official;match_entity_ids;population;recognition_date;recognition_end;status;source_url;source_date;checked_on;checked_by_role',
  `a;Ziekenhuis De Es;Zandstad;Centrum (verzonnen);Sarcoma;${LEIOMYOSARCOMA};adult;2024-01-01;2029-01-01;recognised;https://example.nl/;2024-08-15;2026-10-01;arts`,
  `b;Ziekenhuis De Beuk;;Centrum (verzonnen);Sarcoma;${LEIOMYOSARCOMA};adult;2024-01-01;2029-01-01;recognised;https://example.nl/;2024-08-15;2026-10-01;arts`,
].join('\n');

test('D7 F60 a checked centre is named with its source, a faulty row is counted and left out', async ({
  tab,
  house,
  sandbox,
}) => {
  house.changeConfig((config) => ({ ...config, directory: { centres: 'centres.csv', organisations: null } }));
  await tab.page.route('**/centres.csv', (route) => route.fulfill({ contentType: 'text/csv', body: CENTRES }));
  await openDossier(tab, sandbox, await newPatient(sandbox));
  await tab.page.getByText(say('lists.title')).click();
  await tab.page.getByText('centres.csv, regel 3, kolom city: ontbreekt.').waitFor();
  await confirmDiagnosis(tab.page);
  await tab.page.getByText('Ziekenhuis De Es, Zandstad').waitFor();
  expect(await tab.page.getByText('De Beuk').count()).toBe(0);
  expect(await axe(tab.page)).toEqual([]);
});

test('F08 a list that is named and is not there: nothing is started on it', async ({ tab, house, sandbox }) => {
  house.changeConfig((config) => ({ ...config, directory: { centres: 'centres.csv', organisations: null } }));
  await tab.page.goto(sandbox.launch(await newPatient(sandbox)));
  await tab.page.getByText(/^centres[.]csv: is niet gevonden/).waitFor();
});

describe('a record that may no longer stand on the screen', () => {
  test('F49 the app started for another patient in the same browser: the older tab shows nothing any more', async ({
    tab,
    sandbox,
    newPage,
  }) => {
    await openDossier(tab, sandbox, await newPatient(sandbox));
    const other = await newPage();
    await other.goto(sandbox.launch(await newPatient(sandbox)));
    await screen(other, say('evidence.title'));
    await screen(tab.page, say('stop.other-patient.title'));
    expect(await tab.page.content()).not.toContain('Samira');
    await screen(other, say('evidence.title'));
  });

  test('F50 the same patient in two tabs: both go on', async ({ tab, sandbox, newPage }) => {
    const launch = await newPatient(sandbox);
    await openDossier(tab, sandbox, launch);
    const other = await newPage();
    await other.goto(sandbox.launch(launch));
    await screen(other, say('evidence.title'));
    await screen(tab.page, say('evidence.title'));
  });

  test('F48 nobody touched it for the time that the site allows', async ({ tab, house, sandbox }) => {
    house.changeConfig((config) => ({ ...config, idleMinutes: 1 }));
    await openDossier(tab, sandbox, await newPatient(sandbox));
    // A clock that went on for 45 seconds: said in time, and a key is enough to stay.
    await tab.page.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() + 45_000;
    });
    await tab.page.getByText(say('app.endsSoon')).waitFor();
    expect(await axe(tab.page)).toEqual([]);
    await tab.page.keyboard.press('Tab');
    await tab.page.getByText(say('app.endsSoon')).waitFor({ state: 'detached' });
    // The watch reads the clock at each touch: a computer that slept an hour wakes like this.
    await tab.page.evaluate(() => {
      const later = Date.now() + 3_600_000;
      Date.now = () => later;
    });
    await tab.page.keyboard.press('Tab');
    await screen(tab.page, say('stop.idle.title'));
    expect(await tab.page.content()).not.toContain('Samira');
  });
});

test('D38 a contract that ends and a recovery move the dates of the booklet, and the screen says so at once', async ({
  tab,
  sandbox,
}) => {
  const { page } = tab;
  await openDossier(tab, sandbox, await newPatient(sandbox));
  await confirmDiagnosis(page);
  await page.getByRole('radio', { name: /Joke Brands/ }).click();
  await page.getByRole('switch', { name: say('fill.work') }).check();
  await page.getByRole('radio', { name: say('work.temporary') }).check();
  const type = (label: string, text: string) => page.getByRole('textbox', { name: label, exact: true }).fill(text);
  await type(say('fill.sickDay'), '5 januari 2026');
  await type(say('fill.contractEnd'), '31/3/27');
  await page.getByText(say('fill.recovered')).click();
  await type(say('fill.recoveredFrom'), '300326');
  await page.getByRole('button', { name: say('fill.view') }).click();
  await page.getByRole('link', { name: new RegExp(say('fill.recovered.missing')) }).click();
  await page.keyboard.type('19-04-2026');
  await page.getByText(/schuiven 21 dagen op/).waitFor();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: say('fill.view') }).click();
  await page.locator('iframe').waitFor();
  const text = (await printed(await download(page))).pages.map((one) => one.text).join(' ');
  expect(text).toContain('van 30 maart 2026 tot en met 19 april 2026');
  expect(text).toContain('Je contract stopt');
  expect(text).toMatch(/7 november 2027\s+Uiterlijk WIA aanvragen/);
});

describe('the screens', () => {
  test('D12 speak English at a click, keep what was done, and are accessible', async ({ tab, sandbox }) => {
    await openDossier(tab, sandbox, await newPatient(sandbox));
    await confirmDiagnosis(tab.page);
    await tab.page.getByRole('button', { name: 'English' }).click();
    await tab.page.getByRole('button', { name: 'Nederlands' }).waitFor();
    expect(await tab.page.locator('html').getAttribute('lang')).toBe('en');
    expect(await tab.page.getByRole('button', { name: say('fill.view') }).count()).toBe(0);
    expect(await axe(tab.page)).toEqual([]);
  });

  test('stand in forced colours, without motion, in a window of 320 px (1280 px at 400 %)', async ({
    tab,
    sandbox,
  }) => {
    await tab.page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await tab.page.setViewportSize({ width: 320, height: 256 });
    await previewOfNewPatient(tab, sandbox);
    expect(await tab.page.evaluate(() => document.getAnimations().length)).toBe(0);
    const widths = await tab.page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
    await tab.page.keyboard.press('Tab');
    const outline = await tab.page.evaluate(() => {
      const focused = document.activeElement;
      return focused === null ? 'none' : getComputedStyle(focused).outlineStyle;
    });
    expect(outline).not.toBe('none');
    expect(await axe(tab.page)).toEqual([]);
  });
});
