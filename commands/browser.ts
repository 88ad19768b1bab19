import { accessSync, constants } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type BrowserContext } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface BrowserOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Keeps pages that were left in memory, for Back, as browsers do; without it they are loaded anew. */
  readonly keepsPages?: boolean;
}

export interface OpenBrowser {
  readonly context: BrowserContext;
  /** Closes it and removes its profile. */
  readonly close: () => Promise<void>;
}

/**
 * Opens a headless Chromium with a fresh profile.
 *
 * Errors: throws when no browser is found, with the sentence what to install; never skips (D16).
 */
export async function openBrowser({
  viewport = { width: 1280, height: 900 },
  keepsPages = false,
}: BrowserOptions = {}): Promise<OpenBrowser> {
  const profile = await mkdtemp(path.join(tmpdir(), 'route-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await browserPath(),
    headless: true,
    args: FLAGS,
    ...(keepsPages ? { ignoreDefaultArgs: ['--disable-back-forward-cache'] } : {}),
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    acceptDownloads: true,
    viewport,
  });
  const close = async (): Promise<void> => {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  };
  return { context, close };
}

/** Runs `use` in a browser of its own, closed afterwards. Errors: those of `openBrowser` and of `use`. */
export async function withBrowser<T>(
  use: (context: BrowserContext) => Promise<T>,
  options: BrowserOptions = {},
): Promise<T> {
  const { context, close } = await openBrowser(options);
  try {
    return await use(context);
  } finally {
    await close();
  }
}

let found: Promise<string> | undefined;

/** The browser named by CHROMIUM, else the first on PATH, else the one that npm brought along. */
export function browserPath(): Promise<string> {
  found ??= Promise.resolve(process.env['CHROMIUM'] ?? onPath() ?? fromNpm());
  return found;
}

function onPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Unpacks the headless shell of @sparticuz/chromium, with the libraries that a bare machine lacks. It reuses whatever lies in
 * the temporary folder, of any version: hence a folder of its own.
 */
async function fromNpm(): Promise<string> {
  const before = process.env['TMPDIR'];
  const home = path.join(tmpdir(), 'route-chromium-153.0.0');
  try {
    await mkdir(home, { recursive: true });
    process.env['TMPDIR'] = home;
    const { default: shell, inflate, setupLambdaEnvironment } = await import('@sparticuz/chromium');
    const bin = path.join(fileURLToPath(import.meta.resolve('@sparticuz/chromium')), '..', '..', 'bin');
    await inflate(path.join(bin, 'al2023.tar.br'));
    setupLambdaEnvironment(path.join(home, 'al2023', 'lib'));
    return await shell.executablePath();
  } catch (cause) {
    throw new Error(
      'No browser: install Chromium or Chrome (on Debian: apt-get install chromium), or name one in CHROMIUM.',
      { cause },
    );
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
