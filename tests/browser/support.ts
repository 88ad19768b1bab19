// What every browser test stands on: one sandbox, one server outside and one browser for a file, and a tab of its own for a test.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DocumentReference } from 'fhir/r4';
import type { Page } from 'playwright-core';
import { test as base, expect } from 'vitest';
import { openBrowser } from '../../commands/browser.ts';
import { confirmDiagnosis, fillIn, screen } from '../../commands/walk/drive.ts';
import { sha1Shown, watch, type Measured } from '../../commands/walk/measure.ts';
import type { FaultArguments, FaultName } from '../../sandbox/faults/fault-options.ts';
import { startForeignServer, type ForeignServer } from '../../sandbox/foreign-server.ts';
import { putCopiedChart, type CopiedChart } from '../../sandbox/copied-chart.ts';
import type { ServerProfileName } from '../../sandbox/fhir/server-profile.ts';
import { configForProfile } from '../../sandbox/profile-config.ts';
import type { StoredResource } from '../../sandbox/fixtures.ts';
import { startSandbox, type LaunchOptions, type Sandbox } from '../../sandbox/sandbox.ts';
import { launchProblemText, type LaunchProblem } from '../../src/locales/launch-messages.ts';
import '../../src/locales/later-texts.ts';
import { message, type MessageKey } from '../../src/locales/messages.ts';
import { readPdf, type ReadPdf } from '../pdf/read-pdf.ts';

export { hurryClock } from '../../commands/walk/hurry.ts';

export const APP_FOLDER = fileURLToPath(new URL('../../dist', import.meta.url));

export type AppConfig = Readonly<Record<string, unknown>>;
type WrittenConfig = AppConfig & Parameters<typeof configForProfile>[0];

/** What the tests of one file share. */
export interface House {
  readonly sandbox: Sandbox;
  /** Nothing of the app may ever reach it. */
  readonly foreign: ForeignServer;
  readonly newPage: () => Promise<Page>;
  /** Serves the shipped config.json, changed, until the test ends. */
  readonly changeConfig: (change: (shipped: AppConfig) => AppConfig) => void;
  readonly restoreConfig: () => void;
}

/** A browser tab with what was seen of it from outside. */
export interface Tab {
  readonly page: Page;
  readonly seen: Measured;
}

/** Arms a fault for one test; the test fails when the server never produced it. */
type Arm = <Name extends FaultName>(name: Name, ...options: FaultArguments<Name>) => void;

async function openHouse(
  appDir: string,
  profile: ServerProfileName,
): Promise<House & { readonly close: () => Promise<void> }> {
  const shipped = await readFile(path.join(appDir, 'config.json'), 'utf8');
  const unchanged = (config: AppConfig): AppConfig => config;
  let change = unchanged;
  const [foreign, browser] = await Promise.all([startForeignServer(), openBrowser()]);
  const config = (origin: string): AppConfig =>
    change(configForProfile(JSON.parse(shipped.replaceAll('http://localhost:4100', origin)) as WrittenConfig, profile));
  const sandbox = await startSandbox({ port: 0, appDir, config, profile });
  return {
    sandbox,
    foreign,
    newPage: () => browser.context.newPage(),
    changeConfig: (changed) => {
      change = changed;
    },
    restoreConfig: () => {
      change = unchanged;
    },
    close: async () => {
      await browser.close();
      await Promise.all([sandbox.close(), foreign.close()]);
    },
  };
}

export const test = base
  .extend('appDir', { scope: 'file' }, APP_FOLDER)
  .extend('profile', { scope: 'file' }, 'full' as ServerProfileName)
  .extend('house', { scope: 'file' }, async ({ appDir, profile }, { onCleanup }): Promise<House> => {
    const house = await openHouse(appDir, profile);
    onCleanup(house.close);
    return house;
  })
  .extend('sandbox', { scope: 'file' }, ({ house }) => house.sandbox)
  .extend('foreign', { scope: 'file' }, ({ house }) => house.foreign)
  .extend('tab', async ({ house }, { onCleanup }): Promise<Tab> => {
    house.sandbox.clearRequests();
    house.foreign.clearRequests();
    const page = await house.newPage();
    onCleanup(async () => {
      await page.close();
      house.restoreConfig();
    });
    return { page, seen: await watch(page, house.sandbox.origin) };
  })
  .extend('newPage', ({ house }, { onCleanup }) => {
    const pages: Page[] = [];
    onCleanup(async () => {
      await Promise.all(pages.map((page) => page.close()));
    });
    return async (): Promise<Page> => {
      const page = await house.newPage();
      pages.push(page);
      return page;
    };
  })
  .extend('arm', ({ sandbox }, { onCleanup }): Arm => {
    const armed = new Set<FaultName>();
    onCleanup(() => {
      sandbox.clearFaults();
      for (const name of armed) expect(sandbox.hits(name), `${name} was never produced`).toBeGreaterThan(0);
    });
    return (name, ...options) => {
      armed.add(name);
      sandbox.fault(name, ...options);
    };
  });

/** A text of the screens, in Dutch. */
export function say(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  return message('nl', key, values);
}

let patients = 0;

/**
 * Puts a patient of the test's own into the store: the leiomyosarcoom chart under new ids, so that no document of another test
 * stands in it; `change` may alter each resource, or make several of it. Gives what a launch needs.
 */
export function newPatient(
  sandbox: Sandbox,
  change?: (resource: StoredResource) => readonly StoredResource[],
): Promise<CopiedChart> {
  patients += 1;
  return putCopiedChart(sandbox, `t${String(patients)}`, change);
}

/** Launch → Dossier. */
export async function openDossier({ page }: Tab, sandbox: Sandbox, launch: LaunchOptions): Promise<void> {
  await page.goto(sandbox.launch(launch));
  await screen(page, say('evidence.title'));
}

/** Launch → Bekijken, on a chart with one certain finding. */
export async function openPreview(tab: Tab, sandbox: Sandbox, launch: LaunchOptions): Promise<void> {
  await openDossier(tab, sandbox, launch);
  await confirmDiagnosis(tab.page);
  await fillIn(tab.page);
}

/** Launch → Bekijken for a patient of the test's own; gives what a launch needs and the SHA-1 of the booklet shown. */
export async function previewOfNewPatient(
  tab: Tab,
  sandbox: Sandbox,
): Promise<{ readonly patient: string; readonly encounter: string; readonly shown: string | null }> {
  const launch = await newPatient(sandbox);
  await openPreview(tab, sandbox, launch);
  return { ...launch, shown: await sha1Shown(tab.page) };
}

/** Waits for a screen of the app and says its whole text, white space as one space. */
export async function textOf(page: Page, heading: MessageKey): Promise<string> {
  await screen(page, say(heading));
  return bodyText(page);
}

export async function bodyText(page: Page): Promise<string> {
  return (await page.locator('body').innerText()).replace(/\s+/g, ' ');
}

/** Waits for the page that says why the app did not start; gives its text and expects heading, sentence and code. */
export async function expectLaunchProblem(page: Page, problem: LaunchProblem, code: string): Promise<string> {
  const { heading, action } = launchProblemText(problem, 'nl');
  await screen(page, heading);
  const text = await bodyText(page);
  expect(text).toContain(action);
  expect(text).toContain(`Code voor de helpdesk: ${code}`);
  return text;
}

/** The requests that reached another part of the sandbox than the app's own files. */
export function requestsBeyondFiles({ requests }: Sandbox): readonly string[] {
  return requests.filter(({ server }) => server !== 'app').map(({ method, path: at }) => `${method} ${at}`);
}

/** The requests for documents of the FHIR server by method, oldest first. */
export function documentWrites({ requests }: Sandbox): readonly string[] {
  return requests
    .filter(({ method, type }) => type === 'DocumentReference' && method !== 'GET' && method !== 'OPTIONS')
    .map(({ method, path: at }) => `${method} ${at}`);
}

/** Presses Downloaden and gives the bytes. */
export async function download(page: Page): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: say('preview.download') }).click(),
  ]);
  return readFile(await file.path());
}

/** SHA-1, hex. */
export function sha1Of(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('hex');
}

export function printed(bytes: Uint8Array): Promise<ReadPdf> {
  return readPdf(bytes);
}

/** The bytes that a document of the chart holds. */
export function storedBytes(document: DocumentReference | undefined): Buffer {
  return Buffer.from(document?.content[0]?.attachment.data ?? '', 'base64');
}

/** What this page keeps in the browser. */
export function storage(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [...Object.keys(sessionStorage), ...Object.keys(localStorage)]);
}
