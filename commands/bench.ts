// npm run bench -- pdf|app|lookup|verdict [--runs N]: ratios and growth of making booklets, how long it holds up the page, looking up,
// and how soon a chart has a verdict; medians of one run; exits 1 when one is over its limit.
import { parseArgs } from 'node:util';
import { measureLookup } from './bench/measure-lookup.ts';
import { measureApp } from './bench/measure-app.ts';
import { measurePdf, type BenchRow } from './bench/measure-pdf.ts';
import { measureVerdict } from './bench/measure-verdict.ts';

const LEAST_RUNS = 7;
const BENCHES: Readonly<Record<string, (runs: number) => Promise<readonly BenchRow[]>>> = {
  pdf: measurePdf,
  app: measureApp,
  lookup: measureLookup,
  verdict: measureVerdict,
};
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: String(LEAST_RUNS) } },
});
const runs = Number(values.runs);
const measure = BENCHES[positionals.join()];
if (!measure || !Number.isInteger(runs) || runs < LEAST_RUNS) {
  process.stderr.write(
    `Usage: npm run bench -- ${Object.keys(BENCHES).join('|')} [--runs N], N at least ${LEAST_RUNS}\n`,
  );
  process.exit(2);
}

const rows = await measure(runs);
for (const { what, figure, limit, unit } of rows) {
  const verdict = figure <= limit ? 'ok  ' : 'OVER';
  process.stdout.write(`${verdict}  ${what}: ${figure.toFixed(2)}${unit} of at most ${limit}${unit}\n`);
}
if (rows.some(({ figure, limit }) => !(figure <= limit))) process.exitCode = 1;
