import { withinTerm, type ListReport } from '../../domain/directory.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { CellFault, Release } from './check-row.ts';
import { readCsv, type Columns, type CsvRow } from './csv.ts';

/** How the rows of one kind of list are read. */
export interface ListKind<Item> {
  readonly columns: Columns;
  readonly faultsOf: (row: CsvRow, release: Release) => readonly CellFault[];
  /** What a good and checked row says; null = it is not for these booklets. */
  readonly itemOf: (row: CsvRow) => Item | null;
  /** Beside the term of the check: what else of a row has run out, or soon will. */
  readonly endingOf: (row: CsvRow, today: CalendarDate) => Ending;
}

export interface Ending {
  readonly lapsed: readonly CellFault[];
  readonly soon: readonly CellFault[];
}

export type ListReading<Item> =
  | { readonly kind: 'read'; readonly items: readonly Item[]; readonly report: ListReport }
  /** No row could be read: nothing is started on it. */
  | { readonly kind: 'faults'; readonly faults: readonly string[] };

export const ROW_ID = 'row_id';
export const CHECKED_ON = 'checked_on';
export const CHECKED_BY = 'checked_by_role';

/**
 * Reads one list of the hospital. A faulty row is reported with line and column and left out; the rest works (D7).
 *
 * Shape: a row without `checked_on` is one that nobody has checked: counted, not a fault, never used.
 */
export function readList<Item>(file: string, text: string, kind: ListKind<Item>, release: Release): ListReading<Item> {
  const reading = readCsv(text, kind.columns);
  if (reading.kind === 'faults') return { kind: 'faults', faults: reading.faults.map((fault) => `${file}: ${fault}.`) };
  const seen = new Set<string>();
  const judged = reading.rows.map((row) => {
    const id = row.cell(ROW_ID);
    const twice: readonly CellFault[] = seen.has(id) ? [{ column: ROW_ID, says: 'staat er al' }] : [];
    seen.add(id);
    return { row, faults: [...kind.faultsOf(row, release), ...twice], checked: row.cell(CHECKED_ON) !== '' };
  });
  const good = judged.filter(({ faults, checked }) => faults.length === 0 && checked).map(({ row }) => row);
  const items = good.flatMap((row) => kind.itemOf(row) ?? []);
  const report: ListReport = {
    file,
    used: items.length,
    unchecked: judged.filter(({ checked, faults }) => !checked && faults.length === 0).length,
    faults: judged.flatMap(({ row, faults }) => said(file, row, faults)),
    lapsed: good.flatMap((row) =>
      said(file, row, [...termOf(row, release), ...kind.endingOf(row, release.today).lapsed]),
    ),
    warnings: good.flatMap((row) => said(file, row, kind.endingOf(row, release.today).soon)),
  };
  return { kind: 'read', items, report };
}

function termOf(row: CsvRow, { today }: Release): readonly CellFault[] {
  const checkedOn = row.cell(CHECKED_ON) as CalendarDate;
  if (checkedOn > today) return [{ column: CHECKED_ON, says: 'ligt in de toekomst; de rij wordt niet gedrukt' }];
  return withinTerm(checkedOn, today)
    ? []
    : [{ column: CHECKED_ON, says: 'is meer dan 12 maanden geleden; de rij wordt niet gedrukt' }];
}

function said(file: string, { line }: CsvRow, faults: readonly CellFault[]): readonly string[] {
  return faults.map(({ column, says }) => `${file}, regel ${line}, kolom ${column}: ${says}.`);
}
