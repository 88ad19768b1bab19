import { describe, expect, it } from 'vitest';
import { goldenCases } from '../../commands/conformance/golden-cases.ts';
import { findingsOf } from '../../commands/conformance/section.ts';
import { controlsOf } from '../../commands/conformance/validator/controls.ts';
import { sentDocuments } from '../../commands/conformance/validator/sent-documents.ts';
import { readValidatorReport } from '../../commands/conformance/validator/validator-report.ts';
import { aDocumentReference } from '../support/builders.ts';

interface Issue {
  readonly severity: string;
  readonly diagnostics: string;
  readonly location?: readonly string[];
}

const NOTHING_WRONG: Issue = { severity: 'information', diagnostics: 'No issues detected during validation' };
const outcomeOf = (...issue: readonly Issue[]): string => JSON.stringify({ resourceType: 'OperationOutcome', issue });

describe('readValidatorReport', () => {
  it('gives the errors of each resource, in the order that was asked, and no warnings', () => {
    const wrong = outcomeOf(
      { severity: 'warning', diagnostics: 'no narrative' },
      { severity: 'error', diagnostics: 'unknown key', location: ['DocumentReference', 'Line[1]'] },
      { severity: 'fatal', diagnostics: 'no JSON' },
    );
    expect(readValidatorReport(`${outcomeOf(NOTHING_WRONG)}\n${wrong}\n`, ['a', 'b'])).toEqual([
      { name: 'a', errors: [] },
      { name: 'b', errors: ['DocumentReference: unknown key', ': no JSON'] },
    ]);
  });

  it.each([
    ['a resource that has no line', outcomeOf(NOTHING_WRONG), 'no verdict on b'],
    ['a verdict without any issue', `${outcomeOf(NOTHING_WRONG)}\n${outcomeOf()}`, 'issue'],
    ['an answer that is no outcome', `${outcomeOf(NOTHING_WRONG)}\n{"resourceType":"Bundle"}`, 'OperationOutcome'],
    ['a trace of a judge that broke down', `${outcomeOf(NOTHING_WRONG)}\nException in thread`, 'JSON'],
    ['more lines than resources', `${outcomeOf(NOTHING_WRONG)}\n`.repeat(3), '3 verdicts on 2'],
  ])('takes %s for no pass', (_, text, message) => {
    expect(() => readValidatorReport(text, ['a', 'b'])).toThrow(message);
  });
});

describe('what the validator is given', () => {
  it('is every draft and every setting of a case, for every kind of server, made by the app', async () => {
    const [first] = goldenCases();
    if (first === undefined) throw new Error('there are no golden cases');
    const sent = await sentDocuments(first, 0);
    const documents = sent.map(({ document }) => document);
    const codes = documents.map(({ securityLabel }) => securityLabel?.[0]?.coding?.[0]?.code);
    // A server that keeps no label of confidentiality is sent none.
    expect(new Set(codes)).toEqual(new Set(['N', 'R', 'V', undefined]));
    expect(new Set(documents.map(({ relatesTo = [] }) => relatesTo.length))).toEqual(new Set([0, 1, 2]));
    expect(new Set(documents.map(({ context }) => context?.encounter?.length ?? 0))).toEqual(new Set([0, 1]));
    const types = documents.map(({ content }) => content[0]?.attachment.contentType);
    expect(new Set(types)).toEqual(new Set(['application/pdf', 'text/plain', 'text/plain;charset=utf-8']));
    expect(new Set(documents.map(({ status }) => status))).toEqual(
      new Set(['current', 'superseded', 'entered-in-error']),
    );
    expect(new Set(sent.map(({ name }) => name)).size).toBe(sent.length);
  }, 30_000);

  it('is spoilt in one way each as well', () => {
    const right = aDocumentReference();
    const controls = controlsOf(right);
    expect(controls.length).toBeGreaterThan(4);
    for (const { content } of controls) expect(content).not.toEqual(right);
  });
});

describe('findingsOf', () => {
  it('counts, and says of each that is wrong what is', () => {
    const verdicts = [
      { what: 'a', faults: [] },
      { what: 'b', faults: ['too big', 'too red'] },
    ];
    const lines = ['b', '  too big', '  too red', 'two things, judged'];
    expect(findingsOf(verdicts, 'two things, judged')).toEqual({ passed: 1, failed: 1, lines });
  });
});
