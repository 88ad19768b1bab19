import type { CalendarDate } from '../../../src/domain/calendar-date.ts';
import { describe, expect, it } from 'vitest';
import type { Choices } from '../../../src/domain/choices.ts';
import { composeRoute, type RouteInput } from '../../../src/domain/route/compose-route.ts';
import {
  aCentre,
  aConfirmedDiagnosis,
  aRouteInput,
  anApproval,
  day,
  someChoices,
  someWork,
} from '../../support/a-route.ts';
import { CONFIRMABLE } from '../../support/any-booklet.ts';
import { BOOKLET_KNOWLEDGE } from '../../support/booklet-knowledge.ts';

const blocksOf = (input: Partial<RouteInput>): readonly string[] => [...composeRoute(aRouteInput(input)).blocks.keys()];
const withChoices = (choices: Partial<Choices>): readonly string[] => blocksOf({ choices: someChoices(choices) });
const CHOSEN = BOOKLET_KNOWLEDGE.content.blocks.filter((block) => block.chosenByClinician);
const SENSITIVE = CHOSEN.filter(({ short }) => short !== null).map(({ id }) => id);

const working = (choices: Partial<Choices>): Choices => ({ ...someChoices(someWork({})), ...choices });

describe('for whom', () => {
  it.each([17, 0, -1, 51.5, 126])('F34 no route exists for age %d', (age) => {
    expect(() => composeRoute(aRouteInput({ patient: { name: 'x', age } }))).toThrow(RangeError);
  });

  it('an adult of 18 has one', () => {
    expect(blocksOf({ patient: { name: 'x', age: 18 } })).toContain('voor-welkom');
  });
});

describe('what could hurt', () => {
  it('is printed for no entity unless the clinician chose it', () => {
    expect(SENSITIVE).toEqual([
      'na-dna-uitgezaaid',
      'na-dna-onzeker',
      'na-dna-weinig-keus',
      'be-vragen-afwachten',
      'be-palliatief',
    ]);
    expect(CHOSEN.filter(({ short }) => short === null).map(({ id }) => id)).toEqual([
      'be-palliatief-woord',
      'we-vroeg-wia',
      'we-naast-werk',
    ]);
    for (const entity of CONFIRMABLE) {
      const route = composeRoute(aRouteInput({ diagnosis: aConfirmedDiagnosis({ entity }), choices: working({}) }));
      expect(CHOSEN.filter(({ id }) => route.blocks.has(id) || route.fullBlocks.has(id))).toEqual([]);
    }
  });

  it.each<[Partial<Choices>, readonly string[]]>([
    [{ palliative: true }, ['be-palliatief', 'be-palliatief-woord']],
    [{ earlyWia: true }, ['we-vroeg-wia']],
    [{ stopWorking: true }, ['we-naast-werk']],
    [{ subtypeUnclear: true, fewOptions: true }, ['na-dna-onzeker', 'na-dna-weinig-keus']],
  ])('%j brings exactly its own blocks in Volledig', (choices, ids) => {
    const { fullBlocks } = composeRoute(aRouteInput({ choices: working(choices) }));
    expect(CHOSEN.map(({ id }) => id).filter((id) => fullBlocks.has(id))).toEqual(ids);
  });

  it.each<[Partial<Choices>, string]>([
    [{ metastasised: 'yes' }, 'na-dna-uitgezaaid'],
    [{ subtypeUnclear: true }, 'na-dna-onzeker'],
    [{ fewOptions: true }, 'na-dna-weinig-keus'],
    [{ nonePlanned: true }, 'be-vragen-afwachten'],
    [{ palliative: true }, 'be-palliatief'],
  ])('%j brings exactly its own block', (choices, id) => {
    expect(SENSITIVE.filter((sensitive) => withChoices(choices).includes(sensitive))).toEqual([id]);
  });

  it('no spread and spread unknown say the same', () => {
    expect(withChoices({ metastasised: 'no' })).toEqual(withChoices({ metastasised: 'unknown' }));
  });

  it('of the blocks on DNA only the first speaks', () => {
    const dna = withChoices({ metastasised: 'yes', subtypeUnclear: true, fewOptions: true });
    expect(dna.filter((id) => id.startsWith('na-dna'))).toEqual(['na-dna-uitgezaaid']);
    const other = withChoices({ subtypeUnclear: true, fewOptions: true });
    expect(other.filter((id) => id.startsWith('na-dna'))).toEqual(['na-dna-onzeker']);
  });

  it('spread is not spoken of in cancer of blood or lymph nodes', () => {
    const blocks = blocksOf({
      diagnosis: aConfirmedDiagnosis({ entity: 'aml' }),
      choices: someChoices({ metastasised: 'yes' }),
    });
    expect(blocks.filter((id) => id.startsWith('na-dna'))).toEqual(['na-dna-algemeen']);
    expect(blocks.filter((id) => id.startsWith('be-zoek-eu'))).toEqual(['be-zoek-eu-bloed']);
  });
});

describe('the diagnosis', () => {
  it('stands by name, explained in one sentence', () => {
    expect(composeRoute(aRouteInput()).blocks.get('voor-welkom')?.text).toEqual([
      'De diagnose is een leiomyosarcoom.',
      'De kanker begint in glad spierweefsel, in de wand van organen of bloedvaten.',
    ]);
  });

  it('is not explained when the clinician gave it another name', () => {
    const diagnosis = aConfirmedDiagnosis({ nameInSentence: 'een kanker die weinig voorkomt' });
    expect(composeRoute(aRouteInput({ diagnosis })).blocks.get('voor-welkom')?.text).toEqual([
      'De diagnose is een kanker die weinig voorkomt.',
    ]);
  });
});

describe('the organisation', () => {
  const named = (input: Partial<RouteInput>): readonly string[] =>
    composeRoute(aRouteInput(input)).organisations.map(({ name }) => name);

  it.each([
    ['leiomyosarcoma', ['Patiëntenplatform Sarcomen']],
    ['gist', ['Patiëntenplatform Sarcomen']],
    ['chordoma', ['Patiëntenplatform Sarcomen']],
    ['aml', ['Hematon']],
    ['myeloma', ['Hematon']],
    ['kaposi-sarcoma', []],
    ['ctcl', []],
    ['anal-canal-scc', []],
  ])('of %s is %j', (entity, names) => {
    expect(named({ diagnosis: aConfirmedDiagnosis({ entity }) })).toEqual(names);
  });

  it('F60 is named for 12 months after the approval, and not a day longer', () => {
    const approval = anApproval({ date: day('2026-11-25') });
    expect(named({ approval, today: day('2027-11-25') })).toEqual(['Patiëntenplatform Sarcomen']);
    expect(named({ approval, today: day('2027-11-26') })).toEqual([]);
  });

  it.each([null, anApproval({ contentHash: '0'.repeat(64) }), anApproval({ date: day('2026-11-26') })])(
    'is named on nobody else’s word: %j',
    (approval) => {
      expect(named({ approval })).toEqual([]);
    },
  );

  it('F68 unknown is said plainly, and the platform for all rare cancers stands in', () => {
    const blocks = blocksOf({ diagnosis: aConfirmedDiagnosis({ entity: 'kaposi-sarcoma' }) });
    expect(blocks).toContain('na-patientorg-geen');
    expect(blocks).not.toContain('na-patientorg');
  });

  it('two are both named', () => {
    const entities = [aConfirmedDiagnosis().entity.id];
    const organisations = BOOKLET_KNOWLEDGE.organisations.slice(0, 2).map((one) => ({ ...one, entities }));
    const route = composeRoute(aRouteInput({ directory: { organisations, centres: [] } }));
    expect(route.blocks.get('na-patientorg')?.text[0]).toBe(
      'Met jouw soort kanker kun je ook terecht bij Hematon en Patiëntenplatform Sarcomen.',
    );
  });

  it('without a website is not named', () => {
    const organisations = BOOKLET_KNOWLEDGE.organisations.map((one) => ({ ...one, url: '' }));
    expect(named({ directory: { organisations, centres: [] } })).toEqual([]);
  });

  it('D7 a row of the hospital’s own list stands on the day on which it was checked, not on the approval', () => {
    const row = (checkedOn: string) => ({
      ...(BOOKLET_KNOWLEDGE.organisations[0] ?? expect.unreachable()),
      entities: [aRouteInput().diagnosis.entity.id],
      checkedOn: checkedOn as CalendarDate,
    });
    const own = (checkedOn: string) =>
      composeRoute(aRouteInput({ approval: null, directory: { organisations: [row(checkedOn)], centres: [] } }))
        .organisations;
    expect(own('2026-10-01')).toMatchObject([{ checkedOn: '2026-10-01' }]);
    expect(own('2025-10-01')).toEqual([]);
  });
});

describe('the expertise centre', () => {
  const eczaBlocks = (centres: readonly ReturnType<typeof aCentre>[]): readonly string[] =>
    blocksOf({ directory: { organisations: [], centres } }).filter((id) => id.startsWith('na-ecza'));

  it.each([
    ['F68 none is listed', [], 'na-ecza-onbekend'],
    ['a checked one elsewhere', [aCentre()], 'na-ecza'],
    ['this hospital', [aCentre(), aCentre({ here: true })], 'na-ecza-hier'],
    ['F60 the check is too old', [aCentre({ checkedOn: day('2025-11-24') })], 'na-ecza-verlopen'],
    ['F60 the recognition has ended', [aCentre({ recognisedUntil: day('2026-11-24') })], 'na-ecza-verlopen'],
    ['F60 this hospital, but lapsed', [aCentre({ here: true, checkedOn: day('2025-11-24') })], 'na-ecza-verlopen'],
    ['only for another disease', [aCentre({ entities: [] })], 'na-ecza-onbekend'],
  ])('%s', (_, centres, block) => {
    expect(eczaBlocks(centres)).toEqual([block, 'na-ecza-hulp']);
  });

  it('is named with its place and the oldest day on which its row was checked', () => {
    const centres = [
      aCentre(),
      aCentre({ name: 'Ziekenhuis De Es', city: 'Esdorp', checkedOn: day('2026-10-19') }),
      aCentre({ name: 'Ziekenhuis De Beuk', city: 'Beukveen', checkedOn: day('2026-11-20') }),
    ];
    const route = composeRoute(aRouteInput({ directory: { organisations: [], centres } }));
    expect(route.blocks.get('na-ecza')?.text).toEqual([
      'Expertisecentrum (ECZA) voor deze kanker: Voorbeeld UMC in Lindestad, Ziekenhuis De Es in Esdorp en Ziekenhuis De Beuk in Beukveen, nagekeken op 19\u00A0oktober\u00A02026.',
    ]);
  });

  it('F60 never names a lapsed one beside a valid one', () => {
    const centres = [aCentre(), aCentre({ name: 'Ziekenhuis De Es', checkedOn: day('2024-10-19') })];
    const route = composeRoute(aRouteInput({ directory: { organisations: [], centres } }));
    expect(route.blocks.get('na-ecza')?.text.join(' ')).not.toContain('De Es');
  });
});

describe('the contact', () => {
  it.each([
    [null],
    [{ name: 'Joke Brands', role: null, phone: null, hours: null }],
    [{ name: 'Joke Brands', role: null, phone: ' \u200B ', hours: null }],
    [{ name: ' ', role: null, phone: '088 000 12 34', hours: null }],
  ])('without name or number is asked for: %j', (contact) => {
    const route = composeRoute(aRouteInput({ choices: someChoices({ contact }) }));
    expect(route.contact).toBeNull();
    expect(route.blocks.has('voor-wie-bel-ik')).toBe(false);
    expect(route.blocks.has('voor-wie-bel-ik-leeg')).toBe(true);
    expect(route.blocks.has('na-aanspreekpunt')).toBe(true);
  });
});

describe('work', () => {
  const workRoute = (work: Partial<Choices['work']>, age = 52): ReturnType<typeof composeRoute> =>
    composeRoute(aRouteInput({ patient: { name: 'x', age }, choices: someChoices(someWork(work)) }));

  it.each(['student', 'none', 'retired', null] as const)('has no chapter for %s', (status) => {
    expect(workRoute({ status }).kort.chapters.at(-1)?.id).toBe('schrijven');
  });

  it.each(['employee', 'temporary', 'ziektewet', 'self_employed'] as const)('has a chapter for %s', (status) => {
    expect(workRoute({ status }).kort.chapters.at(-1)?.id).toBe('werk');
    expect(workRoute({ status, include: false }).kort.chapters.at(-1)?.id).toBe('schrijven');
  });

  it('says of a recovery of one day which day it was', () => {
    const recovered = [{ from: day('2026-10-05'), to: day('2026-10-05') }];
    const { slots } = composeRoute(
      aRouteInput({ choices: someChoices(someWork({ firstSickDay: day('2026-09-14'), recovered })) }),
    );
    expect(slots['work.recovered']?.replaceAll('\u00A0', ' ')).toBe('op 5 oktober 2026');
  });

  it('F39 does not reckon with a first sick day that is still to come', () => {
    const route = workRoute({ firstSickDay: day('2026-11-26') });
    expect(route.work.kind).toBe('weeks');
    expect(route.blocks.has('we-tijdlijn-leeg')).toBe(true);
    expect(route.slots).not.toHaveProperty('work.first_sick_day');
  });

  it('from week 60 says the last day for the WIA, the same as in the dates', () => {
    const route = workRoute({ firstSickDay: day('2025-08-04') });
    expect(route.blocks.get('we-wia-datum')?.actions[0]).toContain('16\u00A0mei\u00A02027');
    expect(route.work.kind === 'dates' && route.work.rows.find(({ id }) => id === 'wia-aanvraag')?.date).toBe(
      '2027-05-16',
    );
  });

  it.each([
    ['2025-02-03', ['we-tijdlijn', 'we-wia-laat']],
    ['2024-11-27', ['we-wia-laat']],
    ['1970-01-01', ['we-wia-laat']],
  ])('after week 93, first sick day %s, says that asking is still allowed', (firstSickDay, expected) => {
    const route = workRoute({ firstSickDay: day(firstSickDay) });
    const dates = ['we-tijdlijn', 'we-tijdlijn-leeg', 'we-wia-datum', 'we-wia-laat'];
    expect(dates.filter((id) => route.blocks.has(id))).toEqual(expected);
  });

  it('from 67 has no dates of sick leave, but the rules for AOW', () => {
    const { blocks } = workRoute({ firstSickDay: day('2026-09-14') }, 67);
    expect(blocks.has('we-tijdlijn')).toBe(false);
    expect(blocks.has('we-aow')).toBe(true);
  });
});

describe('the approval', () => {
  it('of other content is none', () => {
    const route = composeRoute(aRouteInput({ approval: anApproval({ knowledgeVersion: '2020.01.01' }) }));
    expect(route.approval).toBeNull();
    expect(route.blocks.get('ac-colofon')?.text.join(' ')).not.toContain('Nagekeken');
  });
});
