// npm run screens [-- --out FOLDER]: every screen and state as a picture at 480, 1024 and 1440 px, from a sandbox of its own.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { withBrowser } from './browser.ts';
import {
  askToSave,
  chooseDiagnosis,
  closeApp,
  confirmDiagnosis,
  endBeforeDossier,
  fillIn,
  openDiagnosis,
  sayYes,
  screen,
} from './walk/drive.ts';
import { pointerHand } from './walk/hand.ts';

const WIDTHS = [480, 1024, 1440] as const;
const HEIGHT = 900;

const { values } = parseArgs({ options: { out: { type: 'string', default: 'out/screens' } } });

type Look = (name: string) => Promise<void>;

/** Ends and first screens, one for each kind of chart. */
async function lookAtCharts(page: Page, sandbox: Sandbox, look: Look): Promise<void> {
  for (const { name } of sandbox.patients) {
    await page.goto(sandbox.launch({ patient: name }));
    await endBeforeDossier(page);
    await look(`dossier-${name}`);
  }
}

/** The way from the dossier to the closed app, with what is missing on the way. */
async function lookAtWay(page: Page, sandbox: Sandbox, look: Look): Promise<void> {
  const hand = pointerHand();
  await page.goto(sandbox.launch({ patient: 'kaal' }));
  await openDiagnosis(page, hand);
  await look('diagnose');
  await chooseDiagnosis(page, hand);
  await page.goto(sandbox.launch({ patient: 'leiomyosarcoom' }));
  await confirmDiagnosis(page);
  await look('invullen');
  await page.getByRole('button', { name: 'Boekje bekijken' }).click();
  await page.getByRole('alert').waitFor();
  await look('invullen-fouten');
  await page.getByText('Meer keuzes').click();
  await look('invullen-meer-keuzes');
  await lookLeftAlone(page, look);
  await lookAtSickLeave(page, look);
  await page.goto(sandbox.launch({ patient: 'leiomyosarcoom' }));
  await confirmDiagnosis(page);
  await fillIn(page);
  await look('bekijken');
  await askToSave(page);
  await look('opslaan');
  await sayYes(page);
  await screen(page, 'Opgeslagen in het dossier');
  await look('klaar');
  await closeApp(page);
  await look('gesloten');
}

/** What moves the dates of a sick leave: the end of a contract, a recovery. */
async function lookAtSickLeave(page: Page, look: Look): Promise<void> {
  await page.getByRole('switch', { name: 'Hoofdstuk Werk' }).check();
  await page.getByRole('radio', { name: 'Tijdelijk contract' }).check();
  await page.getByRole('textbox', { name: 'Eerste ziektedag' }).fill('5 januari 2026');
  await page.getByRole('textbox', { name: 'Laatste dag van het contract' }).fill('31/3/27');
  await page.getByText('Tussendoor helemaal beter gemeld?').click();
  await page.getByRole('textbox', { name: 'Eerste dag beter' }).fill('300326');
  await page.getByRole('textbox', { name: 'Laatste dag beter' }).fill('19-04-2026');
  await look('invullen-ziekteverlof');
}

/** Nobody there for a while: the record leaves soon. */
async function lookLeftAlone(page: Page, look: Look): Promise<void> {
  const past = await page.evaluate(() => {
    const real = Date.now;
    Date.now = () => real() + 870_000;
    return real();
  });
  await page.getByText('Niemand gebruikt de app').waitFor();
  await look('bijna-van-het-scherm');
  await page.evaluate((then) => {
    Date.now = () => then + performance.now();
  }, past);
  await page.keyboard.press('Tab');
}

/** A booklet that stands in the chart, taken back. */
async function lookAtStored(page: Page, sandbox: Sandbox, look: Look): Promise<void> {
  await page.goto(sandbox.launch({ patient: 'leiomyosarcoom' }));
  await page.getByRole('heading', { name: 'Boekjes in dit dossier' }).waitFor();
  await look('dossier-met-boekje');
  await confirmDiagnosis(page);
  await look('invullen-met-boekje');
  await page.goBack();
  await page.getByRole('button', { name: 'Boekje intrekken' }).click();
  await look('intrekken');
  await page.getByRole('button', { name: 'Ja, intrekken' }).click();
  await page.getByText('Het boekje is ingetrokken').waitFor();
  await look('ingetrokken');
}

/** Without a chart, and where the app does not start. */
async function lookOutside(page: Page, sandbox: Sandbox, look: Look): Promise<void> {
  await page.goto(`${sandbox.origin}/index.html?manual=1`);
  await screen(page, 'Welke diagnose hoort in het boekje?');
  await look('zonder-epd');
  for (const [name, address] of [
    ['zonder-start', '/index.html'],
    ['onbekend-epd', '/launch.html?iss=https%3A%2F%2Fehr.example%2Ffhir&launch=x'],
  ] as const) {
    await page.goto(`${sandbox.origin}${address}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await look(name);
  }
}

async function main(page: Page, sandbox: Sandbox): Promise<void> {
  await mkdir(values.out, { recursive: true });
  let count = 0;
  const look: Look = async (name) => {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT });
      await page.screenshot({ path: path.join(values.out, `${name}-${width}.png`), fullPage: true });
      count += 1;
    }
  };
  // Taking a picture scrolls, which is nobody's touch.
  await page.addInitScript(() => {
    for (const kind of ['scroll', 'wheel'])
      window.addEventListener(
        kind,
        (event) => {
          event.stopImmediatePropagation();
        },
        { capture: true },
      );
  });
  // The browser asks whether a booklet may be left.
  page.on('dialog', (dialog) => void dialog.accept());
  await lookAtCharts(page, sandbox, look);
  await lookAtWay(page, sandbox, look);
  await lookAtStored(page, sandbox, look);
  await lookOutside(page, sandbox, look);
  process.stdout.write(`${count} pictures in ${values.out}\n`);
}

const sandbox = await startSandbox({ port: 0, appDir: new URL('../dist', import.meta.url).pathname });
try {
  await withBrowser(async (context) => main(context.pages()[0] ?? (await context.newPage()), sandbox));
} finally {
  await sandbox.close();
}
