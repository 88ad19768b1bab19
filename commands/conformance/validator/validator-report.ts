import * as z from 'zod/mini';

/** What HL7's validator says of one resource. */
export interface Judged {
  readonly name: string;
  /** Place and text of each error; warnings are not among them. */
  readonly errors: readonly string[];
}

const issue = z.object({
  severity: z.string(),
  diagnostics: z.optional(z.string()),
  location: z.optional(z.array(z.string())),
});
const outcome = z.object({ resourceType: z.literal('OperationOutcome'), issue: z.array(issue).check(z.minLength(1)) });

const ERRORS = ['error', 'fatal'];

/**
 * Reads what the validator wrote: an OperationOutcome on each line, in the order in which they were asked.
 *
 * Errors: throws when a resource has no verdict, or one without any issue (where nothing is wrong the validator says so in one): what
 *         was not judged has not passed.
 */
export function readValidatorReport(text: string, names: readonly string[]): readonly Judged[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length > names.length) throw new Error(`${lines.length} verdicts on ${names.length} resources`);
  return names.map((name, at) => {
    const line = lines[at];
    if (line === undefined) throw new Error(`the validator gave no verdict on ${name}`);
    const { issue: issues } = z.parse(outcome, JSON.parse(line));
    const errors = issues
      .filter(({ severity }) => ERRORS.includes(severity))
      .map(({ diagnostics = '', location = [] }) => `${location[0] ?? ''}: ${diagnostics}`);
    return { name, errors };
  });
}
