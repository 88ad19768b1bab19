import { execFile } from 'node:child_process';
import { javaArguments } from './judges.ts';
import { readVeraPdfReport, type Judgement } from './verapdf-report.ts';

/** What the booklet claims to be (D8), by veraPDF's names. */
export const FLAVOURS = ['2a', 'ua1'] as const;
export type Flavour = (typeof FLAVOURS)[number];

/** veraPDF's own: all comply, or some do not. Anything else is no verdict. */
const VERDICTS = [0, 1];

/** Has veraPDF judge all files for one flavour, in one run. Errors: throws when a file was not judged. */
export async function judge(files: readonly string[], flavour: Flavour): Promise<readonly Judgement[]> {
  const program = javaArguments('pdf', 'org.verapdf.apps.GreenfieldCliWrapper');
  const options = ['--flavour', flavour, '--format', 'json', '--maxfailuresdisplayed', '1'];
  const report = await new Promise<string>((resolve, reject) => {
    execFile('java', [...program, ...options, ...files], { maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      const code = error ? Number(error.code) : 0;
      if (VERDICTS.includes(code)) resolve(stdout);
      else reject(new Error(`veraPDF ended with ${code}: ${stderr.slice(-2000)}`));
    });
  });
  return readVeraPdfReport(report, files);
}
