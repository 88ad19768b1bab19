// npm run writes -- --runs N --seed S --profile full|epic|oracle: saves booklets while the FHIR server fails, is slow, says no, or two tabs and
// two presses come at once; judged by what the server holds. Exit 1 when something was doubled, lost, falsely called saved, or put
// into another chart.
import { parseArgs } from 'node:util';
import { SERVER_PROFILES } from '../sandbox/fhir/server-profile.ts';
import { runWrites } from './writes/run-writes.ts';

const USAGE = 'Usage: npm run writes -- [--runs N] [--seed S] [--profile full|epic|oracle]\n';
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '7' },
    profile: { type: 'string', default: 'full' },
  },
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];
const profile = SERVER_PROFILES.find((name) => name === values.profile);
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed) || profile === undefined) {
  process.stderr.write(USAGE);
  process.exit(2);
}

const outcome = await runWrites({ runs, seed, profile }, (done) => {
  if (done % 100 === 0) process.stderr.write(`${String(done)} of ${String(runs)}\n`);
});
for (const [what, count] of outcome.counts) process.stdout.write(`${String(count).padStart(6)}  ${what}\n`);
for (const line of outcome.wrong) process.stdout.write(`WRONG  ${line}\n`);
if (outcome.wrong.length > 0) process.exitCode = 1;
