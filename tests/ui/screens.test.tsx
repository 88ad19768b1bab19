// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import contentMap from '../../knowledge/content/content-map.json' with { type: 'json' };
import type { WriteOutcome } from '../../src/domain/document.ts';
import { loadLanguage } from '../../src/locales/messages.ts';
import { mountApp } from '../../src/ui/mount-app.tsx';
import type { RenderOutcome } from '../../src/domain/handout/render-outcome.ts';
import { createWorkflow } from '../../src/workflow/workflow.ts';
import {
  aCore,
  aDiagnosis,
  aFinding,
  aLookup,
  aSite,
  aStoredDocument,
  fakePorts,
  GIST,
  LMS,
  open,
} from '../workflow/a-workflow.ts';
import { button, confirmSole, heading, launchApp, toPreview, toSaved } from './render-app.tsx';

describe('the diagnosis screen', () => {
  const openChoice = () => launchApp({ core: aCore(aLookup([open({ candidates: [LMS.id] })])) });

  it('D5 nothing is chosen at first, and confirming without a choice leads to the field', async () => {
    const { user } = openChoice();
    await user.click(await button('Diagnose kiezen'));
    await user.click(await button('Ik bevestig deze diagnose'));
    await user.click(screen.getByRole('link', { name: 'Kies een diagnose uit de lijst.' }));
    expect(screen.getByRole('searchbox', { name: 'Zoek in de lijst' })).toHaveFocus();
  });

  it('finds in the list, keeps what was chosen in sight, and says who confirms', async () => {
    const { user } = openChoice();
    await user.click(await button('Diagnose kiezen'));
    const search = screen.getByRole('searchbox', { name: 'Zoek in de lijst' });
    await user.type(search, 'stromacel');
    await user.click(screen.getByRole('radio', { name: 'GIST' }));
    await user.clear(search);
    expect(screen.getByRole('radio', { name: 'GIST' })).toBeChecked();
    expect(screen.getByText(/Je bevestigt als E. Postma, internist-oncoloog, op 25 nov 2026/)).toBeVisible();
    await user.click(await button('Ik bevestig deze diagnose'));
    expect(await screen.findByText('een gist')).toBeVisible();
  });

  it('says what the booklet says, and calls no kind recorded that a code leaves open', async () => {
    const { user } = openChoice();
    await user.click(await button('Diagnose kiezen'));
    expect(screen.getByRole('status')).toHaveTextContent('1 soort past bij het dossier. Je kunt zoeken in 2 soorten.');
    const fitting = screen.getByRole('group', { name: 'Past bij het dossier' });
    await user.click(within(fitting).getByRole('radio', { name: 'Leiomyosarcoom' }));
    const printed = contentMap.blocks.flatMap((block) => block.short_nl?.text ?? []);
    expect(printed).toContain('De diagnose is {{diagnosis.name}}.');
    expect(screen.getByText(/De diagnose is/)).toHaveTextContent('“De diagnose is een leiomyosarcoom.”');
  });

  it('a common cancer is not on the list: says so, and the way ends there', async () => {
    const { user } = openChoice();
    await user.click(await button('Diagnose kiezen'));
    expect(screen.getByRole('searchbox')).toHaveAccessibleDescription(
      /Kanker die vaak voorkomt, staat niet in de lijst/,
    );
    await user.click(await button('Geen boekje maken'));
    expect(await heading('Er komt nu geen boekje')).toBeVisible();
  });

  it('says of a kind that no code in the chart names that it is not in there', async () => {
    const { user } = openChoice();
    await user.click(await button('Diagnose kiezen'));
    await user.click(screen.getByRole('radio', { name: 'Leiomyosarcoom' }));
    expect(screen.queryByText(/noemen deze soort niet/)).toBeNull();
    await user.type(screen.getByRole('searchbox'), 'gist');
    await user.click(screen.getByRole('radio', { name: 'GIST' }));
    expect(screen.getByText('De gelezen codes noemen deze soort niet. Kijk het na.')).toBeVisible();
  });

  it('names for who checks it the entries of the chart, their codes and the rules; of a kind that is not in there none', async () => {
    const coding = { system: 'http://hl7.org/fhir/sid/icd-10', code: 'C49.9' };
    const core = aCore(
      aLookup([
        open({
          evidence: aDiagnosis('7', { versionId: '3' }),
          candidates: [LMS.id],
          reasons: [{ key: 'level-broad', coding }, { key: 'decides-morphology' }],
        }),
        open({ evidence: aDiagnosis('8'), candidates: [LMS.id], reasons: [{ key: 'text-only' }] }),
      ]),
    );
    const { user } = launchApp({ core });
    await user.click(await button('Diagnose kiezen'));
    await user.click(screen.getByRole('radio', { name: 'Leiomyosarcoom' }));
    await user.click(screen.getByText('Waar dit op rust'));
    const list = aSite().versions.knowledge;
    expect(screen.getAllByText(/^Condition\//).map(({ textContent }) => textContent)).toEqual([
      `Condition/7, versie 3; code ${coding.system}|C49.9; regels level-broad, decides-morphology; lijst ${list}.`,
      `Condition/8, versie onbekend; code geen; regels text-only; lijst ${list}.`,
    ]);
    await user.type(screen.getByRole('searchbox'), 'gist');
    await user.click(screen.getByRole('radio', { name: 'GIST' }));
    expect(screen.queryByText(/^Condition\//)).toBeNull();
  });

  it('says when nothing matches', async () => {
    const { user } = openChoice();
    await user.click(await button('Diagnose kiezen'));
    await user.type(screen.getByRole('searchbox'), 'qqq');
    expect(screen.getByRole('status')).toHaveTextContent('Niets past bij “qqq”');
  });

  it('the name for the patient can be changed, not emptied', async () => {
    const { user } = launchApp({ core: aCore(aLookup([open({ candidates: [LMS.id, GIST.id] })])) });
    await user.click(await button('Diagnose kiezen'));
    await user.click(screen.getByRole('radio', { name: 'Leiomyosarcoom' }));
    await user.clear(screen.getByRole('textbox', { name: 'Naam voor de patiënt' }));
    await user.click(await button('Ik bevestig deze diagnose'));
    expect(screen.getByRole('alert')).toHaveTextContent('Typ een naam voor de patiënt.');
  });
});

describe('the fill-in screen', () => {
  it('D22 nothing is chosen: no contact, no answer that could hurt; the chart only proposes', async () => {
    const app = launchApp({ core: aCore(aLookup([aFinding({ spread: true })])) });
    await confirmSole(app);
    for (const name of ['Ik ben het aanspreekpunt', 'Joke Brands', 'Iemand anders', 'Nog niet bekend', 'ja', 'nee']) {
      expect(screen.getByRole('radio', { name })).not.toBeChecked();
    }
    expect(screen.getByRole('radio', { name: 'weet ik niet' })).toBeChecked();
    expect(screen.getByText('in het dossier staat een uitzaaiing')).toBeVisible();
    const on = screen.getAllByRole('switch').filter((field) => field.getAttribute('aria-checked') === 'true');
    expect(on.map((field) => field.parentElement?.parentElement?.textContent)).toEqual([
      expect.stringContaining('kopie in het dossier'),
    ]);
  });

  it('asks once who can be called, and leads there', async () => {
    const app = launchApp();
    await confirmSole(app);
    await app.user.click(await button('Boekje bekijken'));
    expect(screen.getByRole('alert')).toHaveFocus();
    await app.user.click(screen.getByRole('link', { name: /Kies wie de patiënt kan bellen/ }));
    expect(screen.getByRole('radio', { name: 'Ik ben het aanspreekpunt' })).toHaveFocus();
  });

  it('fills in number and hours of the department, with their source, and lets them be changed', async () => {
    const app = launchApp();
    await confirmSole(app);
    await app.user.click(screen.getByRole('radio', { name: 'Ik ben het aanspreekpunt' }));
    const phone = screen.getByRole('textbox', { name: 'Telefoon' });
    expect(phone).toHaveValue('088 000 12 34');
    expect(phone).toHaveAccessibleDescription(/uit de instellingen, Polikliniek Oncologie/);
    await app.user.type(phone, '5');
    expect(phone).toHaveAccessibleDescription(/door jou/);
  });

  it('asks which department when there are several', async () => {
    const departments = [
      { id: 'a', name: 'Oncologie', phone: '088 000 00 01', hours: null, emergencyPhone: null },
      { id: 'b', name: 'Chirurgie', phone: '088 000 00 02', hours: null, emergencyPhone: '088 000 77 77' },
    ];
    const app = launchApp({ site: aSite({ departments }) });
    await confirmSole(app);
    expect(screen.getByText('088 000 99 00')).toBeVisible();
    await app.user.click(screen.getByRole('radio', { name: 'Joke Brands' }));
    await app.user.selectOptions(screen.getByRole('combobox', { name: 'Polikliniek' }), 'Chirurgie');
    expect(screen.getByRole('textbox', { name: 'Telefoon' })).toHaveValue('088 000 00 02');
    expect(screen.getByText('088 000 77 77')).toBeVisible();
    expect(screen.queryByText('088 000 99 00')).toBeNull();
  });

  it('says when no number is set for the evening and the weekend', async () => {
    const app = launchApp({ site: aSite({ emergencyPhone: null }) });
    await confirmSole(app);
    expect(screen.getByText(/noemt dan alleen 112/)).toBeVisible();
  });

  it.each([
    ['31-09-2026', '31 september bestaat niet. Bedoel je 30-09-2026?'],
    ['14-09-2027', 'Deze dag moet nog komen. Klopt het jaar?'],
  ])('F39 says of %s: %s', async (typed, words) => {
    const app = launchApp();
    await confirmSole(app);
    await app.user.click(screen.getByRole('switch', { name: 'Hoofdstuk Werk' }));
    const day = screen.getByRole('textbox', { name: 'Eerste ziektedag' });
    await app.user.type(day, typed);
    expect(day).toHaveAccessibleDescription(new RegExp(words.replaceAll('?', '\\?')));
    expect(day).toBeInvalid();
  });

  it('F39 takes a day of years ago, and asks whether the year is right', async () => {
    const app = launchApp();
    await confirmSole(app);
    await app.user.click(screen.getByRole('switch', { name: 'Hoofdstuk Werk' }));
    const day = screen.getByRole('textbox', { name: 'Eerste ziektedag' });
    await app.user.type(day, '14-09-2016');
    expect(day).toHaveAccessibleDescription(/2016\. Dat is meer dan 2 jaar geleden\. Klopt het jaar\?/);
    expect(day).toBeValid();
  });

  it('asks the work status only with the work chapter, and has no default', async () => {
    const app = launchApp();
    await confirmSole(app);
    expect(screen.queryByRole('radio', { name: 'In loondienst' })).toBeNull();
    await app.user.click(screen.getByRole('switch', { name: 'Hoofdstuk Werk' }));
    await app.user.click(screen.getByRole('radio', { name: 'Nog niet bekend' }));
    await app.user.click(await button('Boekje bekijken'));
    expect(screen.getByRole('alert')).toHaveTextContent('Kies hoe de patiënt werkt.');
  });
});

describe('the preview', () => {
  it('shows the PDF in a frame with a name of its own', async () => {
    await toPreview(launchApp());
    expect(screen.getByTitle('Voorbeeld van het boekje')).toHaveAttribute('src', expect.stringMatching(/^blob:/));
  });

  it('rule 9 framed by the EHR it shows no preview, says so, and offers a window and a download', async () => {
    await toPreview(launchApp({ framed: true }));
    expect(screen.queryByTitle('Voorbeeld van het boekje')).toBeNull();
    expect(screen.getByText(/In dit venster kan de app geen voorbeeld tonen/)).toBeVisible();
    expect(screen.getAllByRole('link', { name: 'Open in een nieuw venster' })[0]).toHaveAttribute('target', '_blank');
    expect(screen.getByRole('link', { name: 'Downloaden' })).toBeVisible();
  });

  it('F52 claims no paper after printing', async () => {
    const app = launchApp();
    await toPreview(app);
    const frame = screen.getByTitle<HTMLIFrameElement>('Voorbeeld van het boekje');
    const print = vi.fn();
    Object.defineProperty(frame, 'contentWindow', { value: { focus: vi.fn(), print } });
    await app.user.click(await button('Afdrukken'));
    expect(print).toHaveBeenCalledOnce();
    expect(screen.getByText('Het afdrukvenster is geopend. Of er papier kwam, weet de app niet.')).toBeVisible();
  });

  it('F52 a browser that does not let a page print is said, and not counted', async () => {
    const app = launchApp();
    await toPreview(app);
    const frame = screen.getByTitle<HTMLIFrameElement>('Voorbeeld van het boekje');
    const print = (): never => {
      throw new DOMException('no', 'SecurityError');
    };
    Object.defineProperty(frame, 'contentWindow', { value: { focus: vi.fn(), print } });
    await app.user.click(await button('Afdrukken'));
    expect(screen.getByText(/Afdrukken lukt hier niet/)).toBeVisible();
  });

  it('D22 names every choice that was switched on, and what work it is about', async () => {
    const app = launchApp();
    await confirmSole(app);
    await app.user.click(screen.getByRole('radio', { name: 'Joke Brands' }));
    await app.user.click(screen.getByRole('switch', { name: 'Hoofdstuk Werk' }));
    await app.user.click(screen.getByRole('radio', { name: 'Zelfstandig' }));
    await app.user.click(screen.getByText('Meer keuzes'));
    await app.user.click(screen.getByRole('switch', { name: 'Er zijn weinig behandelingen' }));
    await app.user.click(await button('Boekje bekijken'));
    await heading('Bekijk het boekje');
    expect((await screen.findByText('Werk')).nextElementSibling).toHaveTextContent(/^Zelfstandig$/);
    expect(screen.getByText('Er zijn weinig behandelingen').nextElementSibling).toHaveTextContent('aan');
    expect(screen.queryByText('De soort is nog niet zeker')).toBeNull();
  });

  it.each([
    ['bellen.contact.hours', 'de dagen en tijden'],
    ['gesprek.gesprek-vaste-persoon', 'de naam van het aanspreekpunt'],
    ['diagnose.voor-welkom', 'de naam van de diagnose'],
    ['cover.forWhom', 'de naam op de omslag'],
    ['back.imprint', 'een tekst op een bladzijde'],
  ])('D28 calls %s by its name, and keeps the place for the help desk', async (where, words) => {
    await toPreview(launchApp({ ports: fakePorts({ rendered: { kind: 'does-not-fit', where } }) }));
    expect(await heading(`Iets past niet in het boekje: ${words}`, 2)).toBeVisible();
    expect(screen.getByText(`BOEKJE-28, ${where}`)).toBeVisible();
  });

  it('T8 the dialog names patient, document and who saves; "Nee, terug" writes nothing', async () => {
    const app = launchApp();
    await toPreview(app);
    await app.user.click(await button('Opslaan in dossier'));
    const dialog = screen.getByRole('dialog', { name: 'Opslaan in het dossier van deze patiënt?' });
    expect(dialog).toHaveTextContent('Samira de Boer, geboren 3 apr 1974, vrouw');
    expect(dialog).toHaveTextContent('Jouw route, versie 1, 8 bladzijden');
    expect(dialog).toHaveTextContent('E. Postma');
    await app.user.click(await button('Nee, terug'));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(app.ports.sent).toEqual([]);
  });

  it.each<[string, RenderOutcome, RegExp]>([
    ['F66 the engine', { kind: 'failed', why: 'engine' }, /Het boekje kan niet worden gemaakt/],
    [
      'D28 a value that does not fit',
      { kind: 'does-not-fit', where: 'bellen.contact.name' },
      /de naam van het aanspreekpunt/,
    ],
    [
      'F41 a letter the font lacks',
      { kind: 'missing-letters', letters: [{ letter: '龍', where: 'bellen.contact.name' }] },
      /Dit teken kan niet worden gedrukt: 龍/,
    ],
  ])('%s: says which, and keeps the choices', async (_, rendered, words) => {
    const app = launchApp({ ports: fakePorts({ rendered }) });
    await toPreview(app);
    expect(await heading(words, 2)).toBeVisible();
    await app.user.click(await button('Wijzig keuzes'));
    expect(await screen.findByRole('radio', { name: 'Joke Brands' })).toBeChecked();
  });

  it('saving is off when the stored documents could not be read; print and download are not', async () => {
    await toPreview(launchApp({ ports: fakePorts({ documents: { kind: 'not-read' } }) }));
    expect(await heading('Opslaan in het dossier kan nu niet', 3)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Opslaan in dossier' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Afdrukken' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Downloaden' })).toBeVisible();
  });
});

describe('how saving ends', () => {
  const save = async (outcome: WriteOutcome, found?: WriteOutcome) => {
    const app = launchApp({ ports: fakePorts({ writes: [outcome], ...(found ? { found } : {}) }) });
    await toSaved(app);
    return app;
  };

  it.each<[string, WriteOutcome, string, string]>([
    ['F59', { kind: 'unknown' }, 'We weten niet of het is opgeslagen', 'OPSLAAN-59'],
    ['F13', { kind: 'session-ended' }, 'Je sessie is voorbij', 'SESSIE-13'],
    ['F63', { kind: 'differs', id: 'DocumentReference/77' }, 'Opgeslagen, maar niet zoals je zag', 'OPSLAAN-63'],
  ])('%s has its own screen, with the booklet still to be had', async (_, outcome, words, code) => {
    await save(outcome);
    expect(await heading(words)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Afdrukken' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Downloaden' })).toBeVisible();
    expect(screen.getByText(code)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Opslaan/ })).toBeNull();
  });

  it.each<[string, WriteOutcome, string]>([
    ['F27', { kind: 'not-written', why: 'unreachable' }, 'Het EPD is niet bereikbaar'],
    [
      'F58',
      { kind: 'refused', status: 422, issues: ['invalid: DocumentReference.type'] },
      'Het EPD nam het document niet aan',
    ],
    ['F57', { kind: 'refused', status: 413, issues: [] }, 'Het boekje is te groot voor het EPD'],
    ['F64', { kind: 'not-allowed' }, 'Opslaan in het dossier kan hier niet'],
  ])('%s is said beside the booklet, without a status number', async (_, outcome, words) => {
    await save(outcome);
    expect(await heading(words, 3)).toBeVisible();
    expect(document.body).not.toHaveTextContent(/413|422/);
  });

  it('F59 the look-up finds it: saved, and on to the last screen', async () => {
    const app = await save({ kind: 'unknown' });
    await app.user.click(await button('Zoek in het dossier'));
    expect(await heading('Opgeslagen in het dossier')).toBeVisible();
    expect(app.ports.sent).toHaveLength(1);
  });

  it('F59 the look-up gives no answer: it names the number to look for', async () => {
    const app = await save({ kind: 'unknown' }, { kind: 'unknown' });
    await app.user.click(await button('Zoek in het dossier'));
    expect(await screen.findByText(/Het zoeken gaf geen antwoord.*3F2A-91BC/)).toBeVisible();
  });

  it('F30 another patient: the record leaves the screen', async () => {
    await save({ kind: 'wrong-patient' });
    expect(await heading('Er is een andere patiënt geopend')).toBeVisible();
    expect(document.body).not.toHaveTextContent('Samira de Boer');
  });

  it('F56 a booklet that appeared meanwhile is shown and asked about', async () => {
    await save({ kind: 'exists', documents: [aStoredDocument({ author: 'J. Brands' })] });
    expect(await heading('Het document is net gewijzigd', 2)).toBeVisible();
    expect(screen.getByText(/Versie 1, 2 nov 2026, door J. Brands/)).toBeVisible();
  });

  it('the last screen says what was written, and that nothing stays here', async () => {
    await save({ kind: 'written', id: 'DocumentReference/77', sha1: 'sha-of-what-was-shown' });
    await heading('Opgeslagen in het dossier');
    expect(screen.getByText('1 (er was geen eerdere versie)')).toBeVisible();
    expect(screen.getByText('3F2A-91BC')).toBeVisible();
    expect(screen.getByText('Na sluiten bewaart de app niets op deze computer.')).toBeVisible();
  });
});

describe('languages and faults of our own', () => {
  it('D12 speaks English when asked to, and tells the browser so', async () => {
    await loadLanguage('en');
    launchApp({ locale: 'en' });
    expect(await heading('This is in the chart')).toBeVisible();
    expect(document.documentElement).toHaveAttribute('lang', 'en');
  });

  it('F46 a screen that breaks shows a code, and nothing of the record, on screen or in the console', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const reasons = new Map();
    reasons.get = () => {
      throw new Error('Samira de Boer');
    };
    const element = document.body.appendChild(document.createElement('div'));
    const workflow = createWorkflow({ ...aCore(), reasons }, aSite(), fakePorts());
    mountApp(element, { workflow, languages: ['nl'], framed: false });
    expect(await heading('Dit scherm kan niet worden getoond')).toBeVisible();
    expect(screen.getByText('SCHERM-46')).toBeVisible();
    expect(document.body).not.toHaveTextContent('Samira');
    expect(said).not.toHaveBeenCalled();
    element.remove();
  });
});

describe('what can be made beside the booklet', () => {
  it('large letters are made anew, and the file name tells', async () => {
    const app = launchApp();
    await toPreview(app);
    await app.user.click(screen.getByRole('radio', { name: 'Groot (A4)' }));
    expect(await screen.findByText(/8 bladzijden A4/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Downloaden' })).toHaveAttribute(
      'download',
      'jouw-route-2026-11-25-grote-letters.pdf',
    );
    expect(screen.queryByRole('button', { name: 'Maak een bestand om te vouwen' })).toBeNull();
  });

  it('a file to fold is made when asked for, with how to print it', async () => {
    const app = launchApp();
    await toPreview(app);
    await app.user.click(screen.getByRole('button', { name: 'Maak een bestand om te vouwen' }));
    expect(await screen.findByRole('link', { name: 'Download om te vouwen' })).toHaveAttribute(
      'download',
      'jouw-route-2026-11-25-vouwen.pdf',
    );
    expect(screen.getByText(/2 vellen A4. Druk dubbelzijdig af, omslaan over de korte zijde/)).toBeVisible();
  });

  it('D36 the sheet for the bedrijfsarts is offered to who has an employer; its diagnosis is a choice apart, off', async () => {
    const app = launchApp();
    await confirmSole(app);
    await app.user.click(await screen.findByRole('switch', { name: 'Hoofdstuk Werk' }));
    expect(screen.queryByRole('switch', { name: 'Blad voor de bedrijfsarts' })).toBeNull();
    await app.user.click(screen.getByRole('radio', { name: 'In loondienst' }));
    await app.user.click(screen.getByRole('switch', { name: 'Blad voor de bedrijfsarts' }));
    expect(screen.getByRole('switch', { name: 'Diagnose op het blad' })).not.toBeChecked();
  });
});
