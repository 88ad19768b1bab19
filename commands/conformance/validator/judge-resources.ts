import { execFile } from 'node:child_process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { javaArguments, SHORT_RUN } from '../judges.ts';
import { readValidatorReport, type Judged } from './validator-report.ts';

/** A resource, or what claims to be one, by a name for the report. */
export interface Named {
  readonly name: string;
  readonly content: object;
}

/**
 * Has HL7's validator judge resources as FHIR R4, in one run: loading the definitions takes longer than judging.
 *
 * Shape:  a verdict on each, in the same order.
 * Errors: throws when one was not judged.
 */
export async function judgeResources(resources: readonly Named[]): Promise<readonly Judged[]> {
  const program = javaArguments('fhir-validate', 'conformance.FhirValidate', ['-Xmx1g', ...SHORT_RUN]);
  const report = await new Promise<string>((resolve, reject) => {
    const child = execFile('java', [...program], { maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`the validator ended with ${String(error.code)}: ${stderr.slice(-2000)}`));
    });
    const lines = Readable.from(resources.map(({ content }) => `${JSON.stringify(content)}\n`));
    // A judge that ends before it has read all is told of by its own end, above.
    if (child.stdin !== null) pipeline(lines, child.stdin).catch(() => undefined);
  });
  return readValidatorReport(
    report,
    resources.map(({ name }) => name),
  );
}
