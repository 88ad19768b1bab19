import Papa from 'papaparse';
import { readKnowledgeFile } from '../../knowledge/compile/read-files.ts';
import { CENTRE_COLUMNS } from '../../src/config/directory/centres.ts';
import { ORGANISATION_COLUMNS } from '../../src/config/directory/organisations.ts';

interface CentreEntry {
  readonly id: string;
  readonly hospital: string;
  readonly city: string;
  readonly recognised_for: string;
  readonly ern: readonly string[];
  readonly url: string;
  readonly source: string;
  readonly source_date: string;
  readonly population: string;
  readonly use: 'verify-first' | 'not-as-ecza';
  readonly note: string;
}

interface OrganisationEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly url: string | null;
  readonly address?: string;
  readonly entities?: readonly string[];
  readonly source: string;
  readonly note: string;
}

/**
 * A list to begin with, as CSV: what was found, unchecked. Nothing of it is ever printed before somebody has filled in `checked_on`.
 *
 * Shape: what only the official list can tell (recognition, dates, codes) and what only a clinician may decide (for which diagnoses)
 *        stays empty; what was found about a row stands in `note_nl`.
 */
export function draftOf(list: 'centres' | 'organisations'): string {
  return list === 'centres'
    ? asCsv(CENTRE_COLUMNS, (readKnowledgeFile('expertise-centres.json') as readonly CentreEntry[]).flatMap(centreRow))
    : asCsv(
        ORGANISATION_COLUMNS,
        (readKnowledgeFile('organisations.json') as readonly OrganisationEntry[]).flatMap(organisationRow),
      );
}

type Row = Readonly<Record<string, string>>;

function centreRow(entry: CentreEntry): readonly Row[] {
  if (entry.use !== 'verify-first') return [];
  return [
    {
      row_id: entry.id,
      hospital_name: entry.hospital,
      city: entry.city,
      population: entry.population,
      ern: entry.ern.join(','),
      patient_url: entry.url,
      note_nl: `NIET NAGEKEKEN. Gevonden: ${entry.recognised_for}. Bron: ${entry.source} (${entry.source_date}). ${entry.note}`,
    },
  ];
}

function organisationRow(entry: OrganisationEntry): readonly Row[] {
  if (entry.kind !== 'patient-organisation' || entry.url === null) return [];
  return [
    {
      row_id: entry.id,
      name: entry.name,
      website: entry.url,
      match_entity_ids: (entry.entities ?? []).join(','),
      address_as_typed: entry.address ?? '',
      source_url: entry.source,
      note_nl: `NIET NAGEKEKEN. ${entry.note}`,
    },
  ];
}

function asCsv(columns: readonly string[], rows: readonly Row[]): string {
  const data = rows.map((row) => columns.map((column) => row[column] ?? ''));
  return `${Papa.unparse({ fields: [...columns], data }, { delimiter: ';', newline: '\n' })}\n`;
}
