import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The modules of `conformance/`, each with a class path of its own. */
const MODULES = ['pdf', 'fhir-validate', 'fhir-server'] as const;
export type JudgeModule = (typeof MODULES)[number];

const JUDGES = fileURLToPath(new URL('../../conformance/', import.meta.url));
/** Options of `java` for a run of a minute or two: starting soon counts for more than running fast. */
export const SHORT_RUN: readonly string[] = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

/** What this machine lacks for judging, as a sentence that says what to do; null = nothing. */
export function whatIsMissing(has: (program: string) => boolean = isInstalled): string | null {
  const missing = ['java', 'javac', 'mvn'].filter((program) => !has(program));
  if (missing.length === 0) return null;
  const listed = missing.join(', ').replace(/, (?=[^,]*$)/, ' and ');
  return `The judges need ${listed}. On Debian: apt-get install default-jdk-headless maven`;
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
  if (status !== 0 || !MODULES.every((module) => existsSync(classPathFile(module))))
    throw new Error(`Maven could not fetch the judges:\n${stdout.slice(-2000)}`);
}

/** Arguments of `java` that run one class of a module. */
export function javaArguments(
  module: JudgeModule,
  mainClass: string,
  options: readonly string[] = [],
): readonly string[] {
  const classPath = [`${JUDGES}${module}/target/classes`, readFileSync(classPathFile(module), 'utf8').trim()];
  return [...options, '-cp', classPath.join(':'), mainClass];
}

function classPathFile(module: JudgeModule): string {
  return `${JUDGES}${module}/target/class-path.txt`;
}
