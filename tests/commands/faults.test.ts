import { describe, expect, it } from 'vitest';
import { headingOf, gapLine } from '../../commands/faults/fault-case.ts';
import { lackOf, wrongWith, wrongWithWay, type Evidence, type Outcome } from '../../commands/faults/judge.ts';
import { LAUNCH_CASES } from '../../commands/faults/launch-cases.ts';
import { findNamedTests, numbersOf, readStages, titlesIn } from '../../commands/faults/named-tests.ts';
import { READING_CASES } from '../../commands/faults/reading-cases.ts';
import { linesOf, summaryOf, textOf } from '../../commands/faults/report.ts';
import { ROWS, type FaultRow } from '../../commands/faults/rows.ts';
import { WAYS_OF_ANSWERS } from '../../commands/faults/ways.ts';
import { WAYS_OF_WINDOWS } from '../../commands/faults/ways-of-windows.ts';
import { WRITING_CASES } from '../../commands/faults/writing-cases.ts';
import { FAULT_NAMES } from '../../sandbox/faults/faults.ts';
import { launchProblemText } from '../../src/locales/launch-messages.ts';

const CASES = [...LAUNCH_CASES, ...READING_CASES, ...WRITING_CASES];
const WAYS = [...WAYS_OF_ANSWERS, ...WAYS_OF_WINDOWS];

const GOOD: Outcome = {
  number: 'F57',
  variant: '413',
  hits: 1,
  expected: 'Het boekje is te groot voor het EPD',
  heading: 'Het boekje is te groot voor het EPD',
  unsaid: [],
  leaked: 0,
  error: null,
};

describe('a case is wrong', () => {
  it.each<readonly [string, Partial<Outcome>, readonly string[]]>([
    ['not at all when it was produced and said', {}, []],
    ['when the server never produced it', { hits: 0 }, ['the server never produced it']],
    ['when the screen has no heading', { heading: null }, ['no heading on the screen']],
    [
      'when the heading is that of another fault',
      { heading: 'Opgeslagen in het dossier' },
      ['another heading than “Het boekje is te groot voor het EPD”'],
    ],
    ['when its own words are missing', { unsaid: ['OPSLAAN-57'] }, ['not said: “OPSLAAN-57”']],
    ['when a foreign server heard of it', { leaked: 2 }, ['2 requests to a foreign server']],
    ['when the way there broke off', { error: 'Timeout' }, ['Timeout']],
  ])('%s', (_, change, wrong) => {
    expect(wrongWith({ ...GOOD, ...change })).toEqual(wrong);
  });

  it('when something was written to a wrong chart', () => {
    expect(wrongWithWay({ ...GOOD, writes: 0 })).toEqual([]);
    expect(wrongWithWay({ ...GOOD, writes: 1 })).toEqual(['1 written to a wrong chart']);
  });
});

describe('a row lacks', () => {
  const tests = new Map([['F01', { file: 'tests/a.test.ts', title: 'F01 an issuer' }]]);
  const evidence: Evidence = { outcomes: [GOOD], tests, stages: ['sizes'] };
  const row = (number: string, proof: FaultRow['proof']): FaultRow => ({ number, name: 'a name', proof });

  it.each<readonly [string, FaultRow, string | null]>([
    ['nothing that is driven', row('F57', 'server'), null],
    ['a case', row('F58', 'server'), 'no case drives it'],
    ['nothing that a test names', row('F01', 'test'), null],
    ['a test', row('F02', 'test'), 'no test has a title that starts with it'],
    ['nothing that is a stage', row('C6', { stage: 'sizes' }), null],
    ['a stage', row('C6', { stage: 'weights' }), 'no stage “weights”'],
    ['a proof, and says so', row('C2', { open: 'no check' }), null],
  ])('%s', (_, one, lack) => {
    expect(lackOf(one, evidence)).toBe(lack);
  });

  it('is told on its line, and counted at the end', () => {
    const lines = linesOf([row('F57', 'server'), row('F02', 'test')], evidence, [{ ...GOOD, hits: 3, writes: 1 }]);
    expect(lines.map(textOf)).toEqual([
      expect.stringMatching(/^F57 {2}413 +1 hits {2}Het boekje is te groot voor het EPD$/),
      expect.stringMatching(/^F02 {2}a name +test {2}-\n +WRONG {2}no test has a title that starts with it$/),
      expect.stringMatching(/^F57 {2}413 +3 hits {2}1 writes {2}Het boekje .*\n +WRONG {2}1 written to a wrong chart$/),
    ]);
    expect(summaryOf(lines)).toContain('wrong patient: 1 writes over 1 ways');
    expect(summaryOf(lines)).toContain('\n2 wrong');
  });
});

describe('the titles of tests', () => {
  it.each([
    ['F50 F55 two tabs', ['F50', 'F55']],
    ['F57, F58 refused', ['F57', 'F58']],
    ['H1', ['H1']],
    ['D39 F67 what the browser asks', ['D39', 'F67']],
    ['a booklet of F55', []],
    ['F5 5', ['F5']],
  ])('“%s” start with %j', (title, numbers) => {
    expect(numbersOf(title)).toEqual(numbers);
  });

  it('are read from each, for and template, and not from what is skipped or only mentions a number', () => {
    // Put together here, so that nothing in this file looks like a test that does not run.
    const [notRun, notWritten] = ['skip', 'todo'];
    const source = `
      test('F01 plain', () => { arm('F02 no title'); });
      it.each([['F03 a value']])('F04 each', () => undefined);
      test.for([1])(\`F05 \${'x'}\`, () => undefined);
      describe('F06 group', () => undefined);
      test.${notRun}('F07 skipped', () => undefined);
      it.${notWritten}('F08 later');
      const test2 = 'F09 text';`;
    expect(titlesIn(source)).toEqual(['F01 plain', 'F04 each', 'F05 ', 'F06 group']);
  });
});

describe('the table', () => {
  it('has every number once, and its known gaps', () => {
    const numbers = ROWS.map(({ number }) => number);
    const all = Array.from({ length: 68 }, (_, index) => `F${String(index + 1).padStart(2, '0')}`);
    expect(numbers.slice(0, -7)).toEqual(all.filter((number) => !['F17', 'F18', 'F19'].includes(number)));
    expect(numbers.slice(-7)).toEqual(['H1', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6']);
    expect(
      ROWS.filter(({ proof }) => typeof proof !== 'string' && 'open' in proof).map(({ number }) => number),
    ).toEqual(['C4']);
  });

  it('has a case for each row that a server produces, a test or a stage for the rest', async () => {
    const outcomes = CASES.map(({ number, variant }) => ({ ...GOOD, number, variant }));
    const evidence = { outcomes, tests: await findNamedTests(), stages: await readStages() };
    expect(ROWS.flatMap((one) => lackOf(one, evidence) ?? [])).toEqual([]);
  });

  it('drives every fault of the sandbox, each variant once, and only rows of a server', () => {
    const driven = new Set(CASES.map(({ number }) => number));
    expect(FAULT_NAMES.filter((name) => !driven.has(name))).toEqual([]);
    const names = [...CASES, ...WAYS].map(({ number, variant }) => `${number} ${variant}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    const served = new Set(ROWS.filter(({ proof }) => proof === 'server').map(({ number }) => number));
    expect([...driven].filter((number) => !served.has(number))).toEqual([]);
  });

  it('takes its words from the locales', () => {
    for (const { shows } of [...CASES, ...WAYS]) expect(headingOf(shows).trim()).not.toBe('');
    expect(headingOf({ launch: 'no-patient' })).toBe(launchProblemText('no-patient', 'nl').heading);
    expect(gapLine('Condition', 'not-allowed')).toBe('Diagnoses (Condition): geen leesrecht');
    expect(() => gapLine('Basic', 'not-allowed')).toThrow('Basic');
  });
});
