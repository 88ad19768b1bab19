import { describe, expect, it } from 'vitest';
import { printedDate, printedList, printedMonth, printedText } from '../../../src/domain/route/printed.ts';
import { day } from '../../support/a-route.ts';

describe('as printed', () => {
  it('a day is Dutch and never broken over two lines', () => {
    expect(printedDate(day('2027-09-12'))).toBe('12\u00A0september\u00A02027');
    expect(printedDate(day('2028-02-01'))).toBe('1\u00A0februari\u00A02028');
  });

  it('a month is without its day', () => {
    expect(printedMonth(day('2028-05-15'))).toBe('mei\u00A02028');
  });

  it.each([
    [[], ''],
    [['A'], 'A'],
    [['A', 'B'], 'A en B'],
    [['A', 'B', 'C'], 'A, B en C'],
  ])('a list %j', (items, text) => {
    expect(printedList(items)).toBe(text);
  });

  it.each([
    ['  Joke   Brands ', 'Joke Brands'],
    ['Joke\u0000\tBrands\n', 'Joke Brands'],
    ['\u202EJo\u200Eke\u202C Brands', 'Joke Brands'],
    ['\u200B \uFEFF', ''],
    [null, ''],
  ])('F41 text from outside is one line without controls: %j', (text, printed) => {
    expect(printedText(text)).toBe(printed);
  });

  it('F41 letters with marks, Arabic and joiners stay', () => {
    expect(printedText('Zoë Đặng علي می\u200Cخواهم')).toBe('Zoë Đặng علي می\u200Cخواهم');
  });
});
