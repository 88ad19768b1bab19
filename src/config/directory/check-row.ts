import { parseCalendarDate, type CalendarDate } from '../../domain/calendar-date.ts';
import type { EntityId } from '../../domain/entity.ts';
import type { CsvRow } from './csv.ts';

/** What the rows of a list are judged by. */
export interface Release {
  /** Ids of the list of rare cancers. */
  readonly entities: ReadonlySet<string>;
  readonly today: CalendarDate;
}

/** A fault in one cell, said after line and column. */
export interface CellFault {
  readonly column: string;
  readonly says: string;
}

type Check = (value: string) => string | null;

const DATE: Check = (value) =>
  parseCalendarDate(value) === null ? 'moet een bestaande datum zijn, als 2026-11-25' : null;
const SECURE: Check = (value) =>
  URL.canParse(value) && new URL(value).protocol === 'https:' ? null : 'moet een https-adres zijn';

export const CHECKS = {
  date: DATE,
  secure: SECURE,
  digits: matching(/^\d+$/, 'moet uit cijfers bestaan'),
  agb: matching(/^\d{8}$/, 'moet acht cijfers hebben'),
  phone: matching(/^\+?\d(?: *\d){8,}$/, 'moet een telefoonnummer zijn: cijfers en spaties'),
  oneOf:
    (values: readonly string[]): Check =>
    (value) =>
      values.includes(value) ? null : `moet een van deze zijn: ${values.join(', ')}`,
} as const;

function matching(pattern: RegExp, says: string): Check {
  return (value) => (pattern.test(value) ? null : says);
}

/** Every fault of a row: what must be there and is not, and what is there and cannot be. */
export function faultsOfRow(
  row: CsvRow,
  required: readonly string[],
  checks: Readonly<Record<string, Check>>,
): readonly CellFault[] {
  const missing = required.filter((column) => row.cell(column) === '');
  return [
    ...missing.map((column) => ({ column, says: 'ontbreekt' })),
    ...Object.entries(checks).flatMap(([column, check]) => {
      const value = row.cell(column);
      const says = value === '' ? null : check(value);
      return says === null ? [] : [{ column, says }];
    }),
  ];
}

export const ENTITIES = 'match_entity_ids';

/** For which diagnoses a row is. Set by a clinician, never derived from a name. */
export function entitiesOf(row: CsvRow): readonly EntityId[] {
  return row
    .cell(ENTITIES)
    .split(',')
    .map((id) => id.trim() as EntityId)
    .filter((id) => id !== '');
}

export function entityFaults(row: CsvRow, { entities }: Release): readonly CellFault[] {
  return entitiesOf(row)
    .filter((id) => !entities.has(id))
    .map((id) => ({ column: ENTITIES, says: `kent de diagnose "${id.slice(0, 60)}" niet` }));
}
