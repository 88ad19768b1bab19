import type { FhirResource } from 'fhir/r4';
import type { GapReason } from '../domain/evidence.ts';
import { endsSession, FhirReadError } from './fhir-error.ts';
import type { FhirAnswer, FhirFetch } from './fhir-fetch.ts';
import { urlInside } from './fhir-url.ts';
import { wrongPatient } from './read-patient.ts';
import type { ResourceOfType } from './read-resource.ts';
import { readPage, type SearchPage } from './search-page.ts';

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
  const found = new Map<string, ResourceOfType<Type>>();
  let total = 0;
  // With less on a page than both limits allow for, a long list would end at the number of pages; a server may still give less.
  const pageSize = String(Math.ceil(limits.entries / limits.pages));
  let address: string | null = `${type}?${new URLSearchParams({ ...query, _count: pageSize }).toString()}`;
  while (address !== null) {
    const page: SearchPage<ResourceOfType<Type>> | GapReason = await nextPage(search, progress, address);
    if (typeof page === 'string') return { resources: [...found.values()], gap: page };
    const kept = keep(found, page.resources, limits.entries);
    const gap = page.gap ?? (kept ? null : 'too-large');
    if (gap !== null) return { resources: [...found.values()], gap };
    total = page.total ?? total;
    address = page.next;
  }
  // A server that counts more matches than it hands out has kept some back.
  return { resources: [...found.values()], gap: found.size < total ? 'list-incomplete' : null };
}

/**
 * Adds the resources of a page, each once: a list that shifts while it is paged brings one twice, and another not at all, which the
 * total then tells. False when there was no room for all.
 */
function keep<Resource extends FhirResource>(
  found: Map<string, Resource>,
  resources: readonly Resource[],
  room: number,
): boolean {
  for (const resource of resources) {
    const key = resource.id === undefined ? `#${found.size}` : `${resource.id} ${resource.meta?.versionId ?? ''}`;
    if (found.size >= room && !found.has(key)) return false;
    found.set(key, resource);
  }
  return true;
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

async function nextPage<Type extends FhirResource['resourceType']>(
  { fhirFetch, type, limits }: Search<Type>,
  progress: Progress,
  address: string,
): Promise<SearchPage<ResourceOfType<Type>> | GapReason> {
  const url = urlInside(fhirFetch.session.fhirBaseUrl, address);
  // Outside the base (F20) or read before (F23): there may be more, and it is out of reach.
  if (url === null || progress.seen.has(url.href)) return 'list-incomplete';
  if (progress.seen.size >= limits.pages || progress.bytes >= limits.bytes) return 'too-large';
  progress.seen.add(url.href);
  const answer = await readOrReason(fhirFetch, url.href, limits.bytes - progress.bytes);
  if (typeof answer === 'string') return answer;
  progress.bytes += answer.bytes;
  const page = readPage(answer.resource, type, fhirFetch.session);
  if (page === 'other-patient') throw wrongPatient(fhirFetch);
  return page;
}

async function readOrReason(fhirFetch: FhirFetch, address: string, byteLimit: number): Promise<FhirAnswer | GapReason> {
  try {
    return await fhirFetch.read(address, byteLimit);
  } catch (error) {
    if (!(error instanceof FhirReadError) || endsSession(error.reason)) throw error;
    return error.reason;
  }
}
