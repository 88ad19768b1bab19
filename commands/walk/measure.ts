import { createHash } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What a walk saw from outside the app. */
export interface Measured {
  /** Pointer presses inside the app. */
  clicks: number;
  /** Keys pressed inside the app, those that type included. */
  keys: number;
  /** Fields of the app typed into. */
  typed: number;
  /** Requests to another origin than the sandbox. */
  foreignRequests: string[];
  /** Requests of the app's own pages to FHIR or sign-in addresses of the EHR. */
  ehrRequests: number;
  /** What the content policy refused. */
  cspReports: string[];
  /** axe violations, each with the screen it was on. */
  axe: string[];
  /** What the page wrote to the console, and errors nobody caught. */
  console: string[];
}

declare global {
  // Exist in the watched page only.
  var routePressed: (() => Promise<void>) | undefined;
  var routeKey: (() => Promise<void>) | undefined;
  var routeTyped: ((field: string) => Promise<void>) | undefined;
  var routeRefused: ((report: string) => Promise<void>) | undefined;
  var routeBlobs: Map<string, Blob> | undefined;
}

/**
 * Watches a browser tab from its first line of script on: presses, typing, policy reports, requests.
 * `origin` is the sandbox's; only pages of the app itself are counted, not those of the EHR.
 */
export async function watch(page: Page, origin: string): Promise<Measured> {
  const measured: Measured = {
    clicks: 0,
    keys: 0,
    typed: 0,
    foreignRequests: [],
    ehrRequests: 0,
    cspReports: [],
    axe: [],
    console: [],
  };
  const fields = new Set<string>();
  await page.exposeBinding('routePressed', () => void (measured.clicks += 1));
  await page.exposeBinding('routeKey', () => void (measured.keys += 1));
  await page.exposeBinding('routeTyped', (_source, field: string) => {
    fields.add(field);
    measured.typed = fields.size;
  });
  await page.exposeBinding('routeRefused', (_source, report: string) => void measured.cspReports.push(report));
  await page.addInitScript(watchPage);
  page.on('request', (request) => {
    const url = new URL(request.url());
    // The browser's own PDF viewer asks for chrome: addresses; only what leaves the machine counts.
    if (url.origin === origin && /^[/](fhir|auth|oidc)[/]/.test(url.pathname)) measured.ehrRequests += 1;
    if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== origin) measured.foreignRequests.push(request.url());
  });
  page.on('console', (message) => measured.console.push(message.text()));
  page.on('pageerror', (error) => measured.console.push(error.message));
  return measured;
}

/** Runs in the page before the app's own script. */
function watchPage(): void {
  addEventListener('securitypolicyviolation', (event) => {
    void globalThis.routeRefused?.(`${event.effectiveDirective} ${event.blockedURI}`);
  });
  // Headless Chromium crashes when a frame with a PDF prints.
  globalThis.print = () => undefined;
  if (!/^\/(index|launch)[.]html$/.test(location.pathname)) return;
  addEventListener('pointerdown', (event) => void (event.isTrusted && globalThis.routePressed?.()), true);
  addEventListener('keydown', (event) => void (event.isTrusted && globalThis.routeKey?.()), true);
  addEventListener(
    'input',
    ({ target, isTrusted }) => {
      const typing = target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(target.type);
      if (isTrusted && typing) void globalThis.routeTyped?.(target.id || target.name);
    },
    true,
  );
  // The content policy forbids fetching a blob: keep each one by its address, to hash what is shown.
  const blobs = (globalThis.routeBlobs = new Map<string, Blob>());
  const create = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (object) => {
    const address = create(object);
    if (object instanceof Blob) blobs.set(address, object);
    return address;
  };
}

/** SHA-1, hex, of the PDF in the preview frame; null when no frame shows one. */
export async function sha1Shown(page: Page): Promise<string | null> {
  const numbers = await page.evaluate(async () => {
    const frame = document.querySelector('iframe');
    const shown = frame && globalThis.routeBlobs?.get(frame.src.replace(/#.*$/, ''));
    return shown ? [...new Uint8Array(await shown.arrayBuffer())] : null;
  });
  return numbers ? createHash('sha1').update(new Uint8Array(numbers)).digest('hex') : null;
}

/** Judges the screen by axe: WCAG 2.0 to 2.2, A and AA, and best practice. */
export async function judge(page: Page, screen: string, measured: Measured): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .exclude('iframe')
    .analyze();
  measured.axe.push(
    ...violations.map(({ id, nodes }) => `${screen}: ${id} ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
  );
}
