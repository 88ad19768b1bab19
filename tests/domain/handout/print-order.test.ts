import { expect, it } from 'vitest';
import { sheetsOf } from '../../../src/domain/handout/print-order.ts';

it.each([
  [8, 2],
  [9, 3],
  [40, 10],
])('%i pages take %i sheets to fold', (pages, sheets) => {
  expect(sheetsOf(pages)).toBe(sheets);
});
