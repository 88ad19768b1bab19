import type { LaunchEnding } from '../domain/launch-ending.ts';
import type { Locale } from './messages.ts';

/**
 * Why the app did not get as far as a patient. Shown without React, by the launch page too: this file stays apart from the
 * texts of the screens, so that the launch page stays small.
 */
export type LaunchProblem =
  | 'not-from-chart'
  | 'unknown-issuer'
  | 'foreign-parameter'
  | 'config-faulty'
  /** A file of the app did not load, or the app is broken. */
  | 'app-incomplete'
  /** Asked for, but the site does not allow it. */
  | 'without-ehr-off'
  | LaunchEnding;

export interface LaunchProblemText {
  readonly heading: string;
  readonly meaning: string;
  /** What to do now; begins after "Doe dit:". */
  readonly action: string;
  readonly actionLabel: string;
  readonly codeLabel: string;
  readonly byHand: string;
}

type Words = readonly [heading: string, meaning: string, action: string];

const RESTART_NL = 'sluit dit venster, open het dossier, en start de app daar opnieuw.';
const ASK_NL = 'geef de code aan de helpdesk. Zij vragen het aan de beheerder van het EPD.';
const RESTART_EN = 'close this window, open the chart, and start the app there again.';
const ASK_EN = 'give the code to the help desk. They ask the administrator of the EHR.';

const NOT_REACHED_NL: Words = [
  'Het EPD is niet bereikbaar',
  'De app kon niet beginnen. Er is niets gelezen.',
  RESTART_NL,
];
const NOT_REACHED_EN: Words = ['The EHR cannot be reached', 'The app could not start. Nothing was read.', RESTART_EN];
const NOT_SET_UP_NL: Words = [
  'Het EPD is niet goed ingesteld voor deze app',
  'De app weet niet veilig waar je moet inloggen. Er is niets gelezen.',
  ASK_NL,
];
const NOT_SET_UP_EN: Words = [
  'The EHR is not set up well for this app',
  'The app does not know safely where to sign in. Nothing was read.',
  ASK_EN,
];
const NOT_SIGNED_IN_NL: Words = [
  'Inloggen is niet gelukt',
  'De app kreeg geen toegang. Er is niets gelezen.',
  RESTART_NL,
];
const NOT_SIGNED_IN_EN: Words = ['Signing in did not work', 'The app got no access. Nothing was read.', RESTART_EN];

const NL: Readonly<Record<LaunchProblem, Words>> = {
  'not-from-chart': [
    'Er is geen patiënt geopend',
    'Start deze app vanuit het dossier van de patiënt. Er is niets gelezen.',
    RESTART_NL,
  ],
  'unknown-issuer': [
    'Dit EPD is niet bekend bij deze app',
    'De app start alleen vanuit het EPD van het eigen ziekenhuis. Er is niets gelezen. Gevraagd werd: {detail}',
    'geef dit adres en de code aan de helpdesk.',
  ],
  'foreign-parameter': [
    'Deze link klopt niet',
    'Er staat te veel in het adres. De app is niet gestart, en er is niets gelezen.',
    RESTART_NL,
  ],
  'config-faulty': [
    'De app is niet goed ingesteld',
    'De instellingen van het ziekenhuis bevatten fouten. Er is niets gelezen.',
    'geef deze lijst aan de beheerder van de app.',
  ],
  'without-ehr-off': [
    'Zonder EPD kan hier niet',
    'Dit ziekenhuis maakt het boekje alleen vanuit het dossier.',
    RESTART_NL,
  ],
  'app-incomplete': [
    'De app kan niet beginnen',
    'Een deel van de app kwam niet binnen. Er is niets gelezen.',
    RESTART_NL,
  ],
  'discovery-unreachable': NOT_REACHED_NL,
  'discovery-too-slow': NOT_REACHED_NL,
  'discovery-not-found': NOT_SET_UP_NL,
  'discovery-unreadable': NOT_SET_UP_NL,
  'discovery-no-endpoints': NOT_SET_UP_NL,
  'discovery-foreign-endpoint': [
    'Het EPD wijst naar een ander adres om in te loggen',
    'Dat adres staat niet in de instellingen. De app stuurt je er niet heen.',
    ASK_NL,
  ],
  'discovery-no-pkce': [
    'Het EPD kan niet veilig genoeg inloggen',
    'Het EPD zegt niet dat het de beveiliging kent die de app nodig heeft.',
    ASK_NL,
  ],
  'storage-blocked': [
    'Dit venster mag niets onthouden',
    'Zonder dat kan de app niet inloggen. Er is niets gelezen.',
    'open het dossier in een ander venster, of vraag de helpdesk.',
  ],
  'other-charts-unheard': [
    'Deze browser past niet bij de app',
    'De app kan hier niet zien of een ander dossier opengaat. Er is niets gelezen.',
    'open het dossier in een nieuwere browser, of vraag de helpdesk.',
  ],
  'sign-in-not-started': NOT_SIGNED_IN_NL,
  'no-launch': [
    'Start de app opnieuw',
    'De app bewaart niets. Na opnieuw laden begin je vanuit het dossier.',
    RESTART_NL,
  ],
  'refused-by-ehr': ['Het EPD gaf geen toegang', 'Er is niets gelezen. Het EPD zegt: {detail}', RESTART_NL],
  'unknown-state': [
    'Start de app opnieuw',
    'Dit antwoord hoort niet bij een start van deze app. Er is niets gelezen.',
    RESTART_NL,
  ],
  'foreign-server': ['Start de app opnieuw', 'Het antwoord kwam van een ander EPD. Er is niets gelezen.', RESTART_NL],
  'token-refused': NOT_SIGNED_IN_NL,
  'token-unreadable': NOT_SIGNED_IN_NL,
  'no-patient': [
    'Er is geen patiënt geopend',
    'Deze app werkt vanuit het dossier van een patiënt. Er is niets gelezen.',
    RESTART_NL,
  ],
};

const EN: Readonly<Record<LaunchProblem, Words>> = {
  'not-from-chart': [
    'No patient is open',
    'Start this app from the chart of the patient. Nothing was read.',
    RESTART_EN,
  ],
  'unknown-issuer': [
    'This app does not know this EHR',
    'The app starts from the EHR of its own hospital only. Nothing was read. Asked for was: {detail}',
    'give this address and the code to the help desk.',
  ],
  'foreign-parameter': [
    'This link is not right',
    'There is too much in the address. The app did not start, and nothing was read.',
    RESTART_EN,
  ],
  'config-faulty': [
    'The app is not set up well',
    'The settings of the hospital hold faults. Nothing was read.',
    'give this list to the administrator of the app.',
  ],
  'without-ehr-off': ['Not without an EHR here', 'This hospital makes the booklet from the chart only.', RESTART_EN],
  'app-incomplete': ['The app cannot start', 'A part of the app did not arrive. Nothing was read.', RESTART_EN],
  'discovery-unreachable': NOT_REACHED_EN,
  'discovery-too-slow': NOT_REACHED_EN,
  'discovery-not-found': NOT_SET_UP_EN,
  'discovery-unreadable': NOT_SET_UP_EN,
  'discovery-no-endpoints': NOT_SET_UP_EN,
  'discovery-foreign-endpoint': [
    'The EHR points to another address to sign in',
    'That address is not in the settings. The app does not send you there.',
    ASK_EN,
  ],
  'discovery-no-pkce': [
    'The EHR cannot sign in safely enough',
    'The EHR does not say that it knows the protection the app needs.',
    ASK_EN,
  ],
  'storage-blocked': [
    'This window may not remember anything',
    'Without that the app cannot sign in. Nothing was read.',
    'open the chart in another window, or ask the help desk.',
  ],
  'other-charts-unheard': [
    'This browser does not suit the app',
    'The app cannot see here whether another chart is opened. Nothing was read.',
    'open the chart in a newer browser, or ask the help desk.',
  ],
  'sign-in-not-started': NOT_SIGNED_IN_EN,
  'no-launch': ['Start the app again', 'The app keeps nothing. After reloading you begin from the chart.', RESTART_EN],
  'refused-by-ehr': ['The EHR gave no access', 'Nothing was read. The EHR says: {detail}', RESTART_EN],
  'unknown-state': [
    'Start the app again',
    'This answer does not belong to a start of this app. Nothing was read.',
    RESTART_EN,
  ],
  'foreign-server': ['Start the app again', 'The answer came from another EHR. Nothing was read.', RESTART_EN],
  'token-refused': NOT_SIGNED_IN_EN,
  'token-unreadable': NOT_SIGNED_IN_EN,
  'no-patient': ['No patient is open', 'This app works from the chart of a patient. Nothing was read.', RESTART_EN],
};

const LONGEST_DETAIL = 200;

/**
 * Says why the app did not start, in plain text for text nodes.
 *
 * Shape:  `detail` is text from outside (the issuer, the EHR's own words): shortened here, never markup. Without it, the
 *         sentence that would hold it is left out (D40).
 */
export function launchProblemText(
  problem: LaunchProblem,
  locale: Locale,
  detail: string | null = null,
): LaunchProblemText {
  const [heading, meaning, action] = (locale === 'nl' ? NL : EN)[problem];
  return {
    heading,
    meaning: detail ? meaning.replace('{detail}', () => detail.slice(0, LONGEST_DETAIL)) : withoutDetail(meaning),
    action,
    actionLabel: locale === 'nl' ? 'Doe dit:' : 'Do this:',
    codeLabel: locale === 'nl' ? 'Code voor de helpdesk:' : 'Code for the help desk:',
    byHand: locale === 'nl' ? 'Een boekje maken zonder EPD' : 'Make a booklet without the EHR',
  };
}

function withoutDetail(meaning: string): string {
  return meaning.replace(/ [^.]*\{detail\}$/, '');
}
