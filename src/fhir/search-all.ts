import type { Bundle, BundleEntry, FhirResource } from 'fhir/r4';
import type { GapReason } from '../domain/evidence.ts';
import { endsSession, FhirReadError } from './fhir-error.ts';
import type { FhirAnswer, FhirFetch } from './fhir-fetch.ts';
import { urlInside } from './fhir-url.ts';
import { listOf } from './map-concept.ts';
import { isOperationOutcome, saysIncomplete } from './operation-outcome.ts';
import { aboutWhom, type About } from './patient-compartment.ts';
import { wrongPatient } from './read-patient.ts';
import { isOfType, type ResourceOfType } from './read-resource.ts';

/** How much one search may bring (F24). */
export interface SearchLimits {
  readonly pages: number;
  readonly entries: number;
  readonly bytes: number;
}

export const SEARCH_LIMITS: SearchLimits = { pages: 20, entries: 2000, bytes: 20_000_000 };

/** All that was read, and why it may not be all there is. */
export interface SearchResult<Resource> {
  readonly resources: readonly Resource[];
  /** Null when the list is whole. */
  readonly gap: GapReason | null;
}

/**
 * Reads all pages of a search in the chart of the launch patient.
 *
 * Shape:  what stops it halfway becomes the gap, and what was read before stays. A page is believed whole or not at all.
 * Errors: FhirReadError `session-ended` or `wrong-patient`, nothing else: one entry about somebody else and the whole answer is
 *         thrown away (F30).
 */
export async function searchAll<Type extends FhirResource['resourceType']>(
  fhirFetch: FhirFetch,
  type: Type,
  query: Readonly<Record<string, string>>,
  limits: SearchLimits = SEARCH_LIMITS,
): Promise<SearchResult<ResourceOfType<Type>>> {
  const search = { fhirFetch, type, limits };
  const progress: Progress = { seen: new Set(), bytes: 0 };
  const resources: ResourceOfType<Type>[] = [];
  let total = 0;
  let address: string | null = `${type}?${new URLSearchParams(query).toString()}`;
  while (address !== null) {
    const page: Page<ResourceOfType<Type>> | GapReason = await nextPage(search, progress, address);
    if (typeof page === 'string') return { resources, gap: page };
    const room = limits.entries - resources.length;
    resources.push(...page.resources.slice(0, room));
    const gap = page.gap ?? (page.resources.length > room ? 'too-large' : null);
    if (gap !== null) return { resources, gap };
    total = page.total ?? total;
    address = page.next;
  }
  // A server that counts more matches than it hands out has kept some back.
  return { resources, gap: resources.length < total ? 'list-incomplete' : null };
}

interface Search<Type> {
  readonly fhirFetch: FhirFetch;
  readonly type: Type;
  readonly limits: SearchLimits;
}

interface Progress {
  /** Addresses of the pages read so far. */
  readonly seen: Set<string>;
  bytes: number;
}

interface Page<Resource> extends SearchResult<Resource> {
  readonly next: string | null;
  readonly total: number | null;
}

async function nextPage<Type extends FhirResource['resourceType']>(
  { fhirFetch, type, limits }: Search<Type>,
  progress: Progress,
  address: string,
): Promise<Page<ResourceOfType<Type>> | GapReason> {
  const url = urlInside(fhirFetch.session.fhirBaseUrl, address);
  // Outside the base (F20) or read before (F23): there may be more, and it is out of reach.
  if (url === null || progress.seen.has(url.href)) return 'list-incomplete';
  if (progress.seen.size >= limits.pages || progress.bytes >= limits.bytes) return 'too-large';
  progress.seen.add(url.href);
  const answer = await readOrReason(fhirFetch, url.href, limits.bytes - progress.bytes);
  if (typeof answer === 'string') return answer;
  progress.bytes += answer.bytes;
  return pageOf(answer.resource, type, fhirFetch);
}

async function readOrReason(fhirFetch: FhirFetch, address: string, byteLimit: number): Promise<FhirAnswer | GapReason> {
  try {
    return await fhirFetch.read(address, byteLimit);
  } catch (error) {
    if (!(error instanceof FhirReadError) || endsSession(error.reason)) throw error;
    return error.reason;
  }
}

function pageOf<Type extends FhirResource['resourceType']>(
  resource: FhirResource,
  type: Type,
  fhirFetch: FhirFetch,
): Page<ResourceOfType<Type>> | 'unreadable' {
  const bundle = searchsetOf(resource);
  if (bundle === null) return 'unreadable';
  const entries = listOf(bundle.entry);
  const found = entries.flatMap((entry) => entry.resource ?? []);
  const about = (one: FhirResource): About => aboutWhom(one, fhirFetch.session);
  if (found.some((one) => about(one) === 'other-patient')) throw wrongPatient(fhirFetch);
  const resources = found.filter((one) => isOfType(one, type));
  const silent = resources.some((one) => about(one) === 'nobody');
  if (silent || entries.some((entry) => isMatchWithout(entry, type))) return 'unreadable';
  const total = typeof bundle.total === 'number' ? bundle.total : null;
  return { resources, next: nextOf(bundle), total, gap: found.some(leavesOut) ? 'list-incomplete' : null };
}

function searchsetOf(resource: FhirResource): Bundle<FhirResource> | null {
  return isOfType(resource, 'Bundle') && resource.type === 'searchset' ? (resource as Bundle<FhirResource>) : null;
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

function nextOf(bundle: Bundle<FhirResource>): string | null {
  return listOf(bundle.link).find((link) => link.relation === 'next')?.url ?? null;
}
