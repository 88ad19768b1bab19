import { describe, expect, it } from 'vitest';
import { whatIsMissing } from '../../commands/conformance/judges.ts';
import { readVeraPdfReport } from '../../commands/conformance/verapdf-report.ts';

const RULE = { clause: '7.4.2', testNumber: 1, failedChecks: 3, description: 'A heading level is skipped' };

function job(name: string, failed: readonly (typeof RULE)[], passedRules = 106) {
  const details = { passedRules, ruleSummaries: failed };
  return { itemDetails: { name }, validationResult: [{ compliant: failed.length === 0, details }] };
}

function reportOf(...jobs: readonly unknown[]): string {
  return JSON.stringify({ report: { jobs } });
}

describe('readVeraPdfReport', () => {
  it('gives a verdict for every file, in the order that was asked, with the rules that failed', () => {
    expect(readVeraPdfReport(reportOf(job('b.pdf', [RULE]), job('a.pdf', [])), ['a.pdf', 'b.pdf'])).toEqual([
      { file: 'a.pdf', complies: true, failedRules: [] },
      {
        file: 'b.pdf',
        complies: false,
        failedRules: [{ rule: '7.4.2-1', times: 3, description: 'A heading level is skipped' }],
      },
    ]);
  });

  it.each([
    ['a file that is not in the report', reportOf(job('a.pdf', []))],
    ['a file that could not be parsed', reportOf(job('a.pdf', []), { itemDetails: { name: 'b.pdf' } })],
    ['a file of which no rule was tried', reportOf(job('a.pdf', []), job('b.pdf', [], 0))],
  ])('takes %s for no pass', (_, text) => {
    expect(() => readVeraPdfReport(text, ['a.pdf', 'b.pdf'])).toThrow('no verdict on b.pdf');
  });

  it('takes what is no report for no pass', () => {
    expect(() => readVeraPdfReport('{"report":{}}', ['a.pdf'])).toThrow();
    expect(() => readVeraPdfReport('Exception in thread', ['a.pdf'])).toThrow();
  });
});

describe('whatIsMissing', () => {
  it('names what is not there, and how to get it', () => {
    expect(whatIsMissing(() => true)).toBeNull();
    expect(whatIsMissing((program) => program !== 'mvn')).toMatch(/need mvn\..*apt-get install/);
    expect(whatIsMissing((program) => program === 'java')).toMatch(/need javac and mvn\./);
    expect(whatIsMissing(() => false)).toMatch(/need java, javac and mvn\./);
  });
});
