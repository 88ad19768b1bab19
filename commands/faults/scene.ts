import type { BrowserContext, Page } from 'playwright-core';
import { putCopiedChart, type CopiedChart } from '../../sandbox/copied-chart.ts';
import type { FaultArguments, FaultName } from '../../sandbox/faults/fault-options.ts';
import type { StoredResource } from '../../sandbox/fixtures.ts';
import type { ForeignServer } from '../../sandbox/foreign-server.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import '../../src/locales/later-texts.ts';
import { message, type MessageKey } from '../../src/locales/messages.ts';
import { confirmDiagnosis, screen, type Screens } from '../walk/drive.ts';

/** What all cases of one run share: one sandbox, one server outside, one browser. */
export interface House {
  readonly sandbox: Sandbox;
  readonly foreign: ForeignServer;
  readonly context: BrowserContext;
}

/** Long enough for a booklet on a machine that others use too; a screen that takes longer is not coming. */
const PATIENCE_MS = 20_000;

/** A text of the screens, in Dutch. */
export function say(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  return message('nl', key, values);
}

/** Where a screen of the app can be looked for. */
export type View = Pick<Page, 'getByRole' | 'getByText' | 'locator'>;

/** What one case works with: a tab of its own, its faults, and what it opened. */
export class Scene {
  readonly house: House;
  readonly page: Page;
  /** Whose screen is judged: the tab's, unless the case names a frame. */
  view: View;
  /** The charts put into the store for this case. */
  readonly charts: CopiedChart[] = [];
  readonly #opened: Page[];
  #armed: FaultName | null = null;

  constructor(house: House, page: Page) {
    this.house = house;
    this.page = page;
    this.view = page;
    this.#opened = [page];
    page.setDefaultTimeout(PATIENCE_MS);
  }

  get sandbox(): Sandbox {
    return this.house.sandbox;
  }

  get foreign(): string {
    return this.house.foreign.origin;
  }

  arm<Name extends FaultName>(name: Name, ...options: FaultArguments<Name>): void {
    this.#armed = name;
    this.sandbox.fault(name, ...options);
  }

  /** How often the server produced the fault that was armed last; 0 when none was. */
  hits(): number {
    return this.#armed === null ? 0 : this.sandbox.hits(this.#armed);
  }

  async newPage(): Promise<Page> {
    const page = await this.house.context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    this.#opened.push(page);
    return page;
  }

  /** A chart with one certain finding under ids of its own. `name` replaces the patient's name. */
  async newChart(name?: string): Promise<CopiedChart> {
    charts += 1;
    const renamed = (resource: StoredResource): readonly StoredResource[] => [
      name !== undefined && resource.resourceType === 'Patient' ? { ...resource, name: [{ text: name }] } : resource,
    ];
    const chart = await putCopiedChart(this.sandbox, `v${String(charts)}`, renamed);
    this.charts.push(chart);
    return chart;
  }

  /** Requests of one method for one type since the case began. */
  requests(method: string, type: string): number {
    return this.sandbox.requests.filter((one) => one.method === method && one.type === type).length;
  }

  /** Waits until the server produced the armed fault `count` times. Errors: throws when it does not. */
  async hit(count = 1): Promise<void> {
    await until(() => this.hits() >= count, `the fault was not produced ${String(count)} times`);
  }

  async close(): Promise<void> {
    this.sandbox.clearFaults();
    await Promise.all(this.#opened.map((page) => page.close()));
  }
}

let charts = 0;

/** Waits until something holds outside the browser. Errors: throws with `otherwise` when it never does. */
export async function until(holds: () => boolean, otherwise: string): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
    if (holds()) return;
    await pause(50);
  }
  throw new Error(otherwise);
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** Launch → Dossier. */
export async function openDossier(page: Page, { sandbox }: House, chart: CopiedChart): Promise<void> {
  await page.goto(sandbox.launch(chart));
  await screen(page, say('evidence.title'));
}

/** Launch → Bekijken, with as little filled in as a booklet needs. */
export async function openPreview(page: Page, house: House, chart: CopiedChart): Promise<void> {
  await openDossier(page, house, chart);
  await confirmDiagnosis(page);
  await previewFrom(page);
  await page.locator('iframe').waitFor();
}

/** Invullen → Bekijken, in a tab or in a frame of the EHR; the booklet may still be on its way. */
export async function previewFrom(screens: Screens): Promise<void> {
  await screens.getByRole('radio', { name: say('fill.contact.unknown') }).check();
  await screens.getByRole('button', { name: say('fill.view') }).click();
  await screen(screens, say('preview.title'));
}
