// npm run conformance [-- --offline] [--only pdf|validator|server]: has outside judges look at every document that may be filed in a
// chart (D17), at every document as it is sent, and at the app before a FHIR server of others. Ends with "N passed, N failed".
import { parseArgs } from 'node:util';
import { fetchJudges, whatIsMissing } from './conformance/judges.ts';
import { judgePdfs } from './conformance/pdf-section.ts';
import type { Findings } from './conformance/section.ts';
import { judgeOnServer } from './conformance/server-section.ts';
import { judgeSent } from './conformance/validator-section.ts';

const OUT = 'out/conformance';
const SECTIONS: Readonly<Record<string, () => Promise<Findings>>> = {
  pdf: () => judgePdfs(OUT),
  validator: () => judgeSent(`${OUT}/fhir`),
  server: judgeOnServer,
};
const USAGE = `Usage: npm run conformance -- [--offline] [--only ${Object.keys(SECTIONS).join('|')}]\n`;

const { values } = parseArgs({ options: { offline: { type: 'boolean', default: false }, only: { type: 'string' } } });
const chosen = Object.entries(SECTIONS).filter(([name]) => values.only === undefined || values.only === name);
if (chosen.length === 0) {
  process.stderr.write(USAGE);
  process.exit(2);
}
const missing = whatIsMissing();
if (missing !== null) {
  process.stderr.write(`${missing}\n`);
  process.exit(2);
}

fetchJudges(values);
let passed = 0;
let failed = 0;
for (const [name, judge] of chosen) {
  const started = performance.now();
  const findings = await judge();
  passed += findings.passed;
  failed += findings.failed;
  for (const line of findings.lines) process.stdout.write(`${line}\n`);
  process.stdout.write(`${name}: ${Math.round((performance.now() - started) / 1000)} s\n`);
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
