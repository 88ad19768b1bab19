import { describe, expect, test } from 'vitest';
import { allows, allowsAll, scopesOf } from '../../src/fhir/granted-scopes.ts';

describe('F11 which scopes count', () => {
  test.each([
    ['patient/Condition.rs  launch', ['patient/Condition.rs', 'launch']],
    ['', ['openid', 'patient/*.rs']],
    [undefined, ['openid', 'patient/*.rs']],
    [['patient/Condition.rs'], ['openid', 'patient/*.rs']],
  ])('%j granted', (granted, expected) => {
    expect(scopesOf(granted, 'openid patient/*.rs')).toEqual(expected);
  });
});

describe('F11 v1 and v2 forms are both read', () => {
  test.each([
    ['patient/DocumentReference.c', 'c', true],
    ['patient/DocumentReference.crs', 'c', true],
    ['patient/DocumentReference.cruds', 'c', true],
    ['patient/DocumentReference.rs', 'c', false],
    ['patient/DocumentReference.u', 'c', false],
    ['patient/DocumentReference.write', 'c', true],
    ['patient/DocumentReference.read', 'c', false],
    ['patient/DocumentReference.*', 'c', true],
    ['patient/*.write', 'c', true],
    ['patient/*.*', 'c', true],
    ['user/DocumentReference.write', 'c', true],
    ['user/*.cruds', 'c', true],
    ['patient/DocumentReference.c?category=clinical-note', 'c', true],
    ['patient/Condition.write', 'c', false],
    ['system/*.*', 'c', false],
    ['patient/DocumentReference.sc', 'c', false],
    ['patient/DocumentReference.', 'c', false],
    ['patient/DocumentReferences.c', 'c', false],
    ['launch openid fhirUser', 'c', false],
    ['patient/DocumentReference.read', 's', true],
    ['patient/DocumentReference.r', 's', false],
  ] as const)('%s: %s is %s', (scopes, right, allowed) => {
    expect(allows(scopes.split(' '), right, 'DocumentReference')).toBe(allowed);
  });

  test('rights of several scopes add up', () => {
    const scopes = ['patient/DocumentReference.read', 'patient/DocumentReference.c'];
    expect(allows(scopes, 'c', 'DocumentReference') && allows(scopes, 's', 'DocumentReference')).toBe(true);
  });
});

test.each([
  ['patient/Condition.rs', true],
  ['patient/Condition.read', true],
  ['user/*.rs', true],
  ['patient/Condition.rs?category=problem-list-item', false],
  ['patient/Condition.rs?category=problem-list-item patient/Condition.rs', true],
  ['patient/Condition.r', false],
])('F10 %s allows all of a search: %s', (scopes, expected) => {
  expect(allowsAll(scopes.split(' '), 's', 'Condition')).toBe(expected);
});
