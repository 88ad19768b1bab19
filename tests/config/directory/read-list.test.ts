import { describe, expect, it } from 'vitest';
import { centreList, CENTRE_COLUMNS } from '../../../src/config/directory/centres.ts';
import { ORGANISATION_LIST } from '../../../src/config/directory/organisations.ts';
import { readList, type ListReading } from '../../../src/config/directory/read-list.ts';
import type { CalendarDate } from '../../../src/domain/calendar-date.ts';
import type { Centre } from '../../../src/domain/directory.ts';

const RELEASE = { entities: new Set(['gist', 'leiomyosarcoma']), today: '2026-11-25' as CalendarDate };
const ROW = {
  row_id: 'a',
  hospital_name: 'Ziekenhuis De Es',
  city: 'Zandstad',
  centre_name: 'Centrum voor sarcomen (verzonnen)',
  disorder_name_official: 'Soft tissue sarcoma',
  match_entity_ids: 'leiomyosarcoma, gist',
  population: 'adult',
  recognition_date: '2024-01-01',
  recognition_end: '2029-01-01',
  status: 'recognised',
  source_url: 'https://www.example.nl/lijst',
  source_date: '2024-08-15',
  checked_on: '2026-10-01',
  checked_by_role: 'internist-oncoloog',
};
type Row = Partial<Record<(typeof CENTRE_COLUMNS)[number], string>>;

const csv = (...rows: readonly Row[]): string =>
  [CENTRE_COLUMNS.join(';'), ...rows.map((row) => CENTRE_COLUMNS.map((name) => row[name] ?? '').join(';'))].join(
    '\r\n',
  );
const read = (text: string): ListReading<Centre> =>
  readList('centres.csv', text, centreList('Ziekenhuis De Linde'), RELEASE);
const reportOf = (...rows: readonly Row[]) => {
  const reading = read(csv(...rows));
  if (reading.kind === 'faults') throw new Error(reading.faults.join(' '));
  return { ...reading.report, items: reading.items };
};

describe('D7 centres.csv', () => {
  it('a checked row of a recognised centre for adults is used', () => {
    expect(reportOf(ROW)).toEqual({
      file: 'centres.csv',
      used: 1,
      unchecked: 0,
      faults: [],
      lapsed: [],
      warnings: [],
      items: [
        {
          name: 'Ziekenhuis De Es',
          city: 'Zandstad',
          entities: ['leiomyosarcoma', 'gist'],
          checkedOn: '2026-10-01',
          recognisedUntil: '2029-01-01',
          here: false,
        },
      ],
    });
  });

  it.each([
    ['the hospital itself', { hospital_name: 'ziekenhuis de linde ' }],
    ['its partner', { partner_hospital_name: 'Ziekenhuis De Linde' }],
  ])('knows %s as here', (_what, change) => {
    expect(reportOf({ ...ROW, ...change }).items[0]?.here).toBe(true);
  });

  it.each([
    ['nobody checked', { checked_on: '', checked_by_role: '' }, { unchecked: 1, faults: [] }],
    ['under objection', { status: 'under-objection' }, { unchecked: 0, faults: [] }],
    ['for children', { population: 'child' }, { unchecked: 0, faults: [] }],
  ])('a row that is %s is not used, and is no fault', (_what, change, expected) => {
    expect(reportOf({ ...ROW, ...change })).toMatchObject({ used: 0, ...expected });
  });

  it.each<[string, Row, string]>([
    ['no city', { city: '' }, 'kolom city: ontbreekt.'],
    ['no one who checked', { checked_by_role: '' }, 'kolom checked_by_role: ontbreekt.'],
    [
      'a date that does not exist',
      { recognition_end: '2027-02-30' },
      'kolom recognition_end: moet een bestaande datum zijn, als 2026-11-25.',
    ],
    [
      'an end before the start',
      { recognition_end: '2023-01-01' },
      'kolom recognition_end: ligt voor recognition_date.',
    ],
    [
      'an unknown diagnosis',
      { match_entity_ids: 'gist, kiespijn' },
      'kolom match_entity_ids: kent de diagnose "kiespijn" niet.',
    ],
    [
      'an unknown status',
      { status: 'erkend' },
      'kolom status: moet een van deze zijn: recognised, under-objection, expired, withdrawn.',
    ],
    ['a source without https', { source_url: 'http://example.nl' }, 'kolom source_url: moet een https-adres zijn.'],
    ['an AGB code of seven digits', { hospital_agb: '1234567' }, 'kolom hospital_agb: moet acht cijfers hebben.'],
  ])('F60 %s: said by line and column and left out, the next row works', (_what, change, says) => {
    const report = reportOf({ ...ROW, ...change }, { ...ROW, row_id: 'b' });
    expect(report.faults).toEqual([`centres.csv, regel 2, ${says}`]);
    expect(report.used).toBe(1);
  });

  it('counts lines as an editor does, over empty lines and line breaks in a cell', () => {
    const first = csv({ ...ROW, note_nl: '"twee\nregels"' });
    const second = csv({ ...ROW, row_id: 'b', city: '' }).split('\r\n')[1] ?? '';
    const reading = read(`\uFEFF${first}\r\n\r\n${second}\r\n`);
    expect(reading.kind === 'read' && reading.report.faults).toEqual(['centres.csv, regel 5, kolom city: ontbreekt.']);
  });

  it('one id twice', () => {
    expect(reportOf(ROW, ROW).faults).toEqual(['centres.csv, regel 3, kolom row_id: staat er al.']);
  });

  it.each([
    [
      'checked over a year ago',
      { checked_on: '2025-11-24' },
      'lapsed',
      'kolom checked_on: is meer dan 12 maanden geleden; de rij wordt niet gedrukt.',
    ],
    [
      'checked tomorrow',
      { checked_on: '2026-11-26' },
      'lapsed',
      'kolom checked_on: ligt in de toekomst; de rij wordt niet gedrukt.',
    ],
    [
      'no longer recognised',
      { recognition_end: '2026-11-24' },
      'lapsed',
      'kolom recognition_end: is voorbij; de rij wordt niet gedrukt.',
    ],
    [
      'recognised for 90 days more',
      { recognition_end: '2027-02-23' },
      'warnings',
      'kolom recognition_end: eindigt binnen 90 dagen.',
    ],
  ] as const)('F60 says that a row is %s', (_what, change, where, says) => {
    expect(reportOf({ ...ROW, ...change })[where]).toEqual([`centres.csv, regel 2, ${says}`]);
  });

  it.each([
    ['empty', '', ['centres.csv: is leeg.']],
    ['a page of HTML', '<!doctype html>\n<html></html>', ['centres.csv: mist de kolom row_id.']],
    ['a column too many', csv().replace('note_nl', 'note_nl;bsn'), ['centres.csv: kent de kolom "bsn" niet.']],
    ['a column twice', csv().replace('note_nl', 'note_nl;city'), ['centres.csv: heeft de kolom city twee keer.']],
    ['separated by commas', csv(ROW).replaceAll(';', ','), ['centres.csv: mist de kolom city.']],
  ])('F08 a file that is %s is a fault of the whole file', (_what, text, faults) => {
    const reading = read(text);
    expect(reading.kind === 'faults' && reading.faults).toEqual(expect.arrayContaining(faults));
  });
});

describe('D7 organisations.csv', () => {
  const HEAD = 'row_id;name;website;match_entity_ids;checked_on;checked_by_role';
  const organisations = (row: string) => readList('organisations.csv', `${HEAD}\n${row}`, ORGANISATION_LIST, RELEASE);

  it('a checked row is used, with the address as a person types it', () => {
    expect(organisations('x;Patiëntengroep (verzonnen);https://www.groep.example/;gist;2026-10-01;arts')).toMatchObject(
      {
        kind: 'read',
        items: [
          { name: 'Patiëntengroep (verzonnen)', address: 'groep.example', entities: ['gist'], checkedOn: '2026-10-01' },
        ],
      },
    );
  });

  it.each([
    ['x;;https://groep.example;gist;2026-10-01;arts', ['organisations.csv, regel 2, kolom name: ontbreekt.']],
    [
      'x;Groep;groep.example;gist;2026-10-01;arts',
      ['organisations.csv, regel 2, kolom website: moet een https-adres zijn.'],
    ],
  ])('F60 %s', (row, faults) => {
    expect(organisations(row)).toMatchObject({ kind: 'read', items: [], report: { faults } });
  });
});
