import Papa from 'papaparse';

/** One row of a list, with its cells by column name; an empty cell is an empty text. */
export interface CsvRow {
  /** In the file, counted from 1, as an editor shows it. */
  readonly line: number;
  readonly cell: (column: string) => string;
}

export interface Columns {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** A list that can be read row by row, or why no row of it can: each fault a sentence after the name of the file. */
export type CsvReading =
  | { readonly kind: 'rows'; readonly rows: readonly CsvRow[] }
  | { readonly kind: 'faults'; readonly faults: readonly string[] };

const MOST_ROWS = 5_000;
const MOST_LETTERS = 2_000_000;

/**
 * Reads a list of the hospital: UTF-8, separated by ";", its first line the names of the columns.
 *
 * Errors: never throws; a page of HTML, another separator or a column too few is a fault of the whole file (F08).
 * Source: the columns are those of `SOURCES-directory.md`, part 2.
 */
export function readCsv(text: string, columns: Columns): CsvReading {
  if (text.length > MOST_LETTERS) return { kind: 'faults', faults: ['is te groot'] };
  const [head, ...rows] = linesOf(text);
  if (head === undefined) return { kind: 'faults', faults: ['is leeg'] };
  const names = head.cells;
  const faults = headFaults(names, columns);
  if (rows.length > MOST_ROWS) faults.push(`heeft meer dan ${MOST_ROWS} regels`);
  if (faults.length > 0) return { kind: 'faults', faults };
  return {
    kind: 'rows',
    rows: rows.map(({ line, cells }) => ({ line, cell: (column) => cells[names.indexOf(column)] ?? '' })),
  };
}

function headFaults(names: readonly string[], { required, optional }: Columns): string[] {
  const known = new Set([...required, ...optional]);
  return [
    ...required.filter((name) => !names.includes(name)).map((name) => `mist de kolom ${name}`),
    ...names.filter((name) => !known.has(name)).map((name) => `kent de kolom "${name.slice(0, 40)}" niet`),
    ...names
      .filter((name, i) => known.has(name) && names.indexOf(name) !== i)
      .map((name) => `heeft de kolom ${name} twee keer`),
  ];
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows with anything in them. A cell between quotation marks may hold a line break, so lines are counted in the text. */
function linesOf(text: string): readonly Line[] {
  const plain = text.replace(/^\uFEFF/, '');
  const lines: Line[] = [];
  let start = 0;
  let line = 1;
  Papa.parse<string[]>(plain, {
    delimiter: ';',
    step: ({ data, meta }) => {
      const cells = data.map((cell) => cell.trim());
      if (cells.some((cell) => cell !== '')) lines.push({ line, cells });
      line += plain.slice(start, meta.cursor).split('\n').length - 1;
      start = meta.cursor;
    },
  });
  return lines;
}
