import * as z from 'zod/mini';
import type { Approval } from '../domain/approval.ts';
import { LENGTHS, OPTIONAL_CHAPTERS, type Length, type OptionalChapter } from '../domain/handout/handout.ts';
import { parseCalendarDate, type CalendarDate } from '../domain/calendar-date.ts';
import { describeFault } from './config-fault.ts';

/** An EHR that may start the app, and what the app may ask there. */
export interface IssuerConfig {
  /** FHIR base as the EHR sends it in `iss`: compared as a whole string. */
  readonly iss: string;
  readonly clientId: string;
  /** Origins where this EHR's sign-in and token addresses must lie. */
  readonly authOrigins: readonly string[];
  readonly scope: string;
  /** `unsafeV1`: an old server that supports PKCE without saying so. */
  readonly pkceMode: 'required' | 'unsafeV1';
  readonly encounterRequired: boolean;
  readonly document: DocumentConfig;
}

export interface CodingConfig {
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

/** How the booklet is filed at this site (D13). */
export interface DocumentConfig {
  /** `text`: a note with the words of the booklet, where no PDF is taken; `none` = print and download only. */
  readonly format: 'pdf' | 'text' | 'none';
  /** What the server can do (D23): see `docs/configuration.md`. */
  readonly profile: 'full' | 'epic' | 'oracle';
  readonly type: CodingConfig;
  readonly category: CodingConfig;
  readonly confidentiality: 'N' | 'R' | 'V';
}

/** A contact block that the contact of a booklet may take its phone and hours from. */
export interface DepartmentConfig {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly hours: string | null;
  /** For the evening and the weekend; null = the hospital's own. */
  readonly emergencyPhone: string | null;
}

/** What may no longer be handed out, from now on (D21). */
export interface RecallConfig {
  /** Ids of the list of rare cancers: no booklet about these. */
  readonly entities: readonly string[];
  /** Ids of content blocks: left out of every booklet. */
  readonly blocks: readonly string[];
  /** With the version of this release among them no booklet is made at all; stored ones made with it are pointed out. */
  readonly knowledgeVersions: readonly string[];
}

/** Languages of the screens; the booklet is Dutch. */
export const SCREEN_LANGUAGES = ['nl', 'en'] as const;

/** One installation: `config.json` beside the app, replaced at deployment without a rebuild. */
export interface RuntimeConfig {
  readonly hospital: { readonly name: string; readonly emergencyPhone: string | null };
  readonly helpDesk: string;
  readonly issuers: readonly IssuerConfig[];
  readonly departments: readonly DepartmentConfig[];
  /** Which booklet is made unless the clinician chooses the other (D28). */
  readonly defaultLength: Length;
  /** Whether a booklet may be made by hand, without any EHR. */
  readonly withoutEhr: boolean;
  /** Chapters that this hospital does not give. */
  readonly chaptersOff: readonly OptionalChapter[];
  /** The first is the language of the screens at the start; with two, the user can change. */
  readonly languages: readonly (typeof SCREEN_LANGUAGES)[number][];
  /** Whether a saved booklet stands in the patient's portal at once; null = not known. */
  readonly portalShowsAtOnce: boolean | null;
  /** Minutes without a touch after which the record is taken off the screen. */
  readonly idleMinutes: number;
  /** Files with the hospital's own lists, beside `config.json`; null = it has none. */
  readonly directory: { readonly centres: string | null; readonly organisations: string | null };
  readonly recall: RecallConfig;
  /** Null: no doctor vouches for the content; every page says PROEFVERSIE and saving is off (D20). */
  readonly approval: Approval | null;
  /** The day to take for today; only a sandbox sets it, so that its invented charts do not age (D15). */
  readonly sandboxToday: CalendarDate | null;
}

export type ParsedConfig =
  | { readonly kind: 'config'; readonly config: RuntimeConfig }
  | { readonly kind: 'faults'; readonly faults: readonly string[] };

const LOCAL_HOSTS = ['localhost', '127.0.0.1'];

function safeUrl(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.username || url.password || url.search || url.hash) return null;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLocal(url)) ? url : null;
}

function isLocal(url: URL): boolean {
  return LOCAL_HOSTS.includes(url.hostname);
}

const text = z.string().check(z.trim(), z.minLength(1, 'mag niet leeg zijn'));
const address = text.check(
  z.refine((value) => safeUrl(value) !== null, 'moet een https-adres zijn zonder gebruiker, vraagteken of hekje'),
);
const fhirBase = address.check(z.refine((value) => !value.endsWith('/'), 'mag niet op een schuine streep eindigen'));
const origin = address.check(
  z.refine((value) => safeUrl(value)?.origin === value, 'moet alleen uit https, naam en poort bestaan'),
);
const date = z.pipe(
  text.check(z.refine((value) => parseCalendarDate(value) !== null, 'moet een bestaande datum zijn, als 2026-11-25')),
  z.transform((value) => value as CalendarDate),
);
const phone = text.check(z.regex(/^\+?\d(?: *\d){8,}$/, 'moet een telefoonnummer zijn: cijfers en spaties'));
const coding = z.strictObject({ system: text, code: text, display: text });

const names = z._default(z.array(text), []);
const isIdleTime = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 60;
// A name beside config.json: no folder, no other host.
const csvFile = text.check(z.regex(/^[\w-]+[.]csv$/, 'moet de naam van een csv-bestand zijn, zonder map'));

const document = z.strictObject({
  format: z.enum(['pdf', 'text', 'none']),
  profile: z._default(z.enum(['full', 'epic', 'oracle']), 'full'),
  type: coding,
  category: coding,
  confidentiality: z.enum(['N', 'R', 'V']),
});

const issuer = z.strictObject({
  iss: fhirBase,
  clientId: text,
  authOrigins: z.array(origin).check(z.minLength(1, 'moet ten minste een adres hebben')),
  // Nothing is done without the clinician: a right that outlasts the session is never asked for.
  scope: text.check(
    z.refine((value) => !value.split(/\s+/).includes('offline_access'), 'mag niet om offline_access vragen'),
  ),
  pkceMode: z._default(z.enum(['required', 'unsafeV1']), 'required'),
  encounterRequired: z._default(z.boolean(), false),
  document,
});

const department = z.strictObject({
  id: text,
  name: text,
  phone,
  hours: z._default(z.nullable(text), null),
  emergencyPhone: z._default(z.nullable(phone), null),
});

const schema = z.strictObject({
  hospital: z.strictObject({ name: text, emergencyPhone: z.nullable(phone) }),
  helpDesk: text,
  issuers: z.array(issuer).check(
    z.minLength(1, 'moet ten minste een EPD noemen'),
    z.refine((list) => new Set(list.map((one) => one.iss)).size === list.length, 'noemt een iss twee keer'),
  ),
  departments: z
    .array(department)
    .check(z.refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'noemt een id twee keer')),
  defaultLength: z._default(z.enum(LENGTHS), 'kort'),
  withoutEhr: z._default(z.boolean(), false),
  chaptersOff: z._default(z.array(z.enum(OPTIONAL_CHAPTERS)), []),
  languages: z._default(
    z
      .array(z.enum(SCREEN_LANGUAGES))
      .check(
        z.refine((list) => list.length > 0 && new Set(list).size === list.length, 'moet elke taal een keer noemen'),
      ),
    ['nl'],
  ),
  portalShowsAtOnce: z._default(z.nullable(z.boolean()), null),
  idleMinutes: z._default(z.custom<number>(isIdleTime, 'moet een heel getal van 1 tot en met 60 zijn'), 15),
  directory: z._default(
    z.strictObject({
      centres: z._default(z.nullable(csvFile), null),
      organisations: z._default(z.nullable(csvFile), null),
    }),
    { centres: null, organisations: null },
  ),
  recall: z._default(z.strictObject({ entities: names, blocks: names, knowledgeVersions: names }), {
    entities: [],
    blocks: [],
    knowledgeVersions: [],
  }),
  approval: z._default(
    z.nullable(
      z.strictObject({
        knowledgeVersion: text,
        contentHash: text.check(z.regex(/^[0-9a-f]{64}$/, 'moet 64 tekens 0-9 en a-f zijn')),
        name: text,
        role: text,
        date,
      }),
    ),
    null,
  ),
  sandboxToday: z._default(z.nullable(date), null),
});

function faultsBetweenFields({ sandboxToday, issuers }: RuntimeConfig): readonly string[] {
  const here = issuers.every(({ iss }) => isLocal(new URL(iss)));
  return [
    // A fixed day in a hospital would put wrong dates on paper: it is for a sandbox on this machine alone.
    ...(sandboxToday === null || here ? [] : ['sandboxToday: mag alleen in een sandbox op deze computer.']),
    ...issuers.flatMap(faultsOfProfile),
  ];
}

/** What a note of this kind of server cannot do without. */
function faultsOfProfile({ document: { format, profile }, encounterRequired }: IssuerConfig, at: number): string[] {
  if (profile !== 'epic' || format === 'none') return [];
  return [
    ...(format === 'text' ? [] : [`issuers[${at}].document.format: moet "text" zijn bij profile "epic".`]),
    ...(encounterRequired ? [] : [`issuers[${at}].encounterRequired: moet true zijn bij profile "epic".`]),
  ];
}

/**
 * Checks a configuration whole.
 *
 * Errors: never throws; every fault is in one list, each a Dutch sentence with its path. No value is ever made up (T15).
 */
export function parseRuntimeConfig(value: unknown): ParsedConfig {
  const result = schema.safeParse(value, { reportInput: true });
  if (!result.success) return { kind: 'faults', faults: result.error.issues.map(describeFault) };
  const faults = faultsBetweenFields(result.data);
  return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'config', config: result.data };
}
