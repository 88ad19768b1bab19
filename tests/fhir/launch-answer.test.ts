import { expect, test } from 'vitest';
import { readLaunchAnswer } from '../../src/fhir/launch-answer.ts';

const read = (query: string): ReturnType<typeof readLaunchAnswer> =>
  readLaunchAnswer(`https://route.delinde.example/index.html${query}`);

test('a code with its state is an answer, whatever the server adds', () => {
  expect(read('?code=abc&state=s1&iss=https%3A%2F%2Fehr.nl&session_state=x')).toEqual({
    kind: 'code',
    code: 'abc',
    state: 's1',
    iss: 'https://ehr.nl',
  });
});

test('an address without anything is no answer', () => {
  expect(read('')).toEqual({ kind: 'none' });
});

test.each([
  '?code=abc',
  '?state=s1',
  '?code=a&code=b&state=s1',
  '?code=a&state=s1&state=s2',
  '?code=&state=s1',
  '?code=a&state=s1&iss=x&iss=y',
])('F06 %s is no usable answer', (query) => {
  expect(read(query)).toEqual({ kind: 'unusable' });
});

test.each([
  ['?error=access_denied', 'access_denied'],
  ['?error=invalid_scope&error_description=no+such+scope&state=s1', 'invalid_scope: no such scope'],
  ['?error_description=only+words', 'only words'],
  ['?error=x&code=abc&state=s1', 'x'],
  ['?error=x&error_description=a%0D%0Ab%09c', 'x: a b c'],
  ['?error=x&error_description=%E2%80%AEgnp.exe', 'x: gnp.exe'],
  ['?error=x&error_description=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E', 'x: <img src=x onerror=alert(1)>'],
])('F05 the error answer %s is one cleaned line of text', (query, said) => {
  expect(read(query)).toMatchObject({ kind: 'error', said });
});

test('F05 a long description is shortened, without half a character at its end', () => {
  const answer = read(`?error=x&error_description=${encodeURIComponent('😀'.repeat(500))}`);
  expect(answer).toEqual({ kind: 'error', state: '', said: `x: ${'😀'.repeat(98)}…` });
});
