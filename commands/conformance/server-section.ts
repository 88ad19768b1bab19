import { randomBytes } from 'node:crypto';
import { readFixtures } from '../../sandbox/fixtures.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { coreOfRelease } from '../writes/house.ts';
import { goldenCases, pdfOf } from './golden-cases.ts';
import { findingsOf, type Findings } from './section.ts';
import { runChecks } from './server/checks.ts';
import { startHapi } from './server/hapi.ts';
import { PARALLEL } from './server/parallel-checks.ts';
import { readingChecks } from './server/reading-checks.ts';
import { MARKING } from './server/marking-checks.ts';
import { startTokenProxy } from './server/token-proxy.ts';
import { WRITING } from './server/writing-checks.ts';

/** Has the app's own adapter read, write and mark on a real HAPI server, and judges it by what that server's store holds. */
export async function judgeOnServer(): Promise<Findings> {
  const pdf = await aBooklet();
  const hapi = await startHapi();
  const proxy = await startTokenProxy({ fhirServer: hapi.base, token: randomBytes(16).toString('hex') });
  const sandbox = await startSandbox({ port: 0 });
  try {
    const fixtures = await readFixtures();
    await hapi.put([...fixtures.hospital, ...fixtures.patients.flatMap(({ resources }) => resources)]);
    const reading = readingChecks({ fixtures }, { sandbox, core: coreOfRelease() });
    const checks = [...reading, ...WRITING, ...PARALLEL, ...MARKING];
    const verdicts = await runChecks(checks, { hapi, proxy, fixtures, pdf });
    const counted = `${proxy.passed.length} requests reached it, ${proxy.refused.length} were refused at the door`;
    return findingsOf(verdicts, `${checks.length} checks of the app on HAPI: ${counted}`);
  } finally {
    await sandbox.close();
    await proxy.close();
    await hapi.close();
  }
}

async function aBooklet(): Promise<Uint8Array> {
  const [first] = goldenCases();
  const bytes = first === undefined ? null : await pdfOf(first, 'kort');
  if (bytes === null) throw new Error('there is no booklet to file');
  return bytes;
}
