import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Organisation } from '../../domain/directory.ts';
import { CHECKS, ENTITIES, entitiesOf, entityFaults, faultsOfRow } from './check-row.ts';
import { CHECKED_BY, CHECKED_ON, ROW_ID, type ListKind } from './read-list.ts';

const REQUIRED = [ROW_ID, 'name', 'website', ENTITIES] as const;

/** Columns of `organisations.csv`, in the order of a draft. */
export const ORGANISATION_COLUMNS = [
  ...REQUIRED,
  'address_as_typed',
  'source_url',
  CHECKED_ON,
  CHECKED_BY,
  'note_nl',
] as const;

const FORMS = { website: CHECKS.secure, source_url: CHECKS.secure, [CHECKED_ON]: CHECKS.date };

/** `organisations.csv`: patient organisations of the hospital's own choice, in place of those of the release. */
export const ORGANISATION_LIST: ListKind<Organisation> = {
  columns: {
    required: [...REQUIRED, CHECKED_ON, CHECKED_BY],
    optional: ['address_as_typed', 'source_url', 'note_nl'],
  },
  faultsOf: (row, release) =>
    row.cell(CHECKED_ON) === ''
      ? []
      : [...faultsOfRow(row, [...REQUIRED, CHECKED_BY], FORMS), ...entityFaults(row, release)],
  itemOf: (row) => {
    const url = row.cell('website');
    return {
      id: row.cell(ROW_ID),
      name: row.cell('name'),
      url,
      address: row.cell('address_as_typed') || new URL(url).hostname.replace(/^www[.]/, ''),
      checkedOn: row.cell(CHECKED_ON) as CalendarDate,
      entities: entitiesOf(row),
    };
  },
  endingOf: () => ({ lapsed: [], soon: [] }),
};
