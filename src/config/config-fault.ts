import type * as z from 'zod/mini';

/** One fault of `config.json` as a Dutch sentence that starts with where it is. */
export function describeFault(issue: z.core.$ZodIssue): string {
  return `${pathOf(issue.path)}: ${whatIsWrong(issue)}.`;
}

function pathOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'config.json';
  return path.reduce<string>((all, part) => {
    if (typeof part === 'number') return `${all}[${part}]`;
    return all === '' ? String(part) : `${all}.${String(part)}`;
  }, '');
}

function whatIsWrong(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `kent deze naam niet: ${issue.keys.join(', ')}`;
    case 'invalid_type':
      return issue.input === undefined ? 'ontbreekt' : `moet ${NAMES[issue.expected] ?? issue.expected} zijn`;
    case 'invalid_value':
      return `moet een van deze zijn: ${issue.values.map(String).join(', ')}`;
    default:
      return issue.message;
  }
}

const NAMES: Readonly<Record<string, string>> = {
  string: 'tekst',
  boolean: 'true of false',
  array: 'een lijst',
  object: 'een groep met eigen namen',
  number: 'een getal',
};
