import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeHandout } from '../../../../src/domain/handout/compose-handout.ts';
import type { Handout, HandoutNode, HandoutSection } from '../../../../src/domain/handout/handout.ts';
import { plainSentences } from '../../../../src/domain/handout/plain-text/to-plain-text.ts';
import { composeRoute, type RouteInput } from '../../../../src/domain/route/compose-route.ts';
import { aCentre, aRouteInput, anApproval, day, someChoices, someWork } from '../../../support/a-route.ts';
import { anyRouteInput } from '../../../support/any-booklet.ts';
import { BOOKLET_KNOWLEDGE } from '../../../support/booklet-knowledge.ts';
import { printedTexts } from '../../../support/handout-text.ts';

const compose = (input: Partial<RouteInput> = {}): Handout =>
  composeHandout(composeRoute(aRouteInput(input)), { length: 'volledig' });
const sectionsOf = (handout: Handout): readonly HandoutSection[] =>
  handout.chapters.flatMap(({ sections }) => sections);
const nodesOf = (handout: Handout): readonly HandoutNode[] => sectionsOf(handout).flatMap(({ nodes }) => nodes);
const nodesIn = (handout: Handout, id: string): readonly HandoutNode[] =>
  sectionsOf(handout).find((section) => section.id === id)?.nodes ?? expect.unreachable(`no section ${id}`);
const work = (changes: Parameters<typeof someWork>[0] = {}) =>
  someChoices(someWork({ firstSickDay: day('2026-09-14'), ...changes }));

describe('Volledig', () => {
  it('has its chapters in order, numbered as they are printed', () => {
    const heads = (input: Partial<RouteInput>) =>
      compose(input).chapters.map(({ number, title }) => (number === null ? title : `${number}. ${title}`));
    const [front, before] = [
      ['Wie bel ik?', 'Voor jou'],
      ['1. Na de diagnose', '2. Behandeling', '3. Steun en contact'],
    ];
    expect(heads({ choices: work() })).toEqual([
      ...front,
      ...before,
      '4. Werk',
      '5. Om in te vullen',
      '6. Woorden',
      'Over dit boekje',
    ]);
    expect(heads({})).toEqual([...front, ...before, '4. Om in te vullen', '5. Woorden', 'Over dit boekje']);
  });

  it('opens with the page to call by, as Kort does, with room for the huisarts', () => {
    const kort = composeHandout(composeRoute(aRouteInput()), { length: 'kort' });
    const [opening] = compose().chapters;
    expect(opening?.sections.slice(0, -1)).toEqual(kort.chapters[0]?.sections);
    expect(opening?.sections.at(-1)?.nodes).toEqual([{ kind: 'fill-in', label: 'Mijn huisarts:' }]);
  });

  it('does not open when its content has no such page', () => {
    const { content } = BOOKLET_KNOWLEDGE;
    const without = { ...content, volledig: { ...content.volledig, opening: 'nergens' } };
    expect(compose({ content: without }).chapters[0]?.title).toBe('Voor jou');
  });

  it('shows on the outside what Kort shows there', () => {
    const kort = composeHandout(composeRoute(aRouteInput()), { length: 'kort' });
    const { cover, back, trial } = compose();
    expect({ cover, back, trial }).toEqual({ cover: kort.cover, back: kort.back, trial: null });
    expect(compose({ approval: null }).trial).toBe('PROEFVERSIE – niet voor patiënten');
  });

  it('says a title once when a block is called like its chapter', () => {
    const titles = sectionsOf(compose()).filter(({ id }) => ['voor-welkom', 'ac-colofon'].includes(id));
    expect(titles.map(({ title }) => title)).toEqual([null, null]);
  });

  it('keeps the paper for the bedrijfsarts out: that is a sheet of its own', () => {
    expect(sectionsOf(compose({ choices: work({ shareSheet: true }) })).map(({ id }) => id)).not.toContain(
      'blad-bedrijfsarts',
    );
  });

  it('tells which booklet it is, and who checked it only when somebody did', () => {
    const facts = (input: Partial<RouteInput>) =>
      nodesIn(compose(input), 'gegevens').flatMap((node) => (node.kind === 'facts' ? node.rows : []));
    expect(facts({ approval: anApproval() }).map(({ label }) => label)).toEqual([
      'Versie',
      'Gemaakt op',
      'Versie van de tekst',
      'Nagekeken door',
      'Nagekeken op',
    ]);
    expect(facts({ approval: null }).map(({ label }) => label)).toEqual([
      'Versie',
      'Gemaakt op',
      'Versie van de tekst',
    ]);
  });

  it('never breaks what must be seen at once', () => {
    const whole = sectionsOf(compose({ choices: work({ shareSheet: true }) })).filter((section) => section.whole);
    expect(whole.map(({ id }) => id)).toEqual(['huisarts', 'st-angst', 'in-delen', 'gegevens']);
  });

  it('never has a crisis number in a box to tick', () => {
    fc.assert(
      fc.property(anyRouteInput, (input) => {
        const ticked = nodesOf(composeHandout(composeRoute(input), { length: 'volledig' })).flatMap((node) =>
          node.kind === 'actions' ? node.items.map(({ sentence }) => JSON.stringify(sentence)) : [],
        );
        expect(ticked.filter((text) => /\b11[23]\b/.test(text))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('neither opens nor closes a chapter with palliative care', () => {
    const handout = compose({ choices: { ...work(), palliative: true } });
    expect(sectionsOf(handout).map(({ id }) => id)).toContain('be-palliatief');
    for (const { sections } of handout.chapters) {
      expect(sections[0]?.id).not.toMatch(/palliatief/);
      expect(sections.at(-1)?.id).not.toMatch(/palliatief/);
    }
  });

  it('has no word that is not a word, whatever is chosen', () => {
    fc.assert(
      fc.property(anyRouteInput, (input) => {
        const texts = printedTexts(composeHandout(composeRoute(input), { length: 'volledig' }));
        expect(texts.filter((text) => /\{\{|\}\}|undefined|null|NaN|\[object/.test(text))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a block of Volledig', () => {
  it('of questions has a line for each answer, and says with which to begin', () => {
    const [first, questions] = nodesIn(compose(), 'be-vragen-behandeling');
    expect(first).toMatchObject({ kind: 'paragraph' });
    if (questions?.kind !== 'actions') return expect.unreachable();
    expect(questions.items.map(({ lines, strong }) => [lines, strong])).toEqual([
      [1, true],
      [1, true],
      [1, false],
      [1, true],
      ...Array<[number, boolean]>(4).fill([1, false]),
    ]);
    expect(nodesIn(compose(), 'in-vragen-geld')[0]).toMatchObject({ kind: 'actions' });
  });

  it('that asks to write something down has the lines there', () => {
    const actions = nodesIn(compose(), 'be-spoed').find(({ kind }) => kind === 'actions');
    expect(actions).toMatchObject({ items: [{ lines: 2 }] });
    expect(nodesIn(compose(), 'be-spoed')[0]).toMatchObject({
      kind: 'paragraph',
      sentences: [{ runs: [{ text: 'Is je leven in gevaar? Bel 112.' }] }],
    });
  });

  it.each([
    ['in-afspraken', 'cards'],
    ['in-uitslagen', 'cards'],
    ['in-energie', 'table'],
    ['in-delen', 'yes-no'],
    ['in-notities', 'note-pages'],
    ['voor-zo-werkt-het', 'legend'],
    ['wo-lijst', 'glossary'],
    ['we-stappen', 'actions'],
    ['we-tijdlijn', 'milestones'],
  ])('%s is a form or list of its own kind: %s', (id, kind) => {
    expect(nodesIn(compose({ choices: work({ shareSheet: true }) }), id).map((node) => node.kind)).toContain(kind);
  });

  it('says that an empty answer means no', () => {
    expect(JSON.stringify(nodesIn(compose({ choices: work({ shareSheet: true }) }), 'in-delen').at(-1))).toContain(
      'Dan is het antwoord nee.',
    );
  });

  it('shows a mark only where there is a text for it', () => {
    const { content } = BOOKLET_KNOWLEDGE;
    const blocks = content.blocks.map((block) =>
      block.id === 'voor-zo-werkt-het' ? { ...block, full: { ...block.full, text: ['Zet een kruisje.'] } } : block,
    );
    expect(nodesIn(compose({ content: { ...content, blocks } }), 'voor-zo-werkt-het')).toMatchObject([
      { kind: 'legend', items: [{ mark: 'tick' }] },
    ]);
  });

  it('without anything left to say is left out', () => {
    const { content } = BOOKLET_KNOWLEDGE;
    const empty = { text: [], actions: [], items: [], strong: [], whole: false, form: null };
    const blocks = content.blocks.map((block) => (block.id === 'na-second' ? { ...block, full: empty } : block));
    const ids = sectionsOf(compose({ content: { ...content, blocks } })).map(({ id }) => id);
    expect(ids).not.toContain('na-second');
    expect(ids).toContain('na-planning');
  });

  it('with a named centre names it, with the day it was checked', () => {
    const directory = { organisations: BOOKLET_KNOWLEDGE.organisations, centres: [aCentre()] };
    const text = JSON.stringify(nodesIn(compose({ directory }), 'na-ecza'));
    expect(text).toContain('Voorbeeld UMC in Lindestad, nagekeken op');
  });
});

describe('words', () => {
  const explained = (input: Partial<RouteInput>): readonly string[] =>
    nodesOf(compose(input)).flatMap((node) => (node.kind === 'glossary' ? node.items.map(({ term }) => term) : []));

  it('are explained when they are printed, as many as the list may hold, the hardest first', () => {
    const { content } = BOOKLET_KNOWLEDGE;
    const tenAtMost = content.blocks.map(({ full, ...block }) => ({
      ...block,
      full: full.form?.kind === 'glossary' ? { ...full, form: { ...full.form, atMost: 10 } } : full,
    }));
    const ten = explained({ choices: work(), content: { ...content, blocks: tenAtMost } });
    expect(ten).toHaveLength(10);
    expect(ten).toEqual(expect.arrayContaining(['UWV', 'WIA', 'BACO']));
    expect(explained({ choices: work() }).length).toBeGreaterThan(10);
    expect(explained({ choices: work() })).toEqual(expect.arrayContaining(['UWV', 'WIA', 'BACO']));
    expect(explained({})).not.toContain('UWV');
    expect(explained({})).toEqual(expect.arrayContaining(['Lotgenoot', 'IPSO-centrum']));
  });

  it('that are not printed are not explained', () => {
    fc.assert(
      fc.property(anyRouteInput, (input) => {
        const handout = composeHandout(composeRoute(input), { length: 'volledig' });
        const chapters = handout.chapters.filter(({ theme }) => theme !== 'woorden');
        const text = plainSentences({ ...handout, chapters })
          .join(' ')
          .toLowerCase();
        for (const node of nodesOf(handout)) {
          if (node.kind !== 'glossary') continue;
          for (const { term } of node.items) {
            const [first = ''] = term.toLowerCase().split(/ of | /);
            expect(text).toContain(first.slice(0, 5));
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('are no list when none is used', () => {
    const { content } = BOOKLET_KNOWLEDGE;
    const blocks = content.blocks.map((block) =>
      block.full.form?.kind === 'glossary'
        ? { ...block, full: { ...block.full, form: { ...block.full.form, words: [] } } }
        : block,
    );
    const handout = compose({ content: { ...content, blocks } });
    expect(sectionsOf(handout).map(({ id }) => id)).not.toContain('wo-lijst');
    expect(handout.chapters.at(-2)?.title).toBe('Woorden');
  });

  it('of palliative care are explained only to whom it was chosen for', () => {
    expect(explained({ choices: someChoices({ palliative: true }) })).toContain('Palliatieve zorg');
    expect(explained({})).not.toContain('Palliatieve zorg');
  });
});
