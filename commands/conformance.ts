// npm run conformance [-- --offline]: has outside judges look at every document that may be filed in a chart (D17).
import path from 'node:path';
import { parseArgs } from 'node:util';
import { FLAVOURS, fetchJudges, judge, whatIsMissing } from './conformance/judge-pdf.ts';
import { makeArchived, makeControl } from './conformance/make-archived.ts';

const OUT = 'out/conformance';

const { values } = parseArgs({ options: { offline: { type: 'boolean', default: false } } });
const missing = whatIsMissing();
if (missing !== null) {
  process.stderr.write(`${missing}\n`);
  process.exit(2);
}

fetchJudges(values);
const files = await makeArchived(OUT);
const control = await makeControl(OUT);
let passed = 0;
let failed = 0;
for (const flavour of FLAVOURS) {
  for (const { file, complies, failedRules } of await judge([...files, control], flavour)) {
    const isRight = complies === (file !== control);
    if (isRight) passed++;
    else failed++;
    const verdict = complies ? 'complies' : 'does not comply';
    if (!isRight) process.stdout.write(`${flavour} ${path.basename(file)} ${verdict}\n`);
    if (!isRight)
      for (const { rule, times, description } of failedRules)
        process.stdout.write(`  ${rule}, ${times}x: ${description}\n`);
  }
}
process.stdout.write(`${files.length} documents and one control, judged for ${FLAVOURS.join(' and ')} by veraPDF\n`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
