import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import {
  askToSave,
  canConfirm,
  confirmDiagnosis,
  fillIn,
  readDossier,
  save,
  sayYes,
  screen,
} from '../../commands/walk/drive.ts';
import { sha1Shown } from '../../commands/walk/measure.ts';
import type { FaultOptions } from '../../sandbox/faults/fault-options.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { StopReason } from '../../src/workflow/state.ts';
import type { GapReason } from '../../src/domain/evidence.ts';
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
  test,
  textOf,
  type Tab,
} from './support.ts';

const LEIOMYOSARCOOM = { patient: 'leiomyosarcoom' };

/** The dossier says of these diagnoses that they were not read whole, and why; no one button confirms. */
async function expectConditionGap({ page }: Tab, why: GapReason): Promise<string> {
  const { gaps } = await readDossier(page);
  expect(gaps[0]).toContain(`${say('gap.Condition')}: ${say(`gap.why.${why}`)}`);
  expect(gaps[0]).toContain(say('gap.Condition.effect'));
  expect(await canConfirm(page)).toBe(false);
  const text = await bodyText(page);
  for (const never of ['evidence.empty.heading', 'evidence.none.heading', 'evidence.common.heading'] as const) {
    expect(text).not.toContain(say(never));
  }
  return text;
}

/** The way ended: heading, reason and code, and no booklet from here. */
async function expectStop(page: Page, why: StopReason, code: string): Promise<string> {
  const text = await textOf(page, `stop.${why}.title`);
  expect(text).toContain(say(`stop.${why}.text`));
  expect(text).toContain(code);
  expect(await page.getByRole('button', { name: /Bevestig|Diagnose kiezen|Boekje/ }).count()).toBe(0);
  return text;
}

function readsOf({ requests }: Sandbox, type: string): number {
  return requests.filter((request) => request.method === 'GET' && request.type === type).length;
}

describe('the end of the session', () => {
  test('F13 401 at saving: the work stays, the PDF can be had, nothing is stored and nothing tried again', async ({
    tab,
    sandbox,
    arm,
  }) => {
    const { page } = tab;
    const { patient } = await previewOfNewPatient(tab, sandbox);
    const shown = await sha1Shown(page);
    await askToSave(page);
    arm('F13');
    sandbox.clearRequests();
    await sayYes(page);
    const text = await textOf(page, 'session.title');
    expect(text).toContain(say('session.do'));
    expect(text).toContain('SESSIE-13');
    expect(sha1Of(await download(page))).toBe(shown);
    expect(sandbox.requests.filter(({ server, method }) => server === 'fhir' && method !== 'OPTIONS')).toHaveLength(1);
    expect(documentWrites(sandbox)).toEqual([]);
    expect(await storage(page)).toEqual([]);
    await page.getByRole('button', { name: say('app.close') }).click();
    await screen(page, say('stop.closed.title'));
    expect(await sandbox.documents(patient)).toEqual([]);
  });

  test('F13 401 while reading stops with the way back to the chart', async ({ tab, sandbox, arm }) => {
    arm('F13');
    await tab.page.goto(sandbox.launch(LEIOMYOSARCOOM));
    await expectStop(tab.page, 'session-ended', 'LEES-13');
    expect(await storage(tab.page)).toEqual([]);
  });
});

describe('diagnoses that cannot be read whole', () => {
  test('F14 403 on Condition is a gap, not an empty list', async ({ tab, sandbox, arm }) => {
    arm('F14', { type: 'Condition' });
    await openDossier(tab, sandbox, LEIOMYOSARCOOM);
    const text = await expectConditionGap(tab, 'not-allowed');
    expect(text).toContain(say('evidence.not-read.heading'));
    expect(text).toContain('LEES-14');
  });

  test.for(['outside-base', 'foreign-origin'] as const)(
    'F20 a next link that leaves the FHIR base (%s) is not followed, and the list is said to be incomplete',
    async (variant, { tab, sandbox, foreign, arm }) => {
      arm('F20', variant === 'foreign-origin' ? { variant, foreign: foreign.origin } : { variant });
      await openDossier(tab, sandbox, LEIOMYOSARCOOM);
      const text = await expectConditionGap(tab, 'list-incomplete');
      expect(text).toContain(say('evidence.alsoIncomplete'));
      expect(text).toContain('leiomyosarcoom van het linkerbovenbeen');
      expect(foreign.requests).toEqual([]);
      expect(tab.seen.foreignRequests).toEqual([]);
      expect(sandbox.requests.filter(({ path }) => path.startsWith('/fhir/other'))).toEqual([]);
    },
  );

  test('F22 a redirect to another host is not followed', async ({ tab, sandbox, foreign, arm }) => {
    arm('F22', { foreign: foreign.origin });
    await openDossier(tab, sandbox, LEIOMYOSARCOOM);
    expect(await expectConditionGap(tab, 'redirected')).toContain(say('evidence.not-read.heading'));
    expect(foreign.requests).toEqual([]);
  });

  test.for(['self', 'a-b-a'] as const)(
    'F23 a circle of pages (%s) ends at the first page seen before',
    async (variant, { tab, sandbox, arm }) => {
      arm('F23', { variant });
      await openDossier(tab, sandbox, LEIOMYOSARCOOM);
      await expectConditionGap(tab, 'list-incomplete');
      expect(readsOf(sandbox, 'Condition')).toBeLessThanOrEqual(2);
    },
  );

  test.for([
    { name: 'pages without end', options: { variant: 'endless' } },
    { name: '10,000 entries at once', options: { variant: 'many-entries' } },
    { name: '21 MB in one answer', options: { variant: 'large', megabytes: 21 } },
  ] satisfies { name: string; options: FaultOptions['F24'] }[])(
    'F24 $name: reading stops at the limit with a gap, and the page still answers',
    async ({ options }, { tab, sandbox, arm }) => {
      arm('F24', options);
      await openDossier(tab, sandbox, LEIOMYOSARCOOM);
      await expectConditionGap(tab, 'too-large');
      expect(readsOf(sandbox, 'Condition')).toBeLessThanOrEqual(20);
      await tab.page.getByRole('button', { name: /^(Diagnose kiezen|Zelf een diagnose kiezen)$/ }).click();
      await screen(tab.page, say('diagnosis.title'));
    },
  );

  test('F25 a server that never answers: “traag” after 5 seconds, a gap after 30, and reading again helps', async ({
    tab,
    sandbox,
    arm,
  }) => {
    const { page } = tab;
    const { skip } = await hurryClock(page);
    arm('F25', { ms: 'never' });
    await page.goto(sandbox.launch(LEIOMYOSARCOOM));
    await screen(page, say('reading.title'));
    await expect.poll(() => sandbox.hits('F25')).toBe(1);
    await page.getByText(say('reading.pending', { kinds: say('reading.kind.Condition') }), { exact: false }).waitFor();
    expect(await bodyText(page)).not.toContain(say('reading.slow'));
    await skip(5_000);
    await page.getByText(say('reading.slow'), { exact: false }).waitFor();
    await skip(25_000);
    await screen(page, say('evidence.title'));
    await expectConditionGap(tab, 'too-slow');

    sandbox.clearFaults();
    await page.getByRole('button', { name: say('evidence.readAgain') }).click();
    await page.getByRole('button', { name: /^Bevestig: / }).waitFor();
  });

  test.for(['operation-outcome', 'html', 'empty', 'not-json', 'wrong-resource-type'] as const)(
    'F29 200 with %s in place of the diagnoses is never “no diagnoses”',
    async (variant, { tab, sandbox, arm }) => {
      arm('F29', { variant });
      await openDossier(tab, sandbox, LEIOMYOSARCOOM);
      const text = await expectConditionGap(tab, 'unreadable');
      expect(text).toContain(say('evidence.not-read.heading'));
      expect(text).toContain('LEES-29');
      expect(text).not.toContain('Je sessie is verlopen');
    },
  );

  test('F27 a server that is out of order is a gap after three tries', async ({ tab, sandbox, arm }) => {
    arm('F27', { status: 503 });
    await openDossier(tab, sandbox, LEIOMYOSARCOOM);
    await expectConditionGap(tab, 'unreachable');
    expect(sandbox.hits('F27')).toBe(3);
  });
});

describe('whose chart it is', () => {
  test.for([404, 410] as const)(
    'F28 a launch patient that is %i stops the way',
    async (status, { tab, sandbox, arm }) => {
      arm('F28', { status });
      await tab.page.goto(sandbox.launch(LEIOMYOSARCOOM));
      const text = await expectStop(tab.page, 'patient-not-found', 'LEES-28');
      expect(text).not.toContain('leiomyosarcoom');
    },
  );

  test.for(['patient', 'condition'] as const)(
    'F30 another patient in the answer (%s): everything is thrown away and the session is over',
    async (variant, { tab, sandbox, arm }) => {
      arm('F30', { variant });
      const { page } = tab;
      await page.goto(sandbox.launch(LEIOMYOSARCOOM));
      const text = await expectStop(page, 'wrong-patient', 'LEES-30');
      const names = sandbox.patients.flatMap(({ patient }) => patient.name?.[0]?.text ?? []);
      expect(names).toContain('Henk Voorbeeld');
      for (const name of names) expect(text).not.toContain(name);
      expect(text).not.toContain('leiomyosarcoom');
      expect(await page.getByRole('region', { name: say('patient.label') }).count()).toBe(0);
      expect(await storage(page)).toEqual([]);
      const before = sandbox.requests.length;
      await page.getByRole('main').click();
      expect(sandbox.requests).toHaveLength(before);
    },
  );

  test('F31 an encounter of another patient is left out, and so are its people', async ({ tab, sandbox, arm }) => {
    arm('F31');
    const { page } = tab;
    const { patient, encounter } = await newPatient(sandbox);
    await openDossier(tab, sandbox, { patient, encounter });
    const { gaps } = await readDossier(page);
    expect(gaps[0]).toContain(`${say('gap.Encounter')}: ${say('gap.why.other-patient')}`);
    expect(await canConfirm(page)).toBe(false);
    await page.getByRole('button', { name: say('evidence.choose') }).click();
    await page.getByRole('radio', { name: /^Leiomyosarcoom/ }).click();
    await page.getByRole('button', { name: say('diagnosis.confirm') }).click();
    await screen(page, say('fill.title'));
    // Joke Brands is in the patient's own care team too, and offered from there alone.
    const contacts = page.getByRole('group', { name: say('fill.contact') });
    expect(await contacts.getByText('uit CareTeam').count()).toBeGreaterThan(0);
    expect(await contacts.getByText('uit Encounter').count()).toBe(0);
    await fillIn(page);
    await save(page);
    const [document] = await sandbox.documents(patient);
    expect(document?.context?.encounter).toBeUndefined();
  });

  test('F15 a launch without an encounter goes on; the document has none either', async ({ tab, sandbox }) => {
    const { page } = tab;
    const { patient } = await newPatient(sandbox);
    await openDossier(tab, sandbox, { patient, encounter: null });
    expect((await readDossier(page)).gaps).toHaveLength(1);
    await confirmDiagnosis(page);
    await fillIn(page);
    await save(page);
    expect(readsOf(sandbox, 'Encounter')).toBe(0);
    const [document] = await sandbox.documents(patient);
    expect(document?.subject).toEqual({ reference: `Patient/${patient}` });
    expect(document?.context?.encounter).toBeUndefined();
  });

  test.for([
    { patient: 'overleden', why: 'deceased', code: 'START-33' },
    { patient: 'kind', why: 'minor', code: 'START-34' },
    { patient: 'vervangen', why: 'record-replaced', code: 'START-35' },
    { patient: 'inactief', why: 'record-inactive', code: 'START-35' },
  ] as const)(
    'F33 F34 F35 “$patient” ends with $why, and no booklet',
    async ({ patient, why, code }, { tab, sandbox }) => {
      await tab.page.goto(sandbox.launch({ patient }));
      const text = await expectStop(tab.page, why, code);
      if (why === 'minor') expect(text).toContain('Prinses Máxima Centrum');
      expect(documentWrites(sandbox)).toEqual([]);
    },
  );

  test('F34 without a whole birth date nothing is assumed: 17 typed makes no booklet, 52 does', async ({
    tab,
    sandbox,
  }) => {
    const { page } = tab;
    await openDossier(tab, sandbox, { patient: 'geen-geboortedatum' });
    const confirm = page.getByRole('button', { name: /^Bevestig: / });
    const age = page.getByRole('textbox', { name: say('person.age') });
    await confirm.click();
    expect(await page.getByRole('alert').innerText()).toContain(say('person.age-missing'));
    await age.fill('17');
    await confirm.click();
    expect(await bodyText(page)).toContain(say('person.age-minor'));
    await screen(page, say('evidence.title'));
    await age.fill('52');
    await confirmDiagnosis(page);
    await fillIn(page);
    expect((await printed(await download(page))).pages).toHaveLength(8);
  });
});
