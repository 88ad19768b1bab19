import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../knowledge/compile/canonical-json.ts';
import { compileBooklet } from '../../knowledge/compile/compile-booklet.ts';
import { readKnowledgeFile, type ReadKnowledgeFile } from '../../knowledge/compile/read-files.ts';
import { WORK_STATUSES } from '../../src/domain/choices.ts';
import type { Condition } from '../../src/domain/condition.ts';
import { loadBookletKnowledge } from '../../src/knowledge/booklet/load-booklet-knowledge.ts';
import { BookletKnowledgeError, parseBookletKnowledge } from '../../src/knowledge/booklet/parse-booklet-knowledge.ts';
import { BOOKLET_KNOWLEDGE, LISTED_ENTITIES } from '../support/booklet-knowledge.ts';

const { content, timeline, organisations, version } = BOOKLET_KNOWLEDGE;
const blockIds = content.blocks.map(({ id }) => id);

/** Compiles with one file changed. */
function compiledWith(path: string, change: (file: unknown) => unknown): ReturnType<typeof parseBookletKnowledge> {
  const read: ReadKnowledgeFile = (asked) => {
    const file = readKnowledgeFile(asked);
    return asked === path ? change(structuredClone(file)) : file;
  };
  return parseBookletKnowledge(compileBooklet(read));
}

const edited = (path: string, from: string, to: string): ReturnType<typeof parseBookletKnowledge> =>
  compiledWith(path, (file) => JSON.parse(JSON.stringify(file).replaceAll(from, to)) as unknown);

describe('the compiled booklet knowledge', () => {
  it('is what the app loads', async () => {
    expect(await loadBookletKnowledge()).toEqual(BOOKLET_KNOWLEDGE);
  });

  it('holds the 105 blocks, 78 of them with a text for Kort, and nothing of what is not printed', () => {
    expect(content.blocks).toHaveLength(105);
    expect(content.blocks.filter(({ short }) => short !== null)).toHaveLength(78);
    expect(JSON.stringify(content)).not.toMatch(/parked|seed|tone|basis/);
  });

  it('refuses what does not fit, with every path', () => {
    const broken = { ...(compileBooklet(readKnowledgeFile) as object), organisations: [{ id: 'x' }], extra: 1 };
    const parse = (): unknown => parseBookletKnowledge(broken);
    expect(parse).toThrow(BookletKnowledgeError);
    expect(parse).toThrow(/organisations\.0\.name/);
  });

  it('refuses a sentence with a slot that nobody fills', () => {
    expect(() => edited('content/content-map.json', '{{diagnosis.name}}', '{{diagnosis.nmae}}')).toThrow(
      BookletKnowledgeError,
    );
  });
});

describe('the content hash', () => {
  it('is a SHA-256 and stands beside the version of knowledge/version.json', () => {
    expect(version.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(version.knowledgeVersion).toMatch(/^\d{4}\.\d{2}\.\d{2}$/);
  });

  it.each([
    ['content/content-map.json', 'Bel dag en nacht gratis 113', 'Bel gratis 113'],
    ['content/content-map.json', '"op":"gte","value":67', '"op":"gte","value":68'],
    ['work/work-timeline.json', '"weeks":93', '"weeks":92'],
    ['organisations.json', '"address":"sarcomen.nl"', '"address":"sarcoom.nl"'],
    [
      'classification/rare-cancers.json',
      '"name_in_sentence_nl":"een leiomyosarcoom"',
      '"name_in_sentence_nl":"sarcoom"',
    ],
    ['classification/rare-cancers.json', '"explained_nl":"De kanker begint in glad', '"explained_nl":"Begint in glad'],
    ['classification/rare-cancers.json', '"family":"sarcoma"', '"family":"sarcomas"'],
  ])('changes when a printed thing changes in %s: %s', (path, from, to) => {
    expect(edited(path, from, to).version.contentHash).not.toBe(version.contentHash);
  });

  it('stays when only a note for editors changes, or the order of keys', () => {
    expect(edited('content/content-map.json', '"tone":"', '"tone":"Rustig. ').version).toEqual(version);
    const reversed = (file: unknown): unknown => Object.fromEntries(Object.entries(file as object).reverse());
    expect(compiledWith('content/content-map.json', reversed).version).toEqual(version);
  });

  it('rests on one form of JSON only', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é' }], a: true })).toBe('{"a":true,"b":[1,{"c":"é","d":null}]}');
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
        const reversed = Object.fromEntries(Object.entries(record).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(record));
        expect(JSON.parse(canonicalJson(record))).toEqual(JSON.parse(JSON.stringify(record)));
      }),
    );
  });
});

describe('the content map', () => {
  it('names only blocks that exist', () => {
    const { kort } = content;
    const named = [
      ...kort.chapters.flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks)),
      ...kort.oneOf.flat(),
      ...kort.givesWay,
      kort.back.block,
    ];
    expect(named.filter((id) => !blockIds.includes(id))).toEqual([]);
  });

  it('prints every short text in one chapter or on the outside, once for each patient', () => {
    const placed = content.kort.chapters
      .filter(({ id }) => id !== 'schrijven')
      .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks));
    const outside = ['voor-omslag', content.kort.back.block, 'in-afspraken'];
    const withShort = content.blocks.filter(({ short }) => short !== null).map(({ id }) => id);
    expect([...placed, ...outside].sort()).toEqual(withShort.sort());
  });

  it('says all of the blocks on the outside: two sentences on the cover, one block on the back', () => {
    const { cover, back } = content.kort;
    const shortOf = (id: string): unknown => content.blocks.find((block) => block.id === id)?.short;
    expect(shortOf('voor-omslag')).toEqual({ text: [cover.forWhom, cover.given], actions: [] });
    expect(shortOf(back.block)).toMatchObject({ actions: [] });
  });

  it('names only leads and link keys that exist', () => {
    const keys = new Set(['org', ...content.blocks.flatMap(({ links }) => links.map(({ key }) => key))]);
    const texts = content.kort.chapters.flatMap(({ sections }) =>
      sections.filter((section) => section.kind === 'text'),
    );
    expect(texts.flatMap(({ codes }) => codes).filter((key) => !keys.has(key))).toEqual([]);
    expect(texts.flatMap(({ lead }) => lead ?? []).filter((lead) => !(lead in content.kort.leads))).toEqual([]);
  });

  it('gives one key one address everywhere, and the typed one lies on the host of the whole', () => {
    const links = content.blocks.flatMap((block) => block.links);
    for (const { key, url, short } of links) {
      expect(links.filter((other) => other.key === key).every((other) => other.url === url)).toBe(true);
      const [typed = ''] = short.split(/[/,]/);
      expect([key, url.includes(typed)]).toEqual([key, true]);
    }
  });

  it('hangs nothing sensitive on a bare "not"', () => {
    const restsOnNot = (condition: Condition): boolean => {
      if ('not' in condition) return true;
      if ('all' in condition) return condition.all.every(restsOnNot);
      return 'any' in condition && condition.any.some(restsOnNot);
    };
    const sensitive = content.blocks.filter(({ chosenByClinician }) => chosenByClinician);
    expect(sensitive.length).toBeGreaterThan(0);
    expect(sensitive.filter(({ include }) => restsOnNot(include))).toEqual([]);
  });
});

describe('the work timeline', () => {
  it('has rows for every work status that has any', () => {
    expect(WORK_STATUSES.map((status) => [status, timeline.milestones[status].length])).toEqual([
      ['employee', 16],
      ['temporary', 16],
      ['ziektewet', 12],
      ['self_employed', 2],
      ['student', 0],
      ['none', 0],
      ['retired', 0],
    ]);
  });

  it('has every milestone that Kort gives a label', () => {
    const ids = [...timeline.milestones.employee, ...timeline.milestones.ziektewet, timeline.contractEnd.step].map(
      ({ id }) => id,
    );
    expect(Object.keys(content.kort.timeline.labels).filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('the organisations', () => {
  it('are for entities that exist, each once', () => {
    for (const { id, entities } of organisations) {
      expect([id, entities.filter((entity) => !LISTED_ENTITIES.has(entity))]).toEqual([id, []]);
      expect(new Set(entities).size).toBe(entities.length);
    }
  });

  it('of sarcomas is for every sarcoma but Kaposi, which it does not name', () => {
    const family = [...LISTED_ENTITIES.values()].filter((entity) => entity.family === 'sarcoma').map(({ id }) => id);
    const entities = organisations.find(({ id }) => id === 'sarcomen')?.entities;
    expect(family.filter((id) => !entities?.includes(id))).toEqual(['kaposi-sarcoma']);
    expect(entities?.filter((id) => !family.includes(id))).toEqual([]);
  });

  it('of blood and lymph node cancer leaves out what others speak for', () => {
    const family = [...LISTED_ENTITIES.values()]
      .filter((entity) => entity.family === 'haematological')
      .map(({ id }) => id);
    const entities = organisations.find(({ id }) => id === 'hematon')?.entities;
    expect(family.filter((id) => !entities?.includes(id)).sort()).toEqual([
      'ctcl',
      'histiocytic-dendritic',
      'histiocytic-malignancies',
      'lymph-node-accessory',
      'mast-cell',
    ]);
  });

  it('are typed as a part of their own address', () => {
    for (const { url, address } of organisations) expect(url).toContain(address);
  });
});

describe('the schemas of the knowledge files', () => {
  it.each([
    ['content', 'content/content-map.json'],
    ['work', 'work/work-timeline.json'],
    ['organisations', 'organisations.json'],
  ])('%s fits %s', (name, path) => {
    const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
    const fits = ajv.compile(readKnowledgeFile(`schema/${name}.schema.json`) as object);
    expect([fits(readKnowledgeFile(path)), fits.errors]).toEqual([true, null]);
  });
});
