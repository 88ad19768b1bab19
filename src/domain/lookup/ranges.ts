import type { DecidingEntity, SiteRange } from '../classification.ts';

interface Range {
  readonly from: number;
  readonly to: number;
}

/** C00.0 to C80.9 as numbers. */
export const ALL_SITES: SiteRange = { from: 0, to: 809 };

export function holds(ranges: readonly Range[], number: number): boolean {
  return ranges.some((range) => range.from <= number && number <= range.to);
}

export function overlap(some: readonly Range[], others: readonly Range[]): boolean {
  return some.some((one) => others.some((other) => one.from <= other.to && other.from <= one.to));
}

/** Whether the entity is defined by its type alone: its topography then says nothing about a site code. */
export function isAnywhere(entity: DecidingEntity): boolean {
  return entity.topography.some((range) => range.from <= ALL_SITES.from && range.to >= ALL_SITES.to);
}

/** Whether the entity's topography, where it says something, touches one of the sites. */
export function standsAt(entity: DecidingEntity, sites: readonly SiteRange[]): boolean {
  return !isAnywhere(entity) && overlap(entity.topography, sites);
}

/** C18.1 to C18.4 becomes all of C18. */
export function wholeCategory({ from, to }: SiteRange): SiteRange {
  return { from: from - (from % 10), to: to - (to % 10) + 9 };
}
