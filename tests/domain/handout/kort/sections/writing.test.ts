import { expect, it } from 'vitest';
import { appointmentNodes } from '../../../../../src/domain/handout/kort/sections/writing.ts';
import { composeRoute } from '../../../../../src/domain/route/compose-route.ts';
import { aRouteInput } from '../../../../support/a-route.ts';

it.each([
  [
    ['Dag', 'Waar', 'Bij wie', 'Uitslag op'],
    [
      ['Dag', 'Waar'],
      ['Bij wie', 'Uitslag op'],
    ],
  ],
  [
    ['Dag', 'Waar', 'Bij wie'],
    [['Dag', 'Waar'], ['Bij wie']],
  ],
])('puts the cells of an appointment two in a row, and a last one alone: %j', (labels, rows) => {
  const section = { id: 'afspraken', title: null, kind: 'appointments' as const, blocks: [], copies: 2, labels };
  expect(appointmentNodes(section, [], composeRoute(aRouteInput()))).toEqual([
    { kind: 'cards', copies: 2, rows: rows.map((row) => ({ labels: row, lines: 1 })) },
  ]);
});
