import { describe, expect, it } from 'vitest';
import { validApproval, type Approval } from '../../src/domain/approval.ts';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';

const TODAY = '2026-11-25' as CalendarDate;
const CONTENT = { knowledgeVersion: '2026.11.25', contentHash: 'a'.repeat(64) };
const APPROVAL: Approval = { ...CONTENT, name: 'dr. E. Voorbeeld', role: 'internist-oncoloog', date: TODAY };

describe('validApproval (D20)', () => {
  it('holds for exactly the content that was read', () => {
    expect(validApproval(APPROVAL, CONTENT, TODAY)).toEqual(APPROVAL);
  });

  it.each([
    ['none', null],
    ['one of another version', { ...APPROVAL, knowledgeVersion: '2026.11.26' }],
    ['one of another text', { ...APPROVAL, contentHash: 'b'.repeat(64) }],
    ['one dated tomorrow', { ...APPROVAL, date: '2026-11-26' as CalendarDate }],
  ])('does not hold for %s', (_what, approval) => {
    expect(validApproval(approval, CONTENT, TODAY)).toBeNull();
  });
});
