// npm run directory -- check FILE [--hospital NAME] | draft centres | draft organisations: the hospital's own lists, outside the app.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compileExplanations } from '../knowledge/compile/compile-explanations.ts';
import { readKnowledgeFile } from '../knowledge/compile/read-files.ts';
import { centreList } from '../src/config/directory/centres.ts';
import { ORGANISATION_LIST } from '../src/config/directory/organisations.ts';
import { readList, type ListReading } from '../src/config/directory/read-list.ts';
import { createClock } from '../src/clock.ts';
import { parseExplanations } from '../src/knowledge/classification/parse-explanations.ts';
import { draftOf } from './directory/draft.ts';

const USAGE = `npm run directory -- check FILE [--hospital NAME]
npm run directory -- draft centres | organisations
`;

/** Which list a file is, is told by its name, as in the app by its setting. */
function read(file: string, hospital: string): ListReading<unknown> {
  const release = {
    entities: new Set<string>(parseExplanations(compileExplanations(readKnowledgeFile)).entities.keys()),
    today: createClock(null).today(),
  };
  const text = readFileSync(file, 'utf8');
  const name = path.basename(file);
  return name.startsWith('organisations')
    ? readList(name, text, ORGANISATION_LIST, release)
    : readList(name, text, centreList(hospital), release);
}

/** Prints the sentences of the app; ends with 1 when a row, or the whole file, is left out for a fault. */
function check(file: string, hospital: string): void {
  const reading = read(file, hospital);
  if (reading.kind === 'faults') {
    complain(reading.faults);
    return;
  }
  const { used, unchecked, faults, lapsed, warnings } = reading.report;
  complain(faults);
  for (const sentence of [...lapsed, ...warnings]) process.stdout.write(`${sentence}\n`);
  process.stdout.write(`${file}: ${used} nagekeken, ${unchecked} nog niet nagekeken, ${faults.length} fouten.\n`);
}

function complain(faults: readonly string[]): void {
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  if (faults.length > 0) process.exitCode = 1;
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { hospital: { type: 'string', default: '' } },
  });
  const [name, what = ''] = positionals;
  if (name === 'check' && what !== '') check(what, values.hospital);
  else if (name === 'draft' && (what === 'centres' || what === 'organisations')) process.stdout.write(draftOf(what));
  else {
    process.stderr.write(USAGE);
    process.exitCode = 1;
  }
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
