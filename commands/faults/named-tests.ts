import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A test by its file and its title. */
export interface NamedTest {
  readonly file: string;
  readonly title: string;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TESTS = path.join(ROOT, 'tests');
/** "F50 F55 two tabs …": every number before the first other word. */
const NUMBERS = /^(?:[A-Z]{1,2}\d+(?:,? |$))+/;

/** The numbers with which a title starts. */
export function numbersOf(title: string): readonly string[] {
  return NUMBERS.exec(title)?.[0].match(/[A-Z]{1,2}\d+/g) ?? [];
}

/** The titles of the tests in a source text, in its order; of what is skipped, or yet to be written, none. */
export function titlesIn(source: string, file = 'a.test.tsx'): readonly string[] {
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    const title = ts.isCallExpression(node) ? titleOf(node) : null;
    if (title !== null) titles.push(title);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return titles;
}

/** `test('…')`, `it.each(…)('…')`, `describe('…')`. */
function titleOf({ expression, arguments: [first] }: ts.CallExpression): string | null {
  if (first === undefined) return null;
  const called = expression.getText();
  if (!/^(?:test|it|describe)\b/.test(called) || /^\w+\.(?:skip|todo|fails|extend)\b/.test(called)) return null;
  if (ts.isStringLiteral(first) || ts.isNoSubstitutionTemplateLiteral(first)) return first.text;
  return ts.isTemplateExpression(first) ? first.head.text : null;
}

/** For each number the test that proves most: one in a real browser, where there is one. */
export async function findNamedTests(): Promise<ReadonlyMap<string, NamedTest>> {
  const found = new Map<string, NamedTest>();
  for (const file of await testFiles()) {
    const source = await readFile(path.join(ROOT, file), 'utf8');
    for (const title of titlesIn(source, file)) {
      for (const number of numbersOf(title)) {
        if (!found.has(number)) found.set(number, { file, title });
      }
    }
  }
  return found;
}

/** What proves most first. The tests of the sandbox prove the sandbox, not the app. */
const FOLDERS = ['browser', 'ui', 'workflow', 'fhir', 'domain', 'config', 'knowledge', 'pdf', '', 'commands'];

async function testFiles(): Promise<readonly string[]> {
  const entries = await readdir(TESTS, { recursive: true });
  const rank = (file: string): number =>
    FOLDERS.indexOf(file.includes(path.sep) ? (file.split(path.sep)[0] ?? '') : '');
  return entries
    .filter((file) => /[.]test[.]tsx?$/.test(file) && rank(file) >= 0)
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))
    .map((file) => path.posix.join('tests', ...file.split(path.sep)));
}

/** The names of the stages of `.ci/run`. */
export async function readStages(): Promise<readonly string[]> {
  const script = await readFile(path.join(ROOT, '.ci', 'run'), 'utf8');
  return [...script.matchAll(/^stage '([^']+)'/gm)].map(([, name = '']) => name);
}
