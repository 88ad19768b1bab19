import { addDays, type CalendarDate } from '../../domain/calendar-date.ts';
import type { Centre } from '../../domain/directory.ts';
import { CHECKS, ENTITIES, entitiesOf, entityFaults, faultsOfRow, type CellFault } from './check-row.ts';
import type { CsvRow } from './csv.ts';
import { CHECKED_BY, CHECKED_ON, ROW_ID, type Ending, type ListKind } from './read-list.ts';

const REQUIRED = [
  ROW_ID,
  'hospital_name',
  'city',
  'centre_name',
  'disorder_name_official',
  ENTITIES,
  'population',
  'recognition_date',
  'recognition_end',
  'status',
  'source_url',
  'source_date',
] as const;

/** Columns of `centres.csv`, in the order of a draft. */
export const CENTRE_COLUMNS = [
  ROW_ID,
  'hospital_name',
  'hospital_agb',
  'hospital_ura',
  'partner_hospital_name',
  'city',
  'centre_name',
  'disorder_name_official',
  'orpha_code',
  ENTITIES,
  'population',
  'recognition_date',
  'recognition_end',
  'status',
  'ern',
  'patient_url',
  'referral_by',
  'phone',
  'source_url',
  'source_date',
  CHECKED_ON,
  CHECKED_BY,
  'note_nl',
] as const;

const RECOGNISED = 'recognised';

const FORMS = {
  hospital_agb: CHECKS.agb,
  hospital_ura: CHECKS.digits,
  orpha_code: CHECKS.digits,
  population: CHECKS.oneOf(['adult', 'child', 'both']),
  recognition_date: CHECKS.date,
  recognition_end: CHECKS.date,
  status: CHECKS.oneOf([RECOGNISED, 'under-objection', 'expired', 'withdrawn']),
  patient_url: CHECKS.secure,
  referral_by: CHECKS.oneOf(['gp', 'specialist', 'either']),
  phone: CHECKS.phone,
  source_url: CHECKS.secure,
  source_date: CHECKS.date,
  [CHECKED_ON]: CHECKS.date,
};

/** `centres.csv`: expertise centres (ECZA), one row for one centre and one disorder, from the official list. */
export function centreList(hospitalName: string): ListKind<Centre> {
  return {
    columns: {
      required: [...REQUIRED, CHECKED_ON, CHECKED_BY],
      optional: CENTRE_COLUMNS.filter((name) => !(REQUIRED as readonly string[]).includes(name)),
    },
    // What nobody has checked may still have holes: a draft is filled in row by row.
    faultsOf: (row, release) =>
      row.cell(CHECKED_ON) === ''
        ? []
        : [...faultsOfRow(row, [...REQUIRED, CHECKED_BY], FORMS), ...entityFaults(row, release), ...termFaults(row)],
    itemOf: (row) => (isForThis(row) ? centreOf(row, hospitalName) : null),
    endingOf,
  };
}

function termFaults(row: CsvRow): readonly CellFault[] {
  return row.cell('recognition_end') < row.cell('recognition_date')
    ? [{ column: 'recognition_end', says: 'ligt voor recognition_date' }]
    : [];
}

/** Recognised, and for adults (D25). */
function isForThis(row: CsvRow): boolean {
  return row.cell('status') === RECOGNISED && row.cell('population') !== 'child';
}

function centreOf(row: CsvRow, hospitalName: string): Centre {
  const hospitals = [row.cell('hospital_name'), row.cell('partner_hospital_name')];
  return {
    name: row.cell('hospital_name'),
    city: row.cell('city'),
    entities: entitiesOf(row),
    checkedOn: row.cell(CHECKED_ON) as CalendarDate,
    recognisedUntil: row.cell('recognition_end') as CalendarDate,
    here: hospitals.some((name) => folded(name) === folded(hospitalName)),
  };
}

function folded(name: string): string {
  return name.normalize('NFC').trim().toLocaleLowerCase('nl');
}

const NOTICE_DAYS = 90;

function endingOf(row: CsvRow, today: CalendarDate): Ending {
  const column = 'recognition_end';
  const end = row.cell(column) as CalendarDate;
  const lapsed = end < today ? [{ column, says: 'is voorbij; de rij wordt niet gedrukt' }] : [];
  const isSoon = end >= today && end <= addDays(today, NOTICE_DAYS);
  return { lapsed, soon: isSoon ? [{ column, says: `eindigt binnen ${NOTICE_DAYS} dagen` }] : [] };
}
