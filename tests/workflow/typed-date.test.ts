import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTypedDate } from '../../src/workflow/typed-date.ts';
import { TODAY } from './a-workflow.ts';

describe('readTypedDate', () => {
  it.each([
    ['', { kind: 'empty' }],
    ['   ', { kind: 'empty' }],
    ['14-09-2026', { kind: 'day', date: '2026-09-14' }],
    ['1-9-2026', { kind: 'day', date: '2026-09-01' }],
    ['25-11-2026', { kind: 'day', date: '2026-11-25' }],
    ['26-11-2026', { kind: 'future', date: '2026-11-26' }],
    ['31-09-2026', { kind: 'no-such-day', day: 31, last: '2026-09-30' }],
    ['30-2-2026', { kind: 'no-such-day', day: 30, last: '2026-02-28' }],
    ['30-02-2028', { kind: 'no-such-day', day: 30, last: '2028-02-29' }],
    ['0-09-2026', { kind: 'not-a-date' }],
    ['14-13-2026', { kind: 'not-a-date' }],
    ['14/9/26', { kind: 'day', date: '2026-09-14' }],
    ['14.9.2026', { kind: 'day', date: '2026-09-14' }],
    ['140926', { kind: 'day', date: '2026-09-14' }],
    ['14092026', { kind: 'day', date: '2026-09-14' }],
    ['14 september 2026', { kind: 'day', date: '2026-09-14' }],
    ['14 Sept. 26', { kind: 'day', date: '2026-09-14' }],
    ['3 maart 2026', { kind: 'day', date: '2026-03-03' }],
    ['3mrt2026', { kind: 'day', date: '2026-03-03' }],
    ['31 mei 2026', { kind: 'day', date: '2026-05-31' }],
    ['1 oct 2026', { kind: 'day', date: '2026-10-01' }],
    ['31 september 2026', { kind: 'no-such-day', day: 31, last: '2026-09-30' }],
    ['310926', { kind: 'no-such-day', day: 31, last: '2026-09-30' }],
    ['14 brumaire 2026', { kind: 'not-a-date' }],
    ['2026-09-14', { kind: 'not-a-date' }],
    ['14-09', { kind: 'not-a-date' }],
    ['140', { kind: 'not-a-date' }],
    ['1-1-1899', { kind: 'not-a-date' }],
    ['gisteren', { kind: 'not-a-date' }],
  ])('F39 says of %j what it is, and never guesses a day', (text, expected) => {
    expect(readTypedDate(text, TODAY)).toEqual(expected);
  });

  it('F39 never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string(), (text) => readTypedDate(text, TODAY).kind.length > 0));
  });
});
