import { putCopiedChart } from '../../sandbox/copied-chart.ts';
import { startSandbox, type LaunchOptions, type Sandbox } from '../../sandbox/sandbox.ts';
import { makeBooklet, saveUntilSettled } from './clinician.ts';
import { coreOfRelease, openHouse } from './house.ts';
import { judge, remarks, type Ending, type TabWord } from './judge.ts';
import { createRandom, type Random } from './random.ts';
import { openTab, type House } from './tab.ts';
import { PROFILES } from '../../src/fhir/document-profile.ts';
import type { Work } from '../../src/workflow/state.ts';
import { standsTwice } from '../../src/workflow/stored-documents.ts';
import type { ServerProfileName } from '../../sandbox/fhir/server-profile.ts';
import type { Core } from '../../src/workflow/core.ts';
import { chooseTrouble, type Trouble } from './trouble.ts';

export interface WritesOutcome {
  /** How often each trouble, ending and wrong was seen, in the order of the alphabet. */
  readonly counts: readonly (readonly [string, number])[];
  /** A line for each run that went wrong: which, and what was the trouble. */
  readonly wrong: readonly string[];
}

const MOST_TIMES = 3;
const PATIENCE = 5;
/** Keeps the runs of neighbouring seeds apart. Each run has chance of its own, so that none hangs on how long another took. */
const SPREAD = 1_000_003;
const RUNS_A_SANDBOX = 25;
/** The chart that is copied, and somebody else for a server that mixes them up (F63). */
const FIXTURES = ['leiomyosarcoom', 'melanoom'];

/** Saves booklets in new charts, one run after the other; a new sandbox now and then, for its store slows down as it fills. */
export async function runWrites(
  { runs, seed, profile }: { readonly runs: number; readonly seed: number; readonly profile: ServerProfileName },
  done: (run: number) => void,
): Promise<WritesOutcome> {
  const around: Around = { seed, profile, core: coreOfRelease(), done };
  const counts = new Map<string, number>();
  const wrong: string[] = [];
  for (let first = 1; first <= runs; first += RUNS_A_SANDBOX) {
    const last = Math.min(runs, first + RUNS_A_SANDBOX - 1);
    const batch = await runBatch(around, { first, last });
    for (const what of batch.seen) counts.set(what, (counts.get(what) ?? 0) + 1);
    wrong.push(...batch.wrong);
  }
  return { counts: [...counts].sort(([one], [other]) => one.localeCompare(other)), wrong };
}

/** What all batches share. */
interface Around {
  readonly seed: number;
  readonly profile: ServerProfileName;
  readonly core: Core;
  readonly done: (run: number) => void;
}

async function runBatch(
  { seed, profile, core, done }: Around,
  { first, last }: { readonly first: number; readonly last: number },
): Promise<{ readonly seen: readonly string[]; readonly wrong: readonly string[] }> {
  const sandbox = await startSandbox({ port: 0, profile, patientNames: FIXTURES });
  const [seen, wrong, filed] = [[] as string[], [] as string[], new Map<string, number>()];
  try {
    const house = openHouse(sandbox, core, profile);
    for (let run = first; run <= last; run += 1) {
      const one = await oneRun(house, createRandom(Math.imul(seed, SPREAD) + run), run);
      seen.push(...one.seen);
      wrong.push(...one.faults.map((fault) => `run ${String(run)}: ${fault}; ${one.seen.join('; ')}`));
      filed.set(one.patient, (await sandbox.documents(one.patient)).length);
      done(run);
    }
    return { seen, wrong: [...wrong, ...(await strays(house, filed))] };
  } finally {
    await sandbox.close();
  }
}

interface Run {
  readonly patient: string;
  readonly seen: readonly string[];
  readonly faults: readonly string[];
}

async function oneRun(house: House, random: Random, run: number): Promise<Run> {
  const { sandbox } = house;
  const chart = await putCopiedChart(sandbox, `w${String(run)}`);
  const files = random.chance(1 / 4)
    ? [`tab-1-of-${String(run)}`, `tab-2-of-${String(run)}`]
    : [`tab-1-of-${String(run)}`];
  const tabs = await Promise.all(files.map((file) => openTab(house, chart, file)));
  await Promise.all(tabs.map((tab) => makeBooklet({ tab })));
  const trouble = chooseTrouble(random);
  trouble.arm(sandbox, random.between(1, MOST_TIMES));
  const troublePasses = (): void => {
    sandbox.clearFaults();
  };
  const chances = tabs.map(() => createRandom(random.between(0, SPREAD)));
  const words = await Promise.all(
    tabs.map((tab, at) => saveUntilSettled({ tab, random: chances[at] ?? random, troublePasses })),
  );
  sandbox.clearFaults();
  const said: readonly TabWord[] = words.map((word, at) => ({ word, file: files[at] ?? '' }));
  const ending: Ending = {
    own: await sandbox.documents(chart.patient),
    tabs: said,
    next: await nextLaunch(house, chart),
  };
  const endings = words.map((word) => `ended: ${word.kind === 'open' ? `open (${word.at})` : word.kind}`);
  return {
    patient: chart.patient,
    seen: [
      `trouble: ${trouble.name}`,
      `tabs: ${String(files.length)}`,
      ...endings,
      ...remarks(ending),
      ...producedBy(trouble, sandbox),
    ],
    faults: judge(ending, PROFILES[house.issuer.document.profile].conditionalCreate),
  };
}

/** What the app shows of the chart when it is opened once more. */
async function nextLaunch(house: House, chart: LaunchOptions): Promise<Ending['next']> {
  const tab = await openTab(house, chart, 'next launch');
  for (let attempt = 1; attempt <= PATIENCE; attempt += 1) {
    const state = await tab.until((now) => now.at === 'stopped' || (now.at === 'working' && isSearched(now.work)));
    if (state.at === 'working' && state.work.documents.kind === 'read') {
      const { documents } = state.work;
      return { shown: documents.documents.map(({ id }) => id), saysTwice: standsTwice(documents) };
    }
    // Said to be unread, which is not silent: on a machine that is busy with something else the list is asked for again.
    tab.workflow.send({ kind: state.at === 'working' ? 'search-again' : 'read-again' });
  }
  throw new Error(`the chart of ${chart.patient} could not be read once all was over`);
}

function isSearched({ documents }: Work): boolean {
  return documents.kind === 'read' || documents.kind === 'not-read';
}

/** One line for each time that the server really did it. */
function producedBy({ fault }: Trouble, sandbox: Sandbox): readonly string[] {
  return fault === null ? [] : Array.from({ length: sandbox.hits(fault) }, () => `produced: ${fault}`);
}

/** Documents that stand where nothing was to be written: in the charts of the sandbox, or in one after its run was over. */
async function strays({ sandbox }: House, filed: ReadonlyMap<string, number>): Promise<readonly string[]> {
  const expected = [...sandbox.patients.map(({ patient }) => [patient.id, 0] as const), ...filed];
  const found: string[] = [];
  for (const [patient, count] of expected) {
    const { length } = await sandbox.documents(patient);
    if (length !== count) found.push(`wrong patient: ${patient} holds ${String(length)}, expected ${String(count)}`);
  }
  return found;
}
