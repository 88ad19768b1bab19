import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readVeraPdfReport, type Judgement } from './verapdf-report.ts';

/** What the booklet claims to be (D8), by veraPDF's names. */
export const FLAVOURS = ['2a', 'ua1'] as const;
export type Flavour = (typeof FLAVOURS)[number];

const JUDGES = fileURLToPath(new URL('../../conformance/', import.meta.url));
const CLASS_PATH = `${JUDGES}pdf/target/class-path.txt`;
/** veraPDF's own: all comply, or some do not. Anything else is no verdict. */
const VERDICTS = [0, 1];

/** What this machine lacks for judging, as a sentence that says what to do; null = nothing. */
export function whatIsMissing(has: (program: string) => boolean = isInstalled): string | null {
  const missing = ['java', 'mvn'].filter((program) => !has(program));
  if (missing.length === 0) return null;
  return `The judges need ${missing.join(' and ')}. On Debian: apt-get install default-jre-headless maven`;
}

function isInstalled(program: string): boolean {
  return spawnSync(program, ['-version'], { stdio: 'ignore' }).error === undefined;
}

/** Fetches the judges through Maven Central, or only from the local repository. Errors: throws with Maven's last words. */
export function fetchJudges({ offline }: { readonly offline: boolean }): void {
  const { status, stdout } = spawnSync('mvn', ['-B', '-q', ...(offline ? ['-o'] : []), 'process-classes'], {
    cwd: JUDGES,
    encoding: 'utf8',
  });
  if (status !== 0 || !existsSync(CLASS_PATH))
    throw new Error(`Maven could not fetch the judges:\n${stdout.slice(-2000)}`);
}

/** Has veraPDF judge all files for one flavour, in one run. Errors: throws when a file was not judged. */
export async function judge(files: readonly string[], flavour: Flavour): Promise<readonly Judgement[]> {
  const classPath = readFileSync(CLASS_PATH, 'utf8').trim();
  const program = ['-cp', classPath, 'org.verapdf.apps.GreenfieldCliWrapper'];
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
