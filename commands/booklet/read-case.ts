import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import type { Approval } from '../../src/domain/approval.ts';
import { parseCalendarDate, type CalendarDate } from '../../src/domain/calendar-date.ts';
import type { Choices, Contact } from '../../src/domain/choices.ts';
import type { Decision } from '../../src/domain/confirmation.ts';
import type { Centre } from '../../src/domain/directory.ts';

/** A case file as its schema lets it through (`knowledge/schema/case.schema.json`). */
export interface BookletCase {
  readonly today: CalendarDate;
  readonly patient: { readonly name: string; readonly birthDate?: string; readonly age?: number };
  readonly confirmation: Decision | null;
  readonly hospital: {
    readonly name: string;
    readonly emergencyPhone: string | null;
    readonly storesCopy: boolean;
    readonly centres?: readonly Centre[];
  };
  readonly contact: Contact | null;
  readonly choices: Partial<Omit<Choices, 'contact' | 'work'>> & { readonly work?: Partial<Choices['work']> };
  readonly booklet: { readonly version: number; readonly number: string };
  readonly approval: Approval | null;
}

export type CaseReading =
  | { readonly kind: 'case'; readonly case: BookletCase }
  /** Each a sentence that names the place in the file. */
  | { readonly kind: 'faults'; readonly faults: readonly string[] };

const SCHEMA = new URL('../../knowledge/schema/case.schema.json', import.meta.url);

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
ajv.addFormat('date', (text: string) => parseCalendarDate(text) !== null);
const fits = ajv.compile<BookletCase>(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);

/** Checks a case file whole; every fault is named with its place. */
export function readCase(text: string): CaseReading {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { kind: 'faults', faults: [`The file is no JSON: ${String(error)}`] };
  }
  if (fits(value)) return { kind: 'case', case: value };
  return { kind: 'faults', faults: (fits.errors ?? []).filter(isOwnFault).map(describe) };
}

/** `oneOf` says that none of its branches fits; the branches say what is wrong. */
function isOwnFault({ keyword, params }: ErrorObject): boolean {
  return keyword !== 'oneOf' && !(keyword === 'type' && params['type'] === 'null');
}

function describe({ instancePath, keyword, message, params }: ErrorObject): string {
  const place = instancePath === '' ? 'the file' : instancePath.slice(1).replaceAll('/', '.');
  if (keyword === 'additionalProperties') return `${place}: does not know "${String(params['additionalProperty'])}"`;
  if (keyword === 'enum') return `${place}: must be one of ${JSON.stringify(params['allowedValues'])}`;
  if (params['pattern'] === '\\S') return `${place}: must not be empty`;
  if (keyword === 'format') return `${place}: must be a day that exists, YYYY-MM-DD`;
  return `${place}: ${message ?? keyword}`;
}
