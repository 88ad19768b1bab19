import type { Approval } from '../approval.ts';
import type { CalendarDate } from '../calendar-date.ts';
import { centreValidOn, withinTerm, type Directory } from '../directory.ts';
import type { EntityId } from '../entity.ts';
import type { CentreCase, RouteOrganisation } from './route.ts';

/**
 * The organisations that may be named for an entity: those with a website, within 12 months of the day on which somebody
 * vouched for them: who checked the row, else who approved the release (D7, F60). None = the booklet names the general platform.
 */
export function organisationsFor(
  entity: EntityId,
  directory: Directory,
  approval: Approval | null,
  today: CalendarDate,
): readonly RouteOrganisation[] {
  return directory.organisations
    .filter((organisation) => organisation.entities.includes(entity) && organisation.url !== '')
    .flatMap(({ name, url, address, checkedOn = approval?.date }) =>
      checkedOn !== undefined && withinTerm(checkedOn, today) ? [{ name, url, address, checkedOn }] : [],
    );
}

/** Which of the four things the booklet says about expertise centres; a name only from rows that are valid today (D7). */
export function centreCase(entity: EntityId, directory: Directory, today: CalendarDate): CentreCase {
  const rows = directory.centres.filter((centre) => centre.entities.includes(entity));
  const valid = rows.filter((centre) => centreValidOn(centre, today));
  if (valid.some((centre) => centre.here)) return { kind: 'here' };
  if (valid.length > 0) return { kind: 'named', centres: valid };
  return rows.length > 0 ? { kind: 'lapsed' } : { kind: 'unknown' };
}
