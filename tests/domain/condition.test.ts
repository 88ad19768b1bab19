import { describe, expect, it } from 'vitest';
import { included, type Condition, type Facts } from '../../src/domain/condition.ts';

const AGE_67: Condition = { field: 'patient.age', op: 'gte', value: 67 };

describe('a condition of the content map', () => {
  it.each<[string, Condition, Facts, boolean]>([
    ['always holds', { always: true }, {}, true],
    ['known with a value', { field: 'contact.name', op: 'known' }, { 'contact.name': 'Joke' }, true],
    ['known without one', { field: 'contact.name', op: 'known' }, {}, false],
    ['unknown without a value', { field: 'contact.name', op: 'unknown' }, {}, true],
    ['equal', { field: 'work.status', op: 'eq', value: 'ziektewet' }, { 'work.status': 'ziektewet' }, true],
    ['false is not true', { field: 'work.include', op: 'eq', value: true }, { 'work.include': false }, false],
    ['one of', { field: 'work.status', op: 'in', value: ['employee'] }, { 'work.status': 'employee' }, true],
    ['at the bound', AGE_67, { 'patient.age': 67 }, true],
    ['below the bound', AGE_67, { 'patient.age': 66 }, false],
    ['under', { field: 'patient.age', op: 'lt', value: 40 }, { 'patient.age': 39 }, true],
    ['not under at the bound', { field: 'patient.age', op: 'lt', value: 40 }, { 'patient.age': 40 }, false],
    ['all', { all: [AGE_67, { always: true }] }, { 'patient.age': 70 }, true],
    ['all but one', { all: [AGE_67, { always: true }] }, { 'patient.age': 30 }, false],
    ['any', { any: [AGE_67, { always: true }] }, {}, true],
    ['none of any', { any: [AGE_67] }, {}, false],
    ['not', { not: AGE_67 }, { 'patient.age': 30 }, true],
  ])('%s', (_, condition, facts, expected) => {
    expect(included(condition, facts)).toBe(expected);
  });

  it.each<Condition>([
    { field: 'diagnosis.metastasised', op: 'eq', value: 'yes' },
    { field: 'treatment.few_options', op: 'eq', value: true },
    { field: 'work.status', op: 'in', value: ['employee'] },
    { field: 'work.weeks_sick', op: 'gte', value: 0 },
    { field: 'patient.age', op: 'lt', value: 200 },
    { field: 'ecza.list', op: 'known' },
  ])('unknown never counts as yes: %j', (condition) => {
    expect(included(condition, {})).toBe(false);
  });
});
