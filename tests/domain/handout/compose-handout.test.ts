import { describe, expect, it } from 'vitest';
import { readKnowledgeFile } from '../../../knowledge/compile/read-files.ts';
import { composeHandout } from '../../../src/domain/handout/compose-handout.ts';
import type { Handout, HandoutSection, Run } from '../../../src/domain/handout/handout.ts';
import { composeRoute, type RouteInput } from '../../../src/domain/route/compose-route.ts';
import { aCentre, aRouteInput, day, someChoices, someWork } from '../../support/a-route.ts';
import { BOOKLET_KNOWLEDGE } from '../../support/booklet-knowledge.ts';
import { allSentences, printedBlocks } from './printed-blocks.ts';

const compose = (input: Partial<RouteInput> = {}): Handout =>
  composeHandout(composeRoute(aRouteInput(input)), { length: 'kort' });

function section(handout: Handout, id: string): HandoutSection {
  const found = handout.chapters.flatMap(({ sections }) => sections).find((one) => one.id === id);
  return found ?? expect.unreachable(`no section ${id}`);
}

const linkedRuns = (handout: Handout): readonly Run[] =>
  allSentences(handout).flatMap(({ runs }) => runs.filter((run) => run.link));

describe('the booklet', () => {
  it('has a chapter for each inside page, in order', () => {
    const ids = (input: Partial<RouteInput>): readonly string[] => compose(input).chapters.map(({ id }) => id);
    const before = ['bellen', 'diagnose', 'gesprek', 'behandeling', 'steun'];
    expect(ids({})).toEqual([...before, 'schrijven']);
    expect(ids({ choices: someChoices(someWork({})) })).toEqual([...before, 'werk']);
  });

  it('has every Route point of the default case, but palliative care, which only the clinician puts in', () => {
    const { kort } = readKnowledgeFile('content/content-map.json') as {
      readonly kort: { readonly route_points: Readonly<Record<string, readonly string[]>> };
    };
    const printed = printedBlocks(compose({ choices: someChoices(someWork({ firstSickDay: day('2026-09-14') })) }));
    const missing = Object.entries(kort.route_points).filter(([, blocks]) => !blocks.some((id) => printed.has(id)));
    expect(Object.keys(kort.route_points)).toHaveLength(32);
    expect(missing.map(([point]) => point)).toEqual(['B09']);
  });

  it('keeps the copy sentence for a hospital that stores one', () => {
    const place = { hospitalName: 'Ziekenhuis De Linde', emergencyPhone: null, storesCopy: false };
    expect(compose().back.imprint).toContain('Een kopie kan in je dossier staan.');
    expect(compose({ place }).back.imprint).not.toContain('kopie');
    expect(compose({ approval: null }).back.imprint).not.toContain('kopie');
  });

  it('says on the back which booklet and which text it is', () => {
    expect(compose().back.imprint).toMatch(
      /^Versie 1, nummer 3F2A-91BC, 25\u00A0november\u00A02026\. Versie van de tekst: \d{4}\.\d{2}\.\d{2}\. /,
    );
  });
});

describe('a booklet without what it needs to say something', () => {
  const without = (...ids: readonly string[]): Handout => {
    const { content } = BOOKLET_KNOWLEDGE;
    return compose({ content: { ...content, blocks: content.blocks.filter(({ id }) => !ids.includes(id)) } });
  };

  it('leaves the section out, its title and its lead too', () => {
    const { chapters } = without('voor-welkom', 'na-zeldzaam', 'na-rustig', 'na-ecza-onbekend', 'na-ecza-hulp');
    expect(chapters.find(({ id }) => id === 'diagnose')?.sections.map(({ id }) => id)).toEqual(['organisatie']);
  });

  it('leaves out where it was given when the hospital has no name', () => {
    const place = { hospitalName: ' ', emergencyPhone: null, storesCopy: true };
    expect(compose({ place }).cover.given).toBeNull();
  });
});

describe('whom to call', () => {
  it('stands on a card', () => {
    expect(section(compose(), 'kaart').nodes[0]).toEqual({
      kind: 'contact',
      intro: 'Met een vraag bel je',
      person: { name: 'Joke Brands', role: 'verpleegkundig specialist', phone: '088 000 12 34', hours: null },
      ask: [],
    });
  });

  it('is asked for when nobody is known, and 112 stands there in every case', () => {
    const place = { hospitalName: 'Ziekenhuis De Linde', emergencyPhone: null, storesCopy: true };
    const [contact, emergency] = section(compose({ choices: someChoices({ contact: null }), place }), 'kaart').nodes;
    expect(contact).toMatchObject({ person: null, ask: [{ block: 'voor-wie-bel-ik-leeg' }] });
    expect(emergency).toMatchObject({
      phone: null,
      warning: [{ runs: [{ text: 'Is je leven in gevaar? Bel 112.' }] }],
    });
  });

  it('in a centre asks first for the next result instead of for who knows much', () => {
    const centres = [aCentre({ here: true })];
    const texts = (input: Partial<RouteInput>): string => JSON.stringify(section(compose(input), 'eerst'));
    expect(texts({})).toContain('wie veel weet');
    expect(texts({ directory: { organisations: [], centres } })).toContain('volgende uitslag');
  });
});

describe('links', () => {
  it('in a sentence lead to the page its own block names', () => {
    const runs = linkedRuns(compose());
    expect(runs.find(({ text }) => text === 'rijksoverheid.nl')?.link?.url).toMatch(
      /^https:\/\/www\.rijksoverheid\.nl\/.*ecza$/,
    );
    const words = allSentences(compose()).find(({ block }) => block === 'wo-meer');
    expect(words?.runs[1]).toEqual({
      text: 'kanker.nl',
      link: {
        url: 'https://www.kanker.nl/algemene-onderwerpen/wat-is-kanker/algemeen/woordenboek-kanker',
        label: 'Woordenboek',
      },
    });
    expect(words?.runs[2]).toEqual({ text: '.' });
  });

  it('come from the content only, whatever a name looks like', () => {
    const place = { hospitalName: 'Ziekenhuis voorbeeld.nl', emergencyPhone: null, storesCopy: true };
    const centres = [aCentre({ here: true })];
    const handout = compose({ place, directory: { organisations: [], centres } });
    expect(JSON.stringify(handout.chapters)).toContain('Ziekenhuis voorbeeld.nl is erkend');
    const known = BOOKLET_KNOWLEDGE.content.blocks.flatMap(({ links }) => links.map(({ url }) => url));
    for (const { link } of linkedRuns(handout)) expect(known).toContain(link?.url);
  });

  it('keep every letter of the sentence', () => {
    const sentence = allSentences(compose()).find(({ block, runs }) => block === 'na-ecza-onbekend' && runs.length > 1);
    expect(sentence?.runs.map(({ text }) => text).join('')).toBe(
      'Vraag je arts of dat er is, of kijk op rijksoverheid.nl (zoek op: ecza).',
    );
  });

  it('to an organisation carry the day of the approval; to the platform none', () => {
    expect(section(compose(), 'organisatie').nodes.at(-1)).toEqual({
      kind: 'reference',
      named: false,
      label: 'Patiëntenplatform Sarcomen',
      url: 'https://sarcomen.nl',
      address: 'sarcomen.nl',
      checked: 'nagekeken op 25\u00A0november\u00A02026',
      code: true,
    });
    const without = compose({ directory: { organisations: [], centres: [] } });
    expect(section(without, 'organisatie').nodes.at(-1)).toMatchObject({
      address: 'zeldzamekankers.nl',
      checked: null,
    });
  });

  it('to two organisations are two, of which the first is worth a code', () => {
    const entities = [aRouteInput().diagnosis.entity.id];
    const organisations = BOOKLET_KNOWLEDGE.organisations.slice(0, 2).map((one) => ({ ...one, entities }));
    const nodes = section(compose({ directory: { organisations, centres: [] } }), 'organisatie').nodes;
    expect(nodes.flatMap((node) => (node.kind === 'reference' ? [[node.address, node.code]] : []))).toEqual([
      ['hematon.nl', true],
      ['sarcomen.nl', false],
    ]);
  });
});

describe('dates', () => {
  const dates = (work: Parameters<typeof someWork>[0], age = 52): HandoutSection | undefined =>
    compose({ patient: { name: 'x', age }, choices: someChoices(someWork(work)) })
      .chapters.flatMap(({ sections }) => sections)
      .find(({ id }) => id === 'data');

  it('are days where the day counts and months where it is about a week', () => {
    const node = dates({ firstSickDay: day('2026-09-14') })?.nodes.find(({ kind }) => kind === 'timeline');
    expect(node).toEqual({
      kind: 'timeline',
      rows: [
        { when: 'december\u00A02026', label: 'Gesprek met je werkgever, elke 6 weken', next: true },
        { when: '12\u00A0september\u00A02027', label: 'Terugkijken na 1 jaar', next: false },
        { when: 'mei\u00A02028', label: 'Brief van UWV: bewaar die', next: false },
        { when: '25\u00A0juni\u00A02028', label: 'Uiterlijk WIA aanvragen', next: false },
      ],
    });
  });

  it('without a first sick day are weeks with a line to write on, and nothing is offered to be reckoned', () => {
    const section = dates({});
    expect(section?.title).toBe('Tel je eigen weken');
    expect(section?.nodes.map(({ kind }) => kind)).toEqual(['paragraph', 'fill-in', 'week-lines', 'paragraph']);
  });

  it('that are all past leave no title that promises them', () => {
    const section = dates({ firstSickDay: day('2024-01-01') });
    expect(section?.title).toBeNull();
    expect(section?.nodes.map(({ kind }) => kind)).toEqual(['actions']);
  });

  it('explain the WIA only where they name it', () => {
    expect(JSON.stringify(dates({ firstSickDay: day('2026-09-14') }))).toContain('UWV-uitkering na 2 jaar ziekte');
    expect(JSON.stringify(dates({ firstSickDay: day('2025-02-03') }))).not.toContain('UWV-uitkering na 2 jaar ziekte');
  });

  it('are absent for who works for oneself and from the age of 67', () => {
    expect(dates({ status: 'self_employed', firstSickDay: day('2026-09-14') })).toBeUndefined();
    expect(dates({ firstSickDay: day('2026-09-14') }, 67)).toBeUndefined();
  });
});
