// @vitest-environment node
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { documentFor, SmartClient } from '../../sandbox/smart-client.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox.close());

async function pageAt(path: string) {
  const response = await fetch(sandbox.origin + path);
  const { document } = new JSDOM(await response.text()).window;
  return { response, document, text: document.body.textContent.replace(/\s+/g, ' ') };
}

test('the first page lists every patient with name, birth date, sex and why the patient exists', async () => {
  const { document, text } = await pageAt('/');
  expect(document.documentElement.lang).toBe('nl');
  expect(text).toContain('Dit is een sandbox. Alles hier is verzonnen');
  expect(text).toContain('Samira de Boer geboren 3 apr 1974, vrouw');
  expect(text).toContain('Bram Zonderdatum geboren 1974, man');
  for (const { why } of sandbox.patients) expect(text).toContain(why);
});

test('only the ordinary patients stand open; the trial cases are folded away', async () => {
  const { document } = await pageAt('/');
  expect(document.querySelectorAll('main > ul > li')).toHaveLength(24);
  expect(document.querySelector('details')?.hasAttribute('open')).toBe(false);
  expect(document.querySelector('summary')?.textContent).toBe('Proefgevallen (5)');
});

test('each launch link names its patient and opens the app with iss and launch', async () => {
  const { document } = await pageAt('/');
  const link = document.querySelector('a.launch');
  expect(link?.textContent).toBe('Start Jouw route voor Samira de Boer');
  const response = await fetch(sandbox.origin + (link?.getAttribute('href') ?? ''), { redirect: 'manual' });
  const target = new URL(response.headers.get('location') ?? '');
  expect([response.status, target.origin + target.pathname]).toEqual([302, `${sandbox.origin}/launch.html`]);
  expect([...target.searchParams.keys()]).toEqual(['iss', 'launch']);
  expect(target.searchParams.get('iss')).toBe(sandbox.fhirBaseUrl);
});

test.each(['/ehr/launch?patient=nobody', '/ehr/launch', '/ehr/chart/nobody', '/ehr/documents/none', '/ehr/nothing'])(
  '%s is 404',
  async (path) => {
    expect((await fetch(sandbox.origin + path, { redirect: 'manual' })).status).toBe(404);
  },
);

test('a chart shows the recorded diagnoses with code, status and date, and who saw the patient', async () => {
  const { text } = await pageAt('/ehr/chart/leiomyosarcoom');
  expect(text).toContain('leiomyosarcoom van het linkerbovenbeen ICD-10 C49.2, SNOMED CT 443719001 actueel bevestigd');
  expect(text).toContain('12 nov 2026');
  expect(text).toContain('Joke Brands, verpleegkundig specialist');
  const { text: refuted } = await pageAt('/ehr/chart/weerlegd');
  expect(refuted).toContain('weerlegd');
});

test('the clinicians can be chosen; the insurer among the practitioners cannot', async () => {
  const { text } = await pageAt('/ehr/chart/leiomyosarcoom');
  expect(text).toContain('als E. Postma');
  expect(text).toContain('als Joke Brands');
  expect(text).not.toContain('als Zorgverzekeraar');
});

test('the chart can hold the app in a frame, sandboxed if asked', async () => {
  const frameOf = async (query: string) => (await pageAt(`/ehr/frame/darm${query}`)).document.querySelector('iframe');
  expect((await frameOf(''))?.outerHTML).toBe('<iframe title="Jouw route" src="/ehr/launch?patient=darm"></iframe>');
  expect((await frameOf('?sandbox=allow-scripts'))?.getAttribute('sandbox')).toBe('allow-scripts');
});

test('a saved document stands in the chart and on the first page, and its bytes come back as they were', async () => {
  const client = new SmartClient(sandbox);
  const { access_token: token } = await client.signIn({ patient: 'darm' });
  const body = documentFor(sandbox.patientId('darm'));
  await client.fhir(token, '/DocumentReference', { method: 'POST', body });
  const [stored] = await sandbox.documents('darm');
  for (const path of ['/', '/ehr/chart/darm']) {
    const { document } = await pageAt(path);
    const row = document.querySelector(`a[href="/ehr/documents/${stored?.id ?? ''}"]`)?.closest('tr');
    expect(row?.textContent.replace(/\s+/g, ' ').trim()).toBe(
      'Jouw route Route zeldzame kanker, versie 1 25 nov 2026 actueel E. Postma',
    );
  }
  const response = await fetch(`${sandbox.origin}/ehr/documents/${stored?.id ?? ''}`);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  expect(response.headers.get('content-disposition')).toBe('inline');
  expect(Buffer.from(await response.arrayBuffer()).toString('base64')).toBe('JVBERi0=');
});

test('a document that a browser would run is handed over, not shown', async () => {
  const hostile = documentFor(sandbox.patientId('kaal'));
  const data = Buffer.from('<script>alert(1)</script>').toString('base64');
  await sandbox.put({
    resourceType: 'DocumentReference',
    id: 'hostile',
    status: 'current',
    subject: { reference: hostile.subject.reference },
    content: [{ attachment: { contentType: 'text/html', data, title: '<img src=x onerror=alert(1)>' } }],
  });
  const { headers } = await fetch(`${sandbox.origin}/ehr/documents/hostile`);
  expect([headers.get('content-type'), headers.get('content-disposition')]).toEqual([
    'application/octet-stream',
    'attachment',
  ]);
  const { document, text } = await pageAt('/ehr/chart/kaal');
  expect(document.querySelector('img')).toBeNull();
  expect(text).toContain('<img src=x onerror=alert(1)>');
});

test('no page runs a script, and no page shows a BSN', async () => {
  const paths = ['/', '/ehr/frame/aml', ...sandbox.patients.map(({ name }) => `/ehr/chart/${name}`)];
  for (const path of paths) {
    const { response, document, text } = await pageAt(path);
    expect(response.headers.get('content-security-policy')).not.toMatch(/script-src|unsafe/);
    expect(document.querySelector('script')).toBeNull();
    expect(text).not.toMatch(/\b9999\d{5}\b/);
  }
});
