import type { Bundle, BundleEntry, BundleLink, FhirResource } from 'fhir/r4';
import { listOf, textOf } from './map-concept.ts';
import { isOperationOutcome, saysIncomplete } from './operation-outcome.ts';
import type { Session } from './open-session.ts';
import { aboutWhom } from './patient-compartment.ts';
import { isOfType, type ResourceOfType } from './read-resource.ts';

/** One page of a search in the chart of the launch patient. */
export interface SearchPage<Resource> {
  readonly resources: readonly Resource[];
  /** Address of the next page as the server gave it; null on the last. */
  readonly next: string | null;
  /** How many matches the server counts over all pages, where it says so. */
  readonly total: number | null;
  /** The page says itself that something was left out. */
  readonly gap: 'list-incomplete' | null;
}

/**
 * Reads one page, whole or not at all: one entry about somebody else condemns it (F30), one that cannot be read makes it
 * unreadable, so that a broken list never passes for an empty one (F29).
 */
export function readPage<Type extends FhirResource['resourceType']>(
  resource: FhirResource,
  type: Type,
  session: Session,
): SearchPage<ResourceOfType<Type>> | 'unreadable' | 'other-patient' {
  const bundle = searchsetOf(resource);
  if (bundle === null) return 'unreadable';
  const entries = listOf(bundle.entry);
  const found = entries.flatMap((entry) => entry.resource ?? []);
  if (found.some((one) => aboutWhom(one, session) === 'other-patient')) return 'other-patient';
  const resources = found.filter((one) => isOfType(one, type));
  const silent = resources.some((one) => aboutWhom(one, session) === 'nobody');
  if (silent || entries.some((entry) => isMatchWithout(entry, type))) return 'unreadable';
  const next = listOf(bundle.link).find((link) => link.relation === 'next');
  return {
    resources,
    next: textOf(next?.url) ?? null,
    total: typeof bundle.total === 'number' ? bundle.total : null,
    gap: found.some(leavesOut) || lacksAddress(next) ? 'list-incomplete' : null,
  };
}

/** The Bundle, when it is a searchset whose entries and links are lists of objects, or left out. */
function searchsetOf(resource: FhirResource): Bundle<FhirResource> | null {
  if (!isOfType(resource, 'Bundle') || resource.type !== 'searchset') return null;
  return isWholeList(resource.entry) && isWholeList(resource.link) ? (resource as Bundle<FhirResource>) : null;
}

function isWholeList(list: readonly object[] | undefined): boolean {
  return list === undefined || (Array.isArray(list) && listOf(list).length === list.length);
}

/** A match that holds no resource of the type: a row that is there and cannot be read (rule 3). */
function isMatchWithout(entry: BundleEntry<FhirResource>, type: string): boolean {
  const mode = entry.search?.mode;
  if (mode === 'include' || mode === 'outcome') return false;
  const kind = entry.resource?.resourceType;
  return kind !== type && kind !== 'OperationOutcome';
}

function leavesOut(resource: FhirResource): boolean {
  return isOperationOutcome(resource) && saysIncomplete(resource);
}

function lacksAddress(next: BundleLink | undefined): boolean {
  return next !== undefined && textOf(next.url) === undefined;
}
