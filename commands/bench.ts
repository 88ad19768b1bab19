// npm run bench -- pdf [--runs N]: ratios and growth of making booklets, medians of one run; exits 1 when one is over its limit.
import { parseArgs } from 'node:util';
import { measurePdf } from './bench/measure-pdf.ts';

const LEAST_RUNS = 7;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: String(LEAST_RUNS) } },
});
const runs = Number(values.runs);
if (positionals.join() !== 'pdf' || !Number.isInteger(runs) || runs < LEAST_RUNS) {
  process.stderr.write(`Usage: npm run bench -- pdf [--runs N], N at least ${LEAST_RUNS}\n`);
  process.exit(2);
}

const rows = await measurePdf(runs);
for (const { what, figure, limit, unit } of rows) {
  const verdict = figure <= limit ? 'ok  ' : 'OVER';
  process.stdout.write(`${verdict}  ${what}: ${figure.toFixed(2)}${unit} of at most ${limit}${unit}\n`);
}
if (rows.some(({ figure, limit }) => !(figure <= limit))) process.exitCode = 1;
