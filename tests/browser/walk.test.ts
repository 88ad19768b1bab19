import AxeBuilder from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import type { DocumentReference } from 'fhir/r4';
import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import {
  askToSave,
  canConfirm,
  closeApp,
  confirmDiagnosis,
  fillIn,
  readDossier,
  save,
  sayYes,
  screen,
  type ShownFinding,
} from '../../commands/walk/drive.ts';
import { judge, sha1Shown } from '../../commands/walk/measure.ts';
import { identifyDocument } from '../../src/fhir/document-identity.ts';
import { BOOKLET_SYSTEM, KNOWLEDGE_SYSTEM, uuidIdentifier } from '../../src/fhir/document-identifier.ts';
import type { EntityId } from '../../src/domain/entity.ts';
import type { PatientId } from '../../src/domain/patient.ts';
import type { MessageKey } from '../../src/locales/messages.ts';
import {
  bodyText,
  documentWrites,
  download,
  newPatient,
  openDossier,
  previewOfNewPatient,
  printed,
  say,
  sha1Of,
  storage,
  storedBytes,
  test,
  textOf,
  type Tab,
} from './support.ts';

const LEIOMYOSARCOMA = 'leiomyosarcoma' as EntityId;
const MOST_CLICKS = 10;
const MOST_TYPED = 2;

/** What must hold of every tab, whatever was done in it. */
function expectQuiet({ seen }: Tab): void {
  expect(seen.axe).toEqual([]);
  expect(seen.cspReports).toEqual([]);
  expect(seen.foreignRequests).toEqual([]);
  expect(seen.console).toEqual([]);
}

describe('leiomyosarcoom: one certain finding', () => {
  test('from launch to saved: ten clicks at most, the booklet shown is the booklet stored, every screen passes axe', async ({
    tab,
    sandbox,
  }) => {
    const { page, seen } = tab;
    await openDossier(tab, sandbox, { patient: 'leiomyosarcoom' });
    await judge(page, 'Dossier', seen);
    const { heading, findings } = await readDossier(page);
    expect(heading).toBe(say('evidence.sole.heading'));
    expect(findings.map(({ recorded, verdict }) => [recorded, verdict])).toEqual([
      ['leiomyosarcoom van het linkerbovenbeen', say('verdict.rare')],
    ]);
    await confirmDiagnosis(page);
    await judge(page, 'Invullen', seen);
    await fillIn(page);
    await judge(page, 'Bekijken', seen);
    const shown = await sha1Shown(page);

    const asked = await askToSave(page);
    await judge(page, 'Opslaan?', seen);
    for (const named of ['Samira de Boer', '3 apr 1974', 'E. Postma', 'versie 1, 8 bladzijden']) {
      expect(asked).toContain(named);
    }
    await sayYes(page);
    await screen(page, say('finish.title'));
    await judge(page, 'Klaar', seen);
    expect(seen.clicks).toBeLessThanOrEqual(MOST_CLICKS);
    expect(seen.typed).toBeLessThanOrEqual(MOST_TYPED);

    const [document, ...others] = await sandbox.documents('leiomyosarcoom');
    expect(others).toEqual([]);
    const bytes = await download(page);
    expect(sha1Of(bytes)).toBe(shown);
    expect(storedBytes(document).equals(bytes)).toBe(true);
    expectFiled(document, bytes, sandbox.fhirBaseUrl);

    await closeApp(page);
    await judge(page, 'Gesloten', seen);
    expect(await storage(page)).toEqual([]);
    expectQuiet(tab);
    // F61: the token answer offers a style sheet; the app never asks for it.
    expect(sandbox.requests.map(({ path }) => path)).not.toContain('/ehr/smart-style.json');
  });

  function expectFiled(document: DocumentReference | undefined, bytes: Uint8Array, iss: string): void {
    const { routeId, versionId } = identifyDocument({ iss, patientId: 'pat-4101' as PatientId }, LEIOMYOSARCOMA, 1);
    expect(document).toMatchObject({
      status: 'current',
      subject: { reference: 'Patient/pat-4101' },
      context: { encounter: [{ reference: 'Encounter/enc-4101' }] },
      author: [{ reference: 'Practitioner/prac-postma', display: 'E. Postma' }],
      masterIdentifier: uuidIdentifier(versionId),
      content: [
        {
          attachment: {
            contentType: 'application/pdf',
            size: bytes.length,
            hash: Buffer.from(sha1Of(bytes), 'hex').toString('base64'),
          },
        },
      ],
    });
    expect(document?.identifier).toEqual([
      uuidIdentifier(routeId),
      uuidIdentifier(versionId),
      { system: BOOKLET_SYSTEM, value: `${LEIOMYOSARCOMA}/1` },
      { system: KNOWLEDGE_SYSTEM, value: expect.stringMatching(/^\d{4}\.\d{2}\.\d{2}$/) as string },
    ]);
    expect(document?.relatesTo).toBeUndefined();
  }

  test('the booklet in the chart has 8 pages, the contact, the work dates, and names no expertise centre', async ({
    tab,
    sandbox,
  }) => {
    const { page } = tab;
    const { patient } = await previewOfNewPatient(tab, sandbox);
    await save(page);
    const [document] = await sandbox.documents(patient);
    const opened = await page.request.get(`${sandbox.origin}/ehr/documents/${document?.id ?? ''}`);
    expect(opened.headers()['content-type']).toBe('application/pdf');
    const bytes = await opened.body();
    expect(bytes.equals(await download(page))).toBe(true);

    const { pages } = await printed(bytes);
    expect(pages).toHaveLength(8);
    const text = pages.map((one) => one.text).join(' ');
    for (const wanted of ['Joke Brands', '12 september 2027', '25 juni 2028', 'Nagekeken door dr. E. Voorbeeld']) {
      expect(text).toContain(wanted);
    }
    expect(text).toContain('Vraag je arts of dat er is, of kijk op rijksoverheid.nl');
    expect(text).not.toContain('PROEFVERSIE');
    // The one hospital in it is the one that gives the booklet.
    const hospitals = text.match(/\b(?:[A-Z][\w-]*\s?)?(?:Ziekenhuis|UMC|MC|Kliniek|Instituut)(?:\s[A-Z]\w+)*/g) ?? [];
    expect(new Set(hospitals.map((name) => name.trim()))).toEqual(new Set(['Ziekenhuis De Linde']));
  });

  test('a second launch says that a booklet is there and asks; version 2 is stored beside version 1 and replaces it', async ({
    tab,
    sandbox,
  }) => {
    const { page } = tab;
    const { patient, encounter } = await previewOfNewPatient(tab, sandbox);
    await save(page);
    const [first] = await sandbox.documents(patient);

    await openDossier(tab, sandbox, { patient, encounter });
    await confirmDiagnosis(page);
    await page.getByRole('heading', { name: say('stored.title') }).waitFor();
    // What stands in the chart is printed again as it is, byte for byte.
    await page.getByRole('button', { name: say('reprint.fetch') }).click();
    const [again] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: say('reprint.download') }).click(),
    ]);
    expect(again.suggestedFilename()).toMatch(/^jouw-route-\d{4}-\d\d-\d\d-uit-dossier\.pdf$/);
    expect((await readFile(await again.path())).equals(storedBytes(first))).toBe(true);
    const axe = await new AxeBuilder({ page }).analyze();
    expect(axe.violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole('button', { name: say('fill.view') }).click();
    expect(await page.getByRole('alert').innerText()).toContain(say('stored.missing'));
    await page.getByRole('radio', { name: say('stored.same.replace', { version: 1 }) }).click();
    await fillIn(page);
    expect(await askToSave(page)).toMatch(/versie 2, 8 bladzijden[^]*Vervangt\s+1 boekje/);
    await sayYes(page);
    await screen(page, say('finish.title'));

    const documents = await sandbox.documents(patient);
    expect(documents).toHaveLength(2);
    const second = documents.find(({ id }) => id !== first?.id);
    expect(second?.relatesTo).toEqual([
      { code: 'replaces', target: { reference: `DocumentReference/${first?.id ?? ''}` } },
    ]);
    expect(second?.identifier).toContainEqual({ system: BOOKLET_SYSTEM, value: `${LEIOMYOSARCOMA}/2` });
    expect(second?.masterIdentifier).not.toEqual(first?.masterIdentifier);
    expect(storedBytes(first).equals(storedBytes(documents.find(({ id }) => id === first?.id)))).toBe(true);
    expectQuiet(tab);
  });
});

describe('what the other charts say', () => {
  interface OtherChart {
    readonly patient: string;
    readonly heading: MessageKey;
    readonly findings: readonly (readonly [recorded: string, verdict: MessageKey])[];
    /** With each finding; where it is undecided, what would decide it. */
    readonly why: RegExp;
    readonly also: readonly string[];
  }
  const CHARTS: readonly OtherChart[] = [
    {
      patient: 'darm',
      heading: 'evidence.undecided.heading',
      findings: [['maligne neoplasma van colon, niet gespecificeerd', 'verdict.undecided']],
      why: /Wat dit beslist: Het type/,
      also: ['Sarcoom van inwendige organen', say('evidence.other.one')],
    },
    {
      patient: 'kaal',
      heading: 'evidence.undecided.heading',
      findings: [[say('evidence.quote', { text: 'leiomyosarcoom linker been' }), 'verdict.undecided']],
      why: /Kijk zelf/,
      also: [],
    },
    {
      patient: 'melanoom',
      heading: 'evidence.common.heading',
      findings: [['maligne melanoom van romp', 'verdict.common']],
      why: /die komt vaak voor/,
      also: [],
    },
    {
      patient: 'weerlegd',
      heading: 'evidence.none.heading',
      findings: [
        ['acute myeloïde leukemie', 'verdict.none'],
        ['mesothelioom van pleura', 'verdict.none'],
      ],
      why: /Deze diagnose is teruggetrokken/,
      also: [say('evidence.apart')],
    },
  ];

  test.for(CHARTS)(
    '$patient: what the list says stands with each diagnosis, and no one button confirms',
    async (chart, { tab, sandbox }) => {
      const { page, seen } = tab;
      await openDossier(tab, sandbox, { patient: chart.patient });
      const { heading, findings, gaps } = await readDossier(page);
      expect(heading).toBe(say(chart.heading));
      expect(sorted(findings)).toEqual(chart.findings.map(([recorded, verdict]) => [recorded, say(verdict)]));
      const text = await bodyText(page);
      for (const said of chart.also) expect(text).toContain(said);
      for (const { why } of findings) expect(why).toMatch(chart.why);
      expect(gaps).toHaveLength(1);
      expect(await canConfirm(page)).toBe(false);
      await judge(page, chart.patient, seen);
      expectQuiet(tab);
      expect(documentWrites(sandbox)).toEqual([]);
    },
  );

  function sorted(findings: readonly ShownFinding[]): readonly (readonly [string, string])[] {
    return findings
      .map(({ recorded, verdict }) => [recorded, verdict] as const)
      .sort(([one], [other]) => one.localeCompare(other));
  }

  test('an undecided chart: nothing is preselected, the clinician searches, chooses and confirms', async ({
    tab,
    sandbox,
  }) => {
    const { page, seen } = tab;
    await openDossier(tab, sandbox, { patient: 'kaal' });
    await page.getByRole('button', { name: say('evidence.choose') }).click();
    await screen(page, say('diagnosis.title'));
    await judge(page, 'Diagnose', seen);
    await page.getByRole('button', { name: say('diagnosis.confirm') }).click();
    expect(await page.getByRole('alert').innerText()).toContain(say('diagnosis.nothing-chosen'));
    await page.getByRole('searchbox', { name: say('diagnosis.search') }).fill('leiomyo');
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    await page.getByRole('radio', { name: /^Leiomyosarcoom/ }).click();
    await judge(page, 'Diagnose, gekozen', seen);
    await page.getByRole('button', { name: say('diagnosis.confirm') }).click();
    await screen(page, say('fill.title'));
    expect(await bodyText(page)).toContain('bevestigd door E. Postma');
    expectQuiet(tab);
  });

  test('a chart without a rare cancer ends well without a booklet', async ({ tab, sandbox }) => {
    const { page } = tab;
    await openDossier(tab, sandbox, { patient: 'melanoom' });
    await page.getByRole('button', { name: say('evidence.decline') }).click();
    expect(await textOf(page, 'declined.title')).toContain(say('declined.text'));
    await closeApp(page);
    expect(await storage(page)).toEqual([]);
    expect(documentWrites(sandbox)).toEqual([]);
  });

  test('aml: the rare cancer on page three is found and its booklet saved', async ({ tab, sandbox }) => {
    const { page } = tab;
    await openDossier(tab, sandbox, { patient: 'aml' });
    const pages = sandbox.requests.filter(({ method, type }) => method === 'GET' && type === 'Condition');
    expect(pages).toHaveLength(3);
    const { heading, findings } = await readDossier(page);
    expect(heading).toBe(say('evidence.sole.heading'));
    expect(sorted(findings)).toContainEqual(['acute myeloïde leukemie', say('verdict.rare')]);
    await confirmDiagnosis(page);
    await fillIn(page);
    const shown = await sha1Shown(page);
    await save(page);
    const documents = await sandbox.documents('aml');
    expect(documents.map((one) => sha1Of(storedBytes(one)))).toEqual([shown]);
    expectQuiet(tab);
  });
});

describe('reach', () => {
  test('the whole way goes by keyboard alone, with the focus in sight at every stop', async ({ tab, sandbox }) => {
    const { page, seen } = tab;
    const { patient, encounter } = await newPatient(sandbox);
    const { keyboard } = page;
    await openDossier(tab, sandbox, { patient, encounter });
    await tabTo(page, page.getByRole('button', { name: /^Bevestig: / }));
    await keyboard.press('Enter');

    await screen(page, say('fill.title'));
    const contacts = page.getByRole('group', { name: say('fill.contact') }).getByRole('radio');
    await tabTo(page, contacts.first());
    const joke = page.getByRole('radio', { name: /Joke Brands/ });
    for (let steps = 0; steps < 5 && !(await joke.isChecked()); steps += 1) await keyboard.press('ArrowDown');
    await tabTo(page, page.getByRole('switch', { name: say('fill.work') }));
    await keyboard.press('Space');
    await tabTo(page, page.getByRole('radio', { name: say('work.employee') }));
    await keyboard.press('Space');
    await tabTo(page, page.getByRole('textbox', { name: say('fill.sickDay') }));
    await keyboard.type('14-09-2026');
    await tabTo(page, page.getByRole('button', { name: say('fill.view') }));
    await keyboard.press('Enter');

    await screen(page, say('preview.title'));
    await page.locator('iframe').waitFor();
    await tabTo(page, page.getByRole('button', { name: say('preview.save') }));
    await keyboard.press('Enter');
    await tabTo(page, page.getByRole('dialog').getByRole('button', { name: say('save.yes') }));
    await keyboard.press('Enter');

    await screen(page, say('finish.title'));
    await tabTo(page, page.getByRole('button', { name: say('app.close') }));
    await keyboard.press('Enter');
    await screen(page, say('stop.closed.title'));
    expect(seen.clicks).toBe(0);
    const [document] = await sandbox.documents(patient);
    expect((await printed(storedBytes(document))).pages[1]?.text).toContain('Joke Brands');
  });

  /** Presses Tab until `target` has the focus; expects a ring around every stop on the way. */
  async function tabTo(page: Page, target: Locator): Promise<void> {
    for (let stops = 0; stops < 60; stops += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
      expect(await page.evaluate(focusInSight)).toBe('in sight');
    }
    throw new Error(`Tab does not reach ${String(target)}.`);
  }

  /** Runs in the page: whether the focused element, or what draws its ring, is visibly marked. */
  function focusInSight(): string {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return 'nowhere';
    for (let at: Element | null = focused; at !== null && at !== document.body; at = at.parentElement) {
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      const { width, height, bottom, right } = at.getBoundingClientRect();
      const ringed = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      if (ringed && width > 0 && height > 0 && bottom > 0 && right > 0) return 'in sight';
    }
    return `no ring: ${focused.outerHTML.slice(0, 200)}`;
  }

  test('no screen scrolls sideways at 320 or 480 px', async ({ tab, sandbox }) => {
    const { page } = tab;
    const tooWide: string[] = [];
    const look = async (name: string): Promise<void> => {
      for (const width of [320, 480]) {
        await page.setViewportSize({ width, height: 800 });
        const scrolls = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (scrolls > 0) tooWide.push(`${name}, ${width} px: ${scrolls} px too wide`);
      }
    };
    const { patient, encounter } = await newPatient(sandbox);
    await openDossier(tab, sandbox, { patient, encounter });
    await look('Dossier');
    await page.getByRole('button', { name: say('evidence.sole.other') }).click();
    await screen(page, say('diagnosis.title'));
    await page.getByRole('radio', { name: /^Leiomyosarcoom/ }).click();
    await look('Diagnose');
    await page.getByRole('button', { name: say('diagnosis.confirm') }).click();
    await screen(page, say('fill.title'));
    await look('Invullen');
    await fillIn(page);
    await look('Bekijken');
    await askToSave(page);
    await look('Opslaan?');
    await sayYes(page);
    await screen(page, say('finish.title'));
    await look('Klaar');
    await closeApp(page);
    await look('Gesloten');
    expect(tooWide).toEqual([]);
  });
});
