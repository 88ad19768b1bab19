import type { Page } from 'playwright-core';
import { pointerHand, type Hand } from './hand.ts';

/** Where the app's screens stand: a tab, or a frame of the EHR. */
export type Screens = Pick<Page, 'getByRole' | 'locator'>;

/** What the clinician of a walk answers; the same for every patient. */
const FIRST_SICK_DAY = '14-09-2026';

/** One finding as the dossier screen shows it. */
export interface ShownFinding {
  readonly recorded: string;
  readonly verdict: string;
  readonly why: string;
}

export interface DossierSeen {
  readonly heading: string;
  readonly findings: readonly ShownFinding[];
  readonly gaps: readonly string[];
}

/** Waits until a screen stands, by its heading; answers the heading's text. */
export async function screen(page: Screens, name: string | RegExp): Promise<string> {
  const heading = page.getByRole('heading', { level: 1, name });
  await heading.waitFor();
  return (await heading.textContent()) ?? '';
}

const READING = 'Het dossier wordt gelezen';
const DOSSIER = 'Dit staat in het dossier';

/** Waits until the launch has come to a screen that stays; answers its heading when it is not the dossier, else null. */
export async function endBeforeDossier(page: Page): Promise<string | null> {
  const heading = page.locator('h1').filter({ hasNotText: READING });
  await heading.waitFor();
  const text = (await heading.textContent()) ?? '';
  return text === DOSSIER ? null : text;
}

/** Reads what the first screen says of the chart. */
export async function readDossier(page: Page): Promise<DossierSeen> {
  await screen(page, DOSSIER);
  const findings = await page.locator('.evidence > li').evaluateAll((items) =>
    items.map((item) => ({
      recorded: item.querySelector('h3')?.textContent ?? '',
      verdict: item.querySelector('.verdict')?.textContent.trim() ?? '',
      why: [...item.querySelectorAll('p')].map((line) => line.textContent).join(' '),
    })),
  );
  const heading = await page.locator('main .notice h2').last().textContent();
  return { heading: heading ?? '', findings, gaps: await page.locator('.gaps li').allTextContents() };
}

/** Whether the chart holds exactly one certain finding and the patient's age: then the dossier's button confirms it at once. */
export async function canConfirm(page: Page): Promise<boolean> {
  if (await page.getByRole('textbox', { name: 'Leeftijd in jaren' }).isVisible()) return false;
  return page.getByRole('button', { name: /^Bevestig: / }).isVisible();
}

/** Dossier → Invullen: the one certain finding. */
export async function confirmDiagnosis(page: Screens, hand: Hand = pointerHand()): Promise<void> {
  await hand.press(page.getByRole('button', { name: /^Bevestig: / }));
  await screen(page, 'Klopt dit voor het boekje?');
}

/** What a clinician of a walk knows where the chart has no code: the words to search the list with. */
const KNOWN = 'leiomyosarcoom';

/** Dossier → Diagnose: where nothing in the chart is certain. */
export async function openDiagnosis(page: Page, hand: Hand): Promise<void> {
  await hand.press(page.getByRole('button', { name: /^(?:Zelf een diagnose kiezen|Diagnose kiezen)$/ }));
  await screen(page, 'Welke diagnose hoort in het boekje?');
}

/** Diagnose → Invullen: found by search. Without an EHR age, name and "looked up myself" are asked too. */
export async function chooseDiagnosis(page: Page, hand: Hand): Promise<void> {
  await hand.type(page.getByRole('searchbox', { name: 'Zoek in de lijst' }), KNOWN);
  await hand.choose(page.getByRole('radio', { name: /leiomyosarco/i }).first());
  const age = page.getByRole('textbox', { name: 'Leeftijd in jaren' });
  if (await age.isVisible()) await hand.type(age, '52');
  const clinician = page.getByRole('textbox', { name: 'Jouw naam' });
  if (await clinician.isVisible()) await hand.type(clinician, 'J. Brands');
  const checked = page.getByRole('checkbox', { name: /Ik heb de diagnose zelf nagekeken/ });
  if (await checked.isVisible()) await hand.choose(checked);
  await hand.press(page.getByRole('button', { name: 'Ik bevestig deze diagnose' }));
  await screen(page, 'Klopt dit voor het boekje?');
}

/** Invullen → Bekijken: the contact from the chart, else oneself; in paid work, with the first sick day. */
export async function fillIn(page: Page, hand: Hand = pointerHand()): Promise<void> {
  const contacts = page.getByRole('group', { name: /Wie kan de patiënt bellen/ });
  const named = contacts.getByRole('radio', { name: /Joke Brands/ });
  await hand.choose((await named.count()) > 0 ? named.first() : contacts.getByRole('radio').first());
  await hand.choose(page.getByRole('switch', { name: /Hoofdstuk Werk/ }));
  await hand.choose(page.getByRole('radio', { name: 'In loondienst' }));
  await hand.type(page.getByRole('textbox', { name: 'Eerste ziektedag' }), FIRST_SICK_DAY);
  await hand.press(page.getByRole('button', { name: 'Boekje bekijken' }));
  await screen(page, 'Bekijk het boekje');
  await page.locator('iframe').waitFor();
}

/** Opens the dialog that names patient and document; says its text. */
export async function askToSave(page: Screens, hand: Hand = pointerHand()): Promise<string> {
  await hand.press(page.getByRole('button', { name: 'Opslaan in dossier' }));
  return page.getByRole('dialog').innerText();
}

/** Says yes in the open dialog; what comes of it is not waited for. */
export async function sayYes(page: Screens, hand: Hand = pointerHand()): Promise<void> {
  await hand.press(page.getByRole('dialog').getByRole('button', { name: 'Ja, opslaan' }));
}

/** Bekijken → Klaar. */
export async function save(page: Page, hand: Hand = pointerHand()): Promise<void> {
  await askToSave(page, hand);
  await sayYes(page, hand);
  await screen(page, 'Opgeslagen in het dossier');
}

/** Klaar → gesloten. */
export async function closeApp(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sluiten' }).click();
  await screen(page, 'De app is gesloten');
}
