import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { confirmDiagnosis, fillIn, screen } from '../../commands/walk/drive.ts';
import type { FaultOptions } from '../../sandbox/faults/fault-options.ts';
import { HOSTILE_ERROR_DESCRIPTION } from '../../sandbox/faults/sign-in-faults.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { launchProblemText, type LaunchProblem } from '../../src/locales/launch-messages.ts';
import {
  bodyText,
  documentWrites,
  download,
  expectLaunchProblem,
  hurryClock,
  newPatient,
  openDossier,
  previewOfNewPatient,
  printed,
  requestsBeyondFiles,
  say,
  storage,
  test,
  textOf,
  type AppConfig,
  type House,
  type Tab,
} from './support.ts';

/** Nobody but the app's own web server heard of it, and nothing of it stays in the browser. */
async function expectNothingAsked({ page, seen }: Tab, { sandbox, foreign }: House): Promise<void> {
  expect(requestsBeyondFiles(sandbox)).toEqual([]);
  expect(foreign.requests).toEqual([]);
  expect(seen.foreignRequests).toEqual([]);
  expect(seen.cspReports).toEqual([]);
  expect(await storage(page)).toEqual([]);
}

/** The launch link of the leiomyosarcoma chart, for a test to spoil. */
function launchLink(sandbox: Sandbox): URL {
  return new URL(sandbox.launch({ patient: 'leiomyosarcoom' }));
}

function tokenRequests(sandbox: Sandbox): number {
  return sandbox.requests.filter(({ method, path }) => method === 'POST' && path === '/token').length;
}

describe('the launch link', () => {
  interface LookAlike {
    readonly name: string;
    readonly spoil: (iss: string, house: House) => string;
  }
  const LOOK_ALIKES: readonly LookAlike[] = [
    { name: 'another server', spoil: (_iss, { foreign }) => `${foreign.origin}/fhir/r4` },
    {
      name: 'our host as the start of another name',
      spoil: (iss) => iss.replace('localhost', 'localhost.evil.example'),
    },
    { name: 'a dot behind the host', spoil: (iss) => iss.replace('localhost', 'localhost.') },
    { name: '127.0.0.1 for localhost', spoil: (iss) => iss.replace('localhost', '127.0.0.1') },
    { name: 'another port', spoil: (iss, { foreign }) => iss.replace(/:\d+/, `:${new URL(foreign.origin).port}`) },
    { name: 'https for http', spoil: (iss) => iss.replace('http:', 'https:') },
    { name: 'user-info', spoil: (iss) => iss.replace('//', '//someone@') },
    { name: 'an upper-case path', spoil: (iss) => iss.replace('/fhir/r4', '/FHIR/R4') },
    { name: 'an upper-case host', spoil: (iss) => iss.replace('localhost', 'LOCALHOST') },
    { name: 'a trailing slash', spoil: (iss) => `${iss}/` },
    { name: 'a query', spoil: (iss) => `${iss}?x=1` },
    { name: 'markup', spoil: () => '<img src=x onerror=alert(1)>' },
  ];

  test.for(LOOK_ALIKES)(
    'F01 an issuer with $name is refused before any request, and named as text',
    async ({ spoil }, { tab, house, sandbox }) => {
      const link = launchLink(sandbox);
      const issuer = spoil(sandbox.fhirBaseUrl, house);
      link.searchParams.set('iss', issuer);
      await tab.page.goto(link.href);
      expect(await expectLaunchProblem(tab.page, 'unknown-issuer', 'START-01')).toContain(issuer);
      expect(await tab.page.locator('img').count()).toBe(0);
      await expectNothingAsked(tab, house);
    },
  );

  const BOOKMARKS: readonly { readonly path: string; readonly problem: LaunchProblem }[] = [
    { path: 'launch.html', problem: 'not-from-chart' },
    { path: 'launch.html?iss=ISS', problem: 'not-from-chart' },
    { path: 'launch.html?launch=abc', problem: 'not-from-chart' },
    { path: 'launch.html?iss=&launch=', problem: 'not-from-chart' },
    { path: 'index.html', problem: 'no-launch' },
  ];

  test.for(BOOKMARKS)(
    'F02 a bookmark of $path says to start from the chart, without a request',
    async ({ path, problem }, { tab, house, sandbox }) => {
      await tab.page.goto(`${sandbox.origin}/${path.replace('ISS', encodeURIComponent(sandbox.fhirBaseUrl))}`);
      await expectLaunchProblem(tab.page, problem, 'START-02');
      await expectNothingAsked(tab, house);
    },
  );

  const EXTRAS: readonly { readonly name: string; readonly value: (house: House) => string }[] = [
    { name: 'fhirServiceUrl', value: ({ foreign }) => `${foreign.origin}/fhir/r4` },
    { name: 'fhirServiceUrl', value: ({ sandbox }) => sandbox.fhirBaseUrl },
    { name: 'patientId', value: () => 'pat-4102' },
    { name: 'encounterId', value: () => 'enc-4102' },
    { name: 'clientId', value: () => 'someone-else' },
    { name: 'next', value: ({ foreign }) => foreign.origin },
    { name: 'iss', value: ({ foreign }) => `${foreign.origin}/fhir/r4` },
    { name: 'iss', value: ({ sandbox }) => sandbox.fhirBaseUrl },
    { name: 'launch', value: () => 'another' },
  ];

  test.for(EXTRAS)(
    'F03 a link with one more $name is refused, and no parameter decides where the app goes',
    async ({ name, value }, { tab, house, sandbox }) => {
      const link = launchLink(sandbox);
      link.searchParams.append(name, value(house));
      await tab.page.goto(link.href);
      await expectLaunchProblem(tab.page, 'foreign-parameter', 'START-03');
      expect(new URL(tab.page.url()).pathname).toBe('/launch.html');
      await expectNothingAsked(tab, house);
    },
  );

  test('F03 a fragment behind the link is refused too', async ({ tab, house, sandbox }) => {
    await tab.page.goto(`${launchLink(sandbox).href}#fhirServiceUrl=${sandbox.fhirBaseUrl}`);
    await expectLaunchProblem(tab.page, 'foreign-parameter', 'START-03');
    await expectNothingAsked(tab, house);
  });
});

describe('the sign-in', () => {
  interface BadDiscovery {
    readonly variant: FaultOptions['F04']['variant'];
    readonly problem: LaunchProblem;
    readonly code: string;
  }
  const DISCOVERIES: readonly BadDiscovery[] = [
    { variant: 'not-found', problem: 'discovery-not-found', code: 'START-04C' },
    { variant: 'html', problem: 'discovery-unreadable', code: 'START-04D' },
    { variant: 'no-endpoints', problem: 'discovery-no-endpoints', code: 'START-04E' },
    { variant: 'other-origin', problem: 'discovery-foreign-endpoint', code: 'START-04F' },
    { variant: 'no-S256', problem: 'discovery-no-pkce', code: 'START-04G' },
  ];

  test.for(DISCOVERIES)(
    'F04 discovery $variant ends with $code, and nobody is sent to a sign-in page',
    async ({ variant, problem, code }, { tab, sandbox, foreign, arm }) => {
      arm('F04', { variant, foreign: foreign.origin });
      await tab.page.goto(launchLink(sandbox).href);
      await expectLaunchProblem(tab.page, problem, code);
      expect(new Set(requestsBeyondFiles(sandbox))).toEqual(new Set(['GET /fhir/r4/.well-known/smart-configuration']));
      expect(foreign.requests).toEqual([]);
      expect(tab.seen.foreignRequests).toEqual([]);
    },
  );

  test('F04 a discovery file that does not come within 15 seconds ends with START-04B', async ({
    tab,
    sandbox,
    arm,
  }) => {
    const { skip } = await hurryClock(tab.page);
    arm('F04', { variant: 'slow' });
    await tab.page.goto(launchLink(sandbox).href);
    await expect.poll(() => sandbox.hits('F04')).toBe(1);
    await skip(15_000);
    await expectLaunchProblem(tab.page, 'discovery-too-slow', 'START-04B');
  });

  test.for(['access_denied', 'invalid_scope'] as const)(
    'F05 “%s” with a hostile description stands as plain, shortened text after our own sentence',
    async (variant, { tab, sandbox, arm }) => {
      arm('F05', { variant });
      let dialogs = 0;
      tab.page.on('dialog', (dialog) => {
        dialogs += 1;
        void dialog.dismiss();
      });
      await tab.page.goto(launchLink(sandbox).href);
      const text = await expectLaunchProblem(tab.page, 'refused-by-ehr', 'START-05');
      const said = text.slice(text.indexOf('Het EPD zegt: '), text.indexOf('Doe dit:'));
      expect(said).toContain(`${variant}: <img src=x onerror="alert(1)">`);
      expect(text.indexOf('Er is niets gelezen.')).toBeLessThan(text.indexOf(said));
      expect(said.length).toBeLessThan(220);
      expect(said.length).toBeLessThan(HOSTILE_ERROR_DESCRIPTION.length / 2);
      expect(said).not.toContain('\u202E');
      expect(await tab.page.locator('img, a').count()).toBe(0);
      expect(dialogs).toBe(0);
      expect(tab.seen.cspReports).toEqual([]);
      expect(tab.page.url()).toBe(`${sandbox.origin}/index.html`);
      expect(tokenRequests(sandbox)).toBe(0);
      expect(await storage(tab.page)).toEqual([]);
    },
  );

  test.for(['code=abc&state=unknown', 'code=abc', 'state=unknown', 'code=abc&state=a&state=b'])(
    'F06 an answer “%s” to a launch that this tab never made is not exchanged',
    async (query, { tab, house, sandbox }) => {
      await tab.page.goto(`${sandbox.origin}/index.html?${query}`);
      await expectLaunchProblem(tab.page, 'unknown-state', 'START-06');
      expect(tab.page.url()).toBe(`${sandbox.origin}/index.html`);
      await expectNothingAsked(tab, house);
    },
  );

  /** Launches, and holds the exchange of the code; gives the address that the sign-in page came back to. */
  async function holdExchange(
    page: Page,
    launch: string,
  ): Promise<{ readonly answer: string; readonly asked: () => number }> {
    let answer = '';
    let asked = 0;
    page.on('request', (request) => {
      if (request.url().includes('/index.html?')) answer = request.url();
    });
    const exchanging = new Promise<void>((resolve) => {
      void page.route('**/token', () => {
        asked += 1;
        resolve();
      });
    });
    await page.goto(launch, { waitUntil: 'commit' });
    await exchanging;
    return { answer, asked: () => asked };
  }

  test('F06 the answer to a launch of another tab is not exchanged', async ({ tab, newPage, sandbox }) => {
    const { answer } = await holdExchange(tab.page, launchLink(sandbox).href);
    sandbox.clearRequests();
    const other = await newPage();
    await other.goto(answer);
    await expectLaunchProblem(other, 'unknown-state', 'START-06');
    expect(requestsBeyondFiles(sandbox)).toEqual([]);
  });

  test('F07 Reload during the exchange: one token request, the relaunch screen, no loop', async ({ tab, sandbox }) => {
    const { page } = tab;
    const { asked } = await holdExchange(page, launchLink(sandbox).href);
    await page.reload();
    await expectLaunchProblem(page, 'no-launch', 'START-02');
    expect(asked()).toBe(1);
    expect(await storage(page)).toEqual([]);
  });

  test('F07 Reload after the exchange: the relaunch screen says that nothing was kept', async ({ tab, sandbox }) => {
    const { page } = tab;
    await openDossier(tab, sandbox, { patient: 'leiomyosarcoom' });
    expect(page.url()).toBe(`${sandbox.origin}/index.html`);
    sandbox.clearRequests();
    await page.reload();
    const text = await expectLaunchProblem(page, 'no-launch', 'START-02');
    expect(text).not.toContain('Samira');
    expect(requestsBeyondFiles(sandbox)).toEqual([]);
  });

  test('F07 Back goes to the chart in the EHR, Forward to the relaunch screen; the code is never offered again', async ({
    tab,
    sandbox,
  }) => {
    const { page } = tab;
    await page.goto(`${sandbox.origin}/ehr/chart/leiomyosarcoom`);
    const answers: string[] = [];
    page.on('request', (request) => {
      if (/\/index\.html\?.*code=/.test(request.url())) answers.push(request.url());
    });
    await page.getByRole('link', { name: /Start Jouw route als E\. Postma/ }).click();
    await screen(page, say('evidence.title'));
    await page.goBack();
    await page.getByRole('heading', { name: 'Samira de Boer' }).waitFor();
    await page.goForward();
    await expectLaunchProblem(page, 'no-launch', 'START-02');
    expect(tokenRequests(sandbox)).toBe(1);

    await page.goto(answers[0] ?? '');
    await expectLaunchProblem(page, 'unknown-state', 'START-06');
    expect(answers).toHaveLength(2);
    expect(tokenRequests(sandbox)).toBe(1);
  });

  test('F09 a token answer without a patient stops the launch', async ({ tab, sandbox, arm }) => {
    arm('F09');
    await tab.page.goto(launchLink(sandbox).href);
    await expectLaunchProblem(tab.page, 'no-patient', 'START-09');
    expect(sandbox.requests.filter(({ server }) => server === 'fhir')).toEqual([]);
    expect(await storage(tab.page)).toEqual([]);
  });

  test('F10 without the right to create, the first screen says print-only, and print and download are there', async ({
    tab,
    sandbox,
    arm,
  }) => {
    arm('F10');
    const { page } = tab;
    const { patient, encounter } = await newPatient(sandbox);
    await openDossier(tab, sandbox, { patient, encounter });
    expect(await bodyText(page)).toContain(say('saving.not-granted.text'));
    await confirmDiagnosis(page);
    await fillIn(page);
    expect(await page.getByRole('button', { name: say('preview.save') }).count()).toBe(0);
    await page.getByRole('button', { name: say('preview.print') }).waitFor();
    expect((await printed(await download(page))).pages).toHaveLength(8);
    expect(documentWrites(sandbox)).toEqual([]);
  });

  test('F61 the style sheet that the token answer offers is never fetched', async ({ tab, sandbox }) => {
    await previewOfNewPatient(tab, sandbox);
    expect(tokenRequests(sandbox)).toBe(1);
    expect(sandbox.requests.filter(({ path }) => path.includes('smart-style'))).toEqual([]);
  });
});

describe('config.json', () => {
  const faultsHeading = launchProblemText('config-faulty', 'nl').heading;

  test.for([
    {
      name: 'HTML',
      answer: { status: 200, contentType: 'text/html', body: '<!doctype html><title>Jouw route</title>' },
    },
    { name: 'missing', answer: { status: 404, contentType: 'text/plain', body: 'not found' } },
    { name: 'cut off', answer: { status: 200, contentType: 'application/json', body: '{"hospital":' } },
  ] as const)(
    'F08 config.json that is $name: said, and nothing is started',
    async ({ answer }, { tab, house, sandbox }) => {
      await tab.page.route('**/config.json', (route) => route.fulfill(answer));
      await tab.page.goto(launchLink(sandbox).href);
      const text = await expectLaunchProblem(tab.page, 'config-faulty', 'START-08');
      expect(text).toMatch(/config\.json: (is geen JSON|is niet gevonden \(antwoord 404\))\./);
      await expectNothingAsked(tab, house);
    },
  );

  test('F08 every fault of config.json is listed at once, on the launch page and on the app page', async ({
    tab,
    house,
    sandbox,
  }) => {
    house.changeConfig((shipped) => ({
      ...shipped,
      theme: 'dark',
      helpDesk: '',
      issuers: [
        ...(shipped['issuers'] as readonly AppConfig[]).map((issuer) => ({ ...issuer, clientId: '' })),
        { iss: 'http://ehr.example/fhir' },
      ],
    }));
    const wanted = [
      'kent deze naam niet: theme',
      'helpDesk: mag niet leeg zijn',
      'issuers[0].clientId: mag niet leeg zijn',
      'issuers[1].iss: moet een https-adres zijn',
      'issuers[1].scope: ontbreekt',
    ];
    for (const address of [launchLink(sandbox).href, `${sandbox.origin}/index.html?code=a&state=b`]) {
      await tab.page.goto(address);
      await screen(tab.page, faultsHeading);
      const list = await tab.page.getByRole('listitem').allTextContents();
      for (const fault of wanted)
        expect(
          list.some((line) => line.includes(fault)),
          fault,
        ).toBe(true);
    }
    await expectNothingAsked(tab, house);
  });

  test('F08 two entries with one issuer are refused', async ({ tab, house, sandbox }) => {
    house.changeConfig((shipped) => {
      const issuers = shipped['issuers'] as readonly AppConfig[];
      return { ...shipped, issuers: [...issuers, ...issuers] };
    });
    await tab.page.goto(launchLink(sandbox).href);
    expect(await expectLaunchProblem(tab.page, 'config-faulty', 'START-08')).toContain('noemt een iss twee keer');
    await expectNothingAsked(tab, house);
  });

  test('D13 a site that only prints: no save button, said on the first screen', async ({ tab, house, sandbox }) => {
    house.changeConfig((shipped) => ({
      ...shipped,
      issuers: (shipped['issuers'] as readonly AppConfig[]).map((issuer) => ({
        ...issuer,
        document: { ...(issuer['document'] as object), format: 'none' },
      })),
    }));
    await tab.page.goto(launchLink(sandbox).href);
    expect(await textOf(tab.page, 'evidence.title')).toContain(say('saving.site-setting.text'));
    await confirmDiagnosis(tab.page);
    await fillIn(tab.page);
    expect(await tab.page.getByRole('button', { name: say('preview.save') }).count()).toBe(0);
    expect(documentWrites(sandbox)).toEqual([]);
  });
});
