import * as z from 'zod/mini';

/** What veraPDF says of one file and one flavour. */
export interface Judgement {
  readonly file: string;
  readonly complies: boolean;
  readonly failedRules: readonly { readonly rule: string; readonly times: number; readonly description: string }[];
}

const rule = z.object({
  clause: z.string(),
  testNumber: z.number(),
  failedChecks: z.number(),
  description: z.string(),
});
const result = z.object({
  compliant: z.boolean(),
  details: z.object({ passedRules: z.number(), ruleSummaries: z.array(rule) }),
});
const job = z.object({
  itemDetails: z.object({ name: z.string() }),
  validationResult: z.optional(z.union([result, z.array(result)])),
});
const report = z.object({ report: z.object({ jobs: z.array(job) }) });

/**
 * Reads a JSON report of veraPDF.
 *
 * Errors: throws when a file has no verdict, or one of no rules: a file that was not judged has not passed.
 */
export function readVeraPdfReport(text: string, files: readonly string[]): readonly Judgement[] {
  const { jobs } = z.parse(report, JSON.parse(text)).report;
  const judged = new Map(jobs.map((one) => [one.itemDetails.name, [one.validationResult].flat()[0]]));
  return files.map((file) => {
    const verdict = judged.get(file);
    if (!verdict || verdict.details.passedRules === 0) throw new Error(`veraPDF gave no verdict on ${file}`);
    const failedRules = verdict.details.ruleSummaries.map(({ clause, testNumber, failedChecks, description }) => ({
      rule: `${clause}-${testNumber}`,
      times: failedChecks,
      description,
    }));
    return { file, complies: verdict.compliant, failedRules };
  });
}
