import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import ts from 'typescript';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import rules from '../.dependency-cruiser.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const ROOMS = [
  'domain',
  'workflow',
  'fhir',
  'pdf',
  'pdf/kort',
  'pdf/volledig',
  'knowledge',
  'config',
  'locales',
  'ui/components',
  'ui/screens',
];

/** A small house of empty rooms, in which one import at a time is planted. */
let house: string;
const plant = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
  writeFileSync(path.join(house, file), text);
};

beforeEach(() => {
  house = mkdtempSync(path.join(tmpdir(), 'walls-'));
  for (const room of ROOMS) plant(`src/${room}/room.ts`, 'export const room = 1;\n');
  for (const entry of ['src/main.tsx', 'src/launch.ts', 'tests/case.ts', 'sandbox/ehr.ts', 'commands/start.ts'])
    plant(entry, 'export const entry = 1;\n');
  plant('knowledge/content/map.json', '{}');
  plant(
    'tsconfig.json',
    '{ "compilerOptions": { "module": "ESNext", "moduleResolution": "Bundler", "jsx": "react-jsx" } }',
  );
  plant('package.json', '{ "type": "module", "dependencies": { "fhirclient": "*", "pdfmake": "*", "react": "*" } }');
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(house, 'node_modules'));
});
afterEach(() => {
  rmSync(house, { recursive: true, force: true });
});

async function brokenRules(): Promise<string[]> {
  const { options, ...ruleSet } = rules;
  const { output } = await cruise(['src', 'sandbox', 'tests'], {
    ...options,
    baseDir: house,
    validate: true,
    ruleSet: ruleSet,
  });
  return (output as ICruiseResult).summary.violations.map((violation) => violation.rule.name);
}

describe('the import walls', () => {
  it('let the house as it is stand', async () => {
    expect(await brokenRules()).toEqual([]);
  });

  it.each([
    ['domain-is-an-island', 'src/domain/planted.ts', "import '../fhir/room.ts';"],
    ['domain-is-an-island', 'src/domain/planted.ts', "import 'uuid';"],
    ['ui-reaches-no-adapter', 'src/ui/screens/planted.tsx', "import '../../pdf/room.ts';"],
    ['workflow-knows-only-the-domain', 'src/workflow/planted.ts', "import '../fhir/room.ts';"],
    ['adapters-do-not-meet', 'src/fhir/planted.ts', "import '../pdf/room.ts';"],
    ['documents-do-not-meet', 'src/pdf/volledig/planted.ts', "import '../kort/room.ts';"],
    ['documents-do-not-meet', 'src/pdf/nodes/planted.ts', "import '../volledig/room.ts';"],
    ['components-know-no-screen', 'src/ui/components/planted.ts', "import '../screens/room.ts';"],
    ['fhirclient-only-in-fhir', 'src/config/planted.ts', "import 'fhirclient';"],
    ['pdfmake-only-in-pdf', 'src/fhir/planted.ts', "import 'pdfmake';"],
    ['react-only-in-ui', 'src/workflow/planted.ts', "import 'react';"],
    ['knowledge-files-only-through-the-gate', 'src/ui/planted.ts', "import '../../knowledge/content/map.json';"],
    ['src-knows-no-workshop', 'src/ui/planted.ts', "import '../../tests/case.ts';"],
    ['sandbox-is-an-ehr', 'sandbox/planted.ts', "import '../src/fhir/room.ts';"],
    ['entries-are-not-imported', 'tests/planted.ts', "import '../src/main.tsx';"],
    ['no-unresolvable', 'src/ui/planted.ts', "import './nowhere.ts';"],
  ])('%s: refuse %s with %s', async (rule, file, line) => {
    plant(file, `${line}\n`);
    expect(await brokenRules()).toContain(rule);
  });

  it('no-circular: refuse two files that import each other', async () => {
    plant('src/domain/a.ts', "import './b.ts';\n");
    plant('src/domain/b.ts', "import './a.ts';\n");
    expect(await brokenRules()).toContain('no-circular');
  });
});

describe('the compiler wall around the core', () => {
  const file = path.join(ROOT, 'src/domain/planted.ts');
  const read = ts.readConfigFile(path.join(ROOT, 'tsconfig.domain.json'), (name) => ts.sys.readFile(name));
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, ROOT);

  const faultsOf = (source: string): string[] => {
    const host = ts.createCompilerHost(options);
    const getSourceFile = host.getSourceFile.bind(host);
    host.getSourceFile = (name, version) =>
      name === file ? ts.createSourceFile(name, source, version) : getSourceFile(name, version);
    const program = ts.createProgram([file], options, host);
    return ts
      .getPreEmitDiagnostics(program, program.getSourceFile(file))
      .map((one) => ts.flattenDiagnosticMessageText(one.messageText, ' '));
  };

  it('lets plain code pass', () => {
    expect(faultsOf('export const one: number = 1;')).toEqual([]);
  });

  it.each(['fetch', 'window', 'document', 'crypto', 'process', 'setTimeout', 'localStorage'])(
    'knows no %s in the domain',
    (name) => {
      expect(faultsOf(`export const planted = ${name};`).join()).toContain(`'${name}'`);
    },
  );
});
