import { describe, expect, it } from 'vitest';
import { compileExplanations } from '../../knowledge/compile/compile-explanations.ts';
import { readKnowledgeFile } from '../../knowledge/compile/read-files.ts';
import { lookUp } from '../../src/domain/lookup/look-up.ts';
import { parseExplanations } from '../../src/knowledge/classification/parse-explanations.ts';
import { searchEntities } from '../../src/workflow/search-entities.ts';
import { CLASSIFICATION } from '../domain/lookup/lookup-cases.ts';

const { entities } = parseExplanations(compileExplanations(readKnowledgeFile));
const list = { entities, lookUp: (evidence: Parameters<typeof lookUp>[0]) => lookUp(evidence, CLASSIFICATION) };
const found = (query: string): readonly string[] => searchEntities(list, query).map(({ id }) => id);

describe('searching the list', () => {
  it.each([
    ['leiomyosarcoom', 'leiomyosarcoma', 'the Dutch name'],
    ['LEIOMYO', 'leiomyosarcoma', 'its beginning, in capitals'],
    ['leiomyosarcoma', 'leiomyosarcoma', 'the English name'],
    ['kahler', 'myeloma', 'a name inside the Dutch name'],
    ['galwegkanker lever', 'cholangiocarcinoma-intrahepatic', 'two words in any order'],
    ['lever galwegkanker', 'cholangiocarcinoma-intrahepatic', 'two words in any order'],
    ['acute myeloide leukemie', 'aml', 'without the trema'],
    ['waldenstrom', 'lymphoplasmacytic-waldenstrom', 'without the umlaut'],
    ['leiomiosarcoom', 'leiomyosarcoma', 'a letter wrong'],
    ['leimyosarcoom', 'leiomyosarcoma', 'a letter missing'],
    ['leiomyosaarcoom', 'leiomyosarcoma', 'a letter too many'],
    ['mesotheloim', 'mesothelioma', 'two letters turned round'],
    ['thymom', 'thymoma', 'not typed to the end'],
    ['gist', 'gist', 'an abbreviation'],
    ['C92.0', 'aml', 'an ICD-10 code'],
    ['c920', 'aml', 'the same without dot'],
    ['443719001', 'leiomyosarcoma', 'a SNOMED CT code'],
    ['8890/3', 'leiomyosarcoma', 'an ICD-O-3 morphology'],
    ['ORPHA:64720', 'leiomyosarcoma', 'an ORPHA code'],
  ])('%s finds %s: %s', (query, id) => {
    expect(found(query)).toContain(id);
  });

  it('has what begins with the word before what only holds it', () => {
    expect(found('thymoom')[0]).toBe('thymoma');
    expect(found('mesothelioom')[0]).toBe('mesothelioma');
    expect(found('hodgkin')[0]).toMatch(/^hodgkin/);
  });

  it('takes a slip only where nothing is spelled like it', () => {
    expect(found('melanoom').every((id) => id.startsWith('melanoma'))).toBe(true);
  });

  it('offers only what may be confirmed', () => {
    const common = [...entities.values()].filter(({ rare }) => rare === false).map(({ id }) => id);
    expect(common.length).toBeGreaterThan(20);
    for (const query of ['', 'kanker', 'carcinoom', 'C50.9']) {
      expect(found(query).filter((id) => common.some((one) => one === id))).toEqual([]);
    }
    expect(found('').length).toBe(entities.size - common.length);
  });

  it('finds every entity by its Dutch and by its English name', () => {
    for (const { id, nameNl, nameEn, rare } of entities.values()) {
      if (rare === false) continue;
      expect([id, found(nameNl).includes(id), found(nameEn).includes(id)]).toEqual([id, true, true]);
    }
  });

  it.each(['xyz', 'pols gebroken', '999999999', '!!!', '%', '   '])(
    '%j finds nothing, or all when it says nothing',
    (query) => {
      const all = found('').length;
      expect([0, all]).toContain(found(query).length);
    },
  );
});
