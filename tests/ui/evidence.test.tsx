// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Finding, Lookup } from '../../src/domain/finding.ts';
import type { ChartReading } from '../../src/domain/chart.ts';
import {
  aChart,
  aCore,
  aDiagnosis,
  aFinding,
  aLookup,
  aPatient,
  aSite,
  entityId,
  fakePorts,
  GIST,
  LMS,
  open,
} from '../workflow/a-workflow.ts';
import { button, heading, launchApp } from './render-app.tsx';

const show = (findings: readonly Finding[], changes: Partial<Lookup> = {}) =>
  launchApp({ core: aCore(aLookup(findings, changes)) });
const stopped = (why: Extract<ChartReading, { kind: 'stop' }>['why']) =>
  launchApp({ ports: fakePorts({ reading: { kind: 'stop', why, code: 'LEES-1' } }) });
const of = (patient: Parameters<typeof aPatient>[0]) =>
  launchApp({ ports: fakePorts({ reading: { kind: 'chart', chart: aChart({ patient: aPatient(patient) }) } }) });

describe('the dossier screen', () => {
  it.each([
    ['rare', 'Zeldzaam'],
    ['undecided', 'Onduidelijk'],
    ['common', 'Niet zeldzaam volgens de lijst'],
    ['none', 'Telt hier niet mee'],
  ] as const)('D4 says the verdict %s in its own words: %s', async (verdict, words) => {
    show([open({ verdict, candidates: [LMS.id, GIST.id] })]);
    const item = within(await screen.findByRole('region', { name: 'Vastgelegd, met uitleg' }));
    expect(item.getByText(words, { exact: true })).toBeVisible();
  });

  it('says the code, why, the status, the date and the source of each diagnosis', async () => {
    show([
      open({
        verdict: 'undecided',
        candidates: [LMS.id, GIST.id],
        reasons: [{ key: 'conflict' }, { key: 'decides-codes' }],
      }),
    ]);
    const list = within(await screen.findByRole('region', { name: 'Vastgelegd, met uitleg' }));
    expect(list.getByText('443719001')).toBeVisible();
    expect(list.getByText('Waarom:').parentElement).toHaveTextContent('De codes spreken elkaar tegen.');
    expect(list.getByText('Wat dit beslist:').parentElement).toHaveTextContent(
      'Wat dit beslist: Kijk in het dossier wat klopt.',
    );
    expect(list.getByText('uit Condition')).toBeVisible();
    expect(list.getByText('bevestigd, actief, vastgelegd 12 okt 2026')).toBeVisible();
  });

  it('F36 quotes free text and says that it is not read', async () => {
    const evidence = aDiagnosis('t', { code: { coding: [], text: 'Plekje long, metastase?' } });
    show([open({ verdict: 'undecided', evidence, reasons: [{ key: 'text-only' }] })]);
    expect(await screen.findByRole('heading', { name: '“Plekje long, metastase?”' })).toBeVisible();
    expect(screen.getByText('Alleen tekst, geen code')).toBeVisible();
    expect(screen.getByText(/De app leest geen losse tekst/)).toBeVisible();
  });

  it('F40 shows markup from the record as text, isolated', async () => {
    const text = '<img src=x onerror=alert(1)>';
    show([open({ evidence: aDiagnosis('x', { code: { coding: [], text } }), verdict: 'undecided' })]);
    const title = await screen.findByRole('heading', { name: `“${text}”` });
    expect(title.querySelector('bdi')).not.toBeNull();
    expect(document.querySelector('img')).toBeNull();
  });

  it('F32 shows what is past or withdrawn apart, and folds and counts what is not about cancer', async () => {
    const past = open({ verdict: 'none', reasons: [{ key: 'resolved' }], evidence: aDiagnosis('2') });
    const other = open({ verdict: 'none', aboutCancer: false, evidence: aDiagnosis('3') });
    show([aFinding(), past, other]);
    await heading('Voorbij of teruggetrokken', 2);
    const folded = screen.getByText('1 andere diagnose gaat niet over kanker').closest('details');
    expect(folded).not.toHaveAttribute('open');
    expect(folded).toHaveTextContent(/Dit telt hier niet mee:Leiomyosarcoom$/);
  });

  it('F32 of what was withdrawn only that is said, not what its code would mean', async () => {
    const core = aCore(aLookup([open({ verdict: 'none', reasons: [{ key: 'refuted' }, { key: 'on-the-list' }] })]));
    const reasons = new Map([
      ['refuted', { nl: 'Teruggetrokken.', en: 'Withdrawn.' }],
      ['on-the-list', { nl: 'Staat op de lijst.', en: 'On the list.' }],
    ]);
    launchApp({ core: { ...core, reasons } });
    const why = (await screen.findByText('Waarom:')).parentElement;
    expect(why).toHaveTextContent(/^Waarom: Teruggetrokken\.$/);
    expect(screen.getByText('Geen gelezen diagnose gaat over kanker van nu.')).toBeVisible();
  });

  it.each([
    [5, 5, null],
    [8, 4, 'en nog 4'],
  ])('of %i kinds under one code %i are named, then how many more: %s', async (count, named, more) => {
    const kinds = Array.from({ length: count }, (_, i) => ({
      ...LMS,
      id: entityId(`kind-${i}`),
      nameNl: `Soort ${i}`,
    }));
    const core = aCore(aLookup([open({ verdict: 'undecided', candidates: kinds.map(({ id }) => id) })]));
    launchApp({ core: { ...core, names: new Map(kinds.map((kind) => [kind.id, kind])) } });
    await screen.findByText('Kan volgens de lijst zijn:');
    expect(screen.getAllByText(/^Soort \d$/)).toHaveLength(named);
    expect(screen.queryByText(/^en nog/)?.textContent ?? null).toBe(more);
  });

  it('F24 says that not all was read, and does not call a kind open that one code names', async () => {
    show([aFinding()], { incomplete: true, gaps: [{ what: 'Condition', why: 'too-large', read: 20 }] });
    await heading(/^Zeldzaam: er staat een diagnose/, 2);
    expect(screen.getByText('Let op: niet alles is gelezen. Daarom kies je zelf.')).toBeVisible();
    expect(document.body).not.toHaveTextContent('staat niet vast');
  });

  it('F37 contradicting codes stand side by side, and the app chooses nothing', async () => {
    const { user } = show([
      open({ verdict: 'undecided', candidates: [LMS.id, GIST.id], reasons: [{ key: 'conflict' }] }),
    ]);
    await heading(/spreken elkaar tegen/, 2);
    await user.click(await button('Diagnose kiezen'));
    const radios = await screen.findAllByRole('radio');
    expect(radios).toHaveLength(2);
    for (const radio of radios) expect(radio).not.toBeChecked();
  });

  it.each<[string, readonly Finding[], Partial<Lookup>, RegExp]>([
    ['nothing recorded', [], {}, /Er staan geen diagnoses in het dossier/],
    [
      'not read',
      [],
      { incomplete: true, gaps: [{ what: 'Condition', why: 'not-allowed' }] },
      /de diagnoses zijn niet gelezen/,
    ],
    ['nothing that counts', [open({ verdict: 'none' })], {}, /geen zeldzame kanker in de lijst/],
    ['a common cancer', [open({ verdict: 'common' })], {}, /^Niet zeldzaam volgens de lijst$/],
  ])('F14 %s has its own words, and the clinician may still choose', async (_, findings, changes, words) => {
    show(findings, changes);
    expect(await heading(words, 2)).toBeVisible();
    expect(await button('Zelf een diagnose kiezen')).toBeVisible();
  });

  it('F14 names what was not read, why, what follows, and a code for the help desk', async () => {
    show([], { incomplete: true, gaps: [{ what: 'Condition', why: 'not-allowed', read: 0 }] });
    const card = within(await screen.findByRole('region', { name: 'Niet gelezen' }));
    expect(card.getByText('Diagnoses (Condition): geen leesrecht.')).toBeVisible();
    expect(card.getByText(/de app weet niet of er nog een diagnose/)).toBeVisible();
    expect(card.getByText('Verslagen van de patholoog en brieven')).toBeVisible();
    expect(card.getByText('LEES-14')).toBeVisible();
  });

  it('F10 says at once that nothing can be saved here', async () => {
    launchApp({ site: aSite({ saving: { kind: 'print-only', why: 'not-granted' } }) });
    expect(await heading('Opslaan in het dossier kan hier niet', 2)).toBeVisible();
  });

  it('D20 says at once that this is a trial, and claims no review', async () => {
    launchApp({ site: aSite({ approval: null }) });
    expect(await heading('PROEFVERSIE – niet voor patiënten', 2)).toBeVisible();
    expect(screen.queryByText(/Nagekeken door/)).toBeNull();
  });
});

describe('where the way ends early', () => {
  it.each([
    ['F30', 'wrong-patient', 'Er is een andere patiënt geopend', 'alert'],
    ['F28', 'patient-not-found', 'Deze patiënt is niet gevonden', 'alert'],
    ['F13', 'session-ended', 'Je sessie is voorbij', 'alert'],
    ['F15', 'no-encounter', 'Er is geen contact geopend', 'status'],
  ] as const)('%s %s: %s', async (_, why, words, role) => {
    stopped(why);
    expect(await heading(words)).toBeVisible();
    expect(screen.getByRole(role)).toHaveTextContent('Doe dit:');
    expect(screen.getByText('LEES-1')).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Patiënt' })).toBeNull();
  });

  it.each([
    ['F33', { deceased: true }, 'Volgens het dossier is deze patiënt overleden'],
    ['F34', { birthDate: '2015-02-01' }, 'Voor deze patiënt maakt de app geen boekje'],
    ['F35', { replaced: true }, 'Dit dossier is vervangen door een ander'],
    ['F35', { inactive: true }, 'Dit dossier is niet meer in gebruik'],
  ])('%s no booklet, and the patient stays in sight', async (_, patient, words) => {
    of(patient);
    expect(await heading(words)).toBeVisible();
    expect(screen.getByRole('region', { name: 'Patiënt' })).toHaveTextContent('Samira de Boer');
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('F34 points a minor to the Prinses Máxima Centrum', async () => {
    of({ birthDate: '2015-02-01' });
    expect(await screen.findByText(/Prinses Máxima Centrum/)).toBeVisible();
  });

  it('F34 asks for the age when the birth date is not whole, and takes no minor', async () => {
    const { user } = of({ birthDate: '1974' });
    await user.click(await button(/^Bevestig/));
    expect(screen.getByRole('alert')).toHaveTextContent('Typ de leeftijd in jaren');
    const age = screen.getByRole('textbox', { name: 'Leeftijd in jaren' });
    await user.type(age, '17');
    expect(age).toHaveAccessibleDescription(/Onder de 18 jaar maakt de app geen boekje/);
    await user.clear(age);
    await user.type(age, '52');
    await user.click(await button(/^Bevestig/));
    expect(await heading('Klopt dit voor het boekje?')).toBeVisible();
  });
});
