import type { FhirResource } from 'fhir/r4';
import { http, HttpResponse } from 'msw';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createFhirFetch } from '../../src/fhir/fhir-fetch.ts';
import { searchAll, SEARCH_LIMITS, type SearchLimits } from '../../src/fhir/search-all.ts';
import { aCondition, aPatient, anOutcome, aSearchset, aSession, FHIR_BASE } from '../support/builders.ts';
import { createFhirServer, fhirJson } from '../support/fhir-server.ts';

const ehr = createFhirServer();
const SEARCH = `${FHIR_BASE}/Condition`;

beforeAll(() => {
  ehr.msw.listen({ onUnhandledRequest: 'error' });
});
afterEach(() => {
  ehr.reset();
});
afterAll(() => {
  ehr.msw.close();
});

interface Page {
  readonly resources: readonly FhirResource[];
  readonly next?: string;
}

/** Answers `Condition?…page=N` from a list; the first page has no number. */
function paging(pages: readonly Page[]): void {
  ehr.msw.use(
    http.get(SEARCH, ({ request }) => {
      const page = pages[Number(new URL(request.url).searchParams.get('page') ?? '0')];
      return page === undefined
        ? new HttpResponse(null, { status: 404 })
        : fhirJson(aSearchset(page.resources, page.next));
    }),
  );
}

const next = (page: number): string => `${SEARCH}?patient=pat-1&page=${page}`;
const conditions = (...ids: readonly string[]): readonly FhirResource[] => ids.map((id) => aCondition({ id }));

async function search(
  limits: Partial<SearchLimits> = {},
  session = aSession(),
): Promise<{ readonly ids: readonly (string | undefined)[]; readonly gap: string | null }> {
  const fhirFetch = createFhirFetch(session, { sleep: () => Promise.resolve() });
  const query = { patient: 'pat-1' };
  const { resources, gap } = await searchAll(fhirFetch, 'Condition', query, { ...SEARCH_LIMITS, ...limits });
  return { ids: resources.map(({ id }) => id), gap };
}

const FIRST = `${SEARCH}?patient=pat-1&_count=100`;

describe('a search', () => {
  test('F24 reads all pages, by patient id alone, and asks for pages on which all it may keep has room', async () => {
    paging([{ resources: conditions('a', 'b'), next: next(1) }, { resources: conditions('c') }]);
    expect(await search()).toEqual({ ids: ['a', 'b', 'c'], gap: null });
    expect(ehr.requests.map(({ url }) => url)).toEqual([FIRST, next(1)]);
  });

  test('an empty list is whole, and not a gap', async () => {
    paging([{ resources: [] }]);
    expect(await search()).toEqual({ ids: [], gap: null });
  });

  test.each([
    'https://elders.example/fhir/r4/Condition?page=2',
    'https://epd.delinde.example/fhir/r4evil/Condition?page=2',
    'https://epd.delinde.example:444/fhir/r4/Condition?page=2',
  ])('F20 a next link outside the base (%s) is not followed; the list is incomplete', async (address) => {
    paging([{ resources: conditions('a'), next: address }]);
    expect(await search()).toEqual({ ids: ['a'], gap: 'list-incomplete' });
    expect(ehr.requests).toHaveLength(1);
  });

  test('F23 a page that is its own next stops at once', async () => {
    paging([{ resources: conditions('a'), next: FIRST }]);
    expect(await search()).toEqual({ ids: ['a'], gap: 'list-incomplete' });
    expect(ehr.requests).toHaveLength(1);
  });

  test('F23 two pages that are each other’s next stop when the first comes round', async () => {
    paging([
      { resources: conditions('a'), next: next(1) },
      { resources: conditions('b'), next: FIRST },
    ]);
    expect(await search()).toEqual({ ids: ['a', 'b'], gap: 'list-incomplete' });
    expect(ehr.requests).toHaveLength(2);
  });

  test('F24 it stops after twenty pages', async () => {
    paging(Array.from({ length: 30 }, (_, page) => ({ resources: conditions(`c${page}`), next: next(page + 1) })));
    const { ids, gap } = await search();
    expect([ids.length, gap, ehr.requests.length]).toEqual([20, 'too-large', 20]);
  });

  test('F24 a list of 2,000 on pages of a hundred is read whole', async () => {
    const page = (at: number) => conditions(...Array.from({ length: 100 }, (_, index) => `c${100 * at + index}`));
    paging(Array.from({ length: 20 }, (_, at) => ({ resources: page(at), ...(at < 19 && { next: next(at + 1) }) })));
    const { ids, gap } = await search();
    expect([ids.length, gap, ehr.requests.length]).toEqual([2000, null, 20]);
  });

  test('F24 it keeps 2,000 of 10,000 entries on one page', async () => {
    paging([{ resources: conditions(...Array.from({ length: 10_000 }, (_, index) => `c${index}`)) }]);
    const { ids, gap } = await search();
    expect([ids.length, gap]).toEqual([2000, 'too-large']);
  });

  test('F24 it stops when all pages together weigh too much', async () => {
    const heavy = (id: string): FhirResource => aCondition({ id, note: [{ text: 'x'.repeat(5000) }] });
    paging([
      { resources: [heavy('a')], next: next(1) },
      { resources: [heavy('b')], next: next(2) },
      { resources: [heavy('c')] },
    ]);
    expect(await search({ bytes: 12_000 })).toEqual({ ids: ['a', 'b'], gap: 'too-large' });
  });

  test.each([
    [403, 'not-allowed'],
    [404, 'not-found'],
    [503, 'unreachable'],
  ])('F14 status %d gives no entries and the gap %s', async (status, gap) => {
    ehr.msw.use(http.get(SEARCH, () => new HttpResponse(null, { status })));
    expect(await search()).toEqual({ ids: [], gap });
  });

  test('what was read before a page fails stays, with the reason', async () => {
    paging([{ resources: conditions('a'), next: next(9) }]);
    expect(await search()).toEqual({ ids: ['a'], gap: 'not-found' });
  });

  test.each([
    ['no Bundle', () => fhirJson(aCondition())],
    ['a Bundle of another kind', () => fhirJson({ ...aSearchset(conditions('a')), type: 'collection' })],
    ['a list of entries that is none', () => HttpResponse.json({ ...aSearchset([]), entry: 'geen' })],
    ['a list of entries that is an empty text', () => HttpResponse.json({ ...aSearchset([]), entry: '' })],
    ['a list of links that is none', () => HttpResponse.json({ ...aSearchset([]), link: { relation: 'next' } })],
    ['an entry that is none', () => HttpResponse.json({ ...aSearchset([]), entry: [null] })],
    ['a match without a resource', () => fhirJson({ ...aSearchset([]), entry: [{ fullUrl: `${SEARCH}/a` }] })],
    ['a match of another type', () => fhirJson(aSearchset([...conditions('a'), aPatient()]))],
  ])('F29 %s is unreadable, never "no diagnoses"', async (_, answer) => {
    ehr.msw.use(http.get(SEARCH, answer));
    expect(await search()).toEqual({ ids: [], gap: 'unreadable' });
  });

  test('an OperationOutcome among the entries is no resource', async () => {
    const outcome = anOutcome({ severity: 'warning', code: 'processing' });
    const bundle = aSearchset(conditions('a'));
    bundle.entry?.push({ resource: outcome, search: { mode: 'outcome' } });
    ehr.msw.use(http.get(SEARCH, () => fhirJson(bundle)));
    expect(await search()).toEqual({ ids: ['a'], gap: null });
  });

  test.each([
    [{ severity: 'error', code: 'processing' }],
    [{ severity: 'warning', code: 'suppressed' }],
    [{ severity: 'information', code: 'incomplete' }],
  ] as const)('an OperationOutcome that says something was left out (%j) makes the list incomplete', async (issue) => {
    ehr.msw.use(http.get(SEARCH, () => fhirJson(aSearchset([...conditions('a'), anOutcome(issue)]))));
    expect(await search()).toEqual({ ids: ['a'], gap: 'list-incomplete' });
  });

  test('F20 a next link without an address makes the list incomplete', async () => {
    const link = [{ relation: 'next' }];
    ehr.msw.use(http.get(SEARCH, () => HttpResponse.json({ ...aSearchset([]), link })));
    expect(await search()).toEqual({ ids: [], gap: 'list-incomplete' });
  });

  test('an entry that a shifting page brings again counts once, so that what it pushed out is missed', async () => {
    const shifting = (page: number): Response => {
      const link = page === 0 ? [{ relation: 'next', url: next(1) }] : [];
      const resources = page === 0 ? conditions('a', 'b') : conditions('b', 'c');
      return fhirJson({ ...aSearchset(resources), total: 4, link });
    };
    ehr.msw.use(
      http.get(SEARCH, ({ request }) => shifting(Number(new URL(request.url).searchParams.get('page') ?? '0'))),
    );
    expect(await search()).toEqual({ ids: ['a', 'b', 'c'], gap: 'list-incomplete' });
  });

  test('a total above what was handed out makes the list incomplete', async () => {
    ehr.msw.use(http.get(SEARCH, () => fhirJson({ ...aSearchset(conditions('a')), total: 3 })));
    expect(await search()).toEqual({ ids: ['a'], gap: 'list-incomplete' });
  });
});

describe('F30 somebody else in the answer', () => {
  test.each([
    ['another id', 'Patient/pat-2'],
    ['an id that begins alike', 'Patient/pat-12'],
    ['the same id on another server', 'https://elders.example/fhir/Patient/pat-1'],
    ['another kind of subject', 'Group/pat-1'],
  ])('%s throws the whole answer away and ends the session', async (_, reference) => {
    const session = aSession();
    paging([
      { resources: conditions('a'), next: next(1) },
      { resources: [...conditions('b'), aCondition({ id: 'c', subject: { reference } })] },
    ]);
    await expect(search({}, session)).rejects.toMatchObject({ reason: 'wrong-patient', code: 'LEES-30' });
    expect(session.end).toHaveBeenCalledOnce();
  });

  test.each(['Patient/pat-1', `${FHIR_BASE}/Patient/pat-1`, 'Patient/pat-1/_history/3'])(
    '%s is the launch patient',
    async (reference) => {
      paging([{ resources: [aCondition({ id: 'a', subject: { reference } })] }]);
      expect(await search()).toEqual({ ids: ['a'], gap: null });
    },
  );

  test('a Condition that does not say whose it is makes the page unreadable, not another patient’s', async () => {
    paging([{ resources: [aCondition({ subject: { display: 'Testje Voorbeeld' } })] }]);
    expect(await search()).toEqual({ ids: [], gap: 'unreadable' });
  });
});
