// The fault table: one row for each number, and what proves the app's behaviour. The numbers are fixed names; F17 to F19 are free.

/** What proves a row. */
export type Proof =
  /** The sandbox produces it and the app is driven into it: `npm run faults` counts what the server really did. */
  | 'server'
  /** A test of which the title starts with this number. */
  | 'test'
  /** A stage of `.ci/run`, by its name. */
  | { readonly stage: string }
  /** Nothing proves it yet; said in the run, and held to this list by a test. */
  | { readonly open: string };

export interface FaultRow {
  readonly number: string;
  readonly name: string;
  readonly proof: Proof;
}

const row = (number: string, name: string, proof: Proof): FaultRow => ({ number, name, proof });

export const ROWS: readonly FaultRow[] = [
  row('F01', 'issuer not on the list, look-alikes', 'test'),
  row('F02', 'issuer or launch missing', 'test'),
  row('F03', 'extra parameters in the launch link', 'test'),
  row('F04', 'discovery file unusable', 'server'),
  row('F05', 'sign-in refused, with hostile words', 'server'),
  row('F06', 'state unknown, missing or of another tab', 'test'),
  row('F07', 'code used twice', 'test'),
  row('F08', 'config.json missing or faulty', 'test'),
  row('F09', 'token answer without a patient', 'server'),
  row('F10', 'fewer scopes granted, no right to create', 'server'),
  row('F11', 'no scope in the answer, mixed forms', 'test'),
  row('F12', 'token expired before use', 'test'),
  row('F13', '401 in mid-session', 'server'),
  row('F14', '403 on one resource type', 'server'),
  row('F15', 'no encounter in the launch', 'test'),
  row('F16', 'need_patient_banner true, false or missing', 'test'),
  row('F20', 'next link that leaves the FHIR base', 'server'),
  row('F21', 'absolute and foreign reference or attachment', 'test'),
  row('F22', 'redirect to another host', 'server'),
  row('F23', 'pages that go round', 'server'),
  row('F24', 'too many pages, entries or bytes', 'server'),
  row('F25', 'slow server', 'server'),
  row('F26', '429, with and without Retry-After', 'server'),
  row('F27', '5xx, or the line drops', 'server'),
  row('F28', 'patient 404 or 410', 'server'),
  row('F29', '200 with something that is not the FHIR asked for', 'server'),
  row('F30', 'another patient in the answer', 'server'),
  row('F31', 'encounter of another patient', 'server'),
  row('F32', 'refuted, resolved, differential diagnoses', 'test'),
  row('F33', 'deceased patient', 'test'),
  row('F34', 'minor, or birth date not whole', 'test'),
  row('F35', 'merged or inactive patient record', 'test'),
  row('F36', 'no code, unknown system, text only', 'test'),
  row('F37', 'diagnoses that contradict each other', 'test'),
  row('F38', 'two rare cancers', 'test'),
  row('F39', 'invalid, future or impossible dates', 'test'),
  row('F40', 'markup in any string', 'test'),
  row('F41', 'hostile and unprintable letters', 'test'),
  row('F42', 'name that is no file name', 'test'),
  row('F43', 'narrative with script or image', 'test'),
  row('F44', 'BSN in the text of an error', 'server'),
  row('F45', 'framed by a foreign origin', 'test'),
  row('F46', 'error thrown while rendering', 'test'),
  row('F47', 'Back, Forward, restored tab', 'test'),
  row('F48', 'idle time', 'test'),
  row('F49', 'chart switched in another tab or frame', 'test'),
  row('F50', 'two tabs, same patient', 'server'),
  row('F51', 'storage or download blocked, sandboxed frame', 'test'),
  row('F52', 'print dialog cancelled or unavailable', 'test'),
  row('F53', 'diagnosis changed after the PDF was made', 'test'),
  row('F54', 'double click, Enter held, two taps', 'test'),
  row('F55', 'a booklet of this version stands there', 'server'),
  row('F56', '409 or 412 on the write', 'server'),
  row('F57', '413 on the write', 'server'),
  row('F58', '400 or 422 on the write', 'server'),
  row('F59', 'answer to the write lost', 'server'),
  row('F60', 'directory row older than its term', 'test'),
  row('F61', 'smart_style_url in the token answer', 'server'),
  row('F62', 'stored, but the answer says little', 'server'),
  row('F63', 'read back, the document differs', 'server'),
  row('F64', '403 on the write although granted', 'server'),
  row('F65', 'patient read anew before the write differs', 'server'),
  row('F66', 'PDF engine or font does not load', 'test'),
  row('F67', 'PDF larger or slower than its budget', 'test'),
  row('F68', 'no centre or organisation listed', 'test'),
  row('H1', 'headers of every file', 'test'),
  row('C1', 'packages: hosts, integrity, how many', 'test'),
  row('C2', 'install scripts and licences', 'test'),
  row('C3', 'lint of the walls and of unsafe DOM', { stage: 'npm test' }),
  row('C4', 'SBOM, checksums, equal builds', { open: 'there is no release yet' }),
  row('C5', 'axe on every screen, keyboard, zoom', { stage: 'npm test' }),
  row('C6', 'sizes of launch page and first screen', { stage: 'sizes' }),
];
