// npm run walk -- --patient NAME [--json] [--shots FOLDER]: a real browser from launch to saved document, measured from outside.
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserContext, Page } from 'playwright-core';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { withBrowser } from './browser.ts';
import {
  canConfirm,
  confirmDiagnosis,
  endBeforeDossier,
  fillIn,
  readDossier,
  save,
  type DossierSeen,
} from './walk/drive.ts';
import { judge, sha1Shown, watch, type Measured } from './walk/measure.ts';

interface Walked extends DossierSeen {
  readonly saved: boolean;
  readonly sha1Shown: string | null;
  readonly sha1Stored: string | null;
}

const { values } = parseArgs({
  options: {
    patient: { type: 'string', default: 'leiomyosarcoom' },
    json: { type: 'boolean', default: false },
    shots: { type: 'string' },
  },
});

async function walk(page: Page, sandbox: Sandbox, measured: Measured): Promise<Walked> {
  const look = async (name: string): Promise<void> => {
    await judge(page, name, measured);
    if (values.shots === undefined) return;
    await mkdir(values.shots, { recursive: true });
    await page.screenshot({ path: path.join(values.shots, `${values.patient}-${name}.png`), fullPage: true });
  };
  const nothingSaved = { saved: false, sha1Shown: null, sha1Stored: null };
  await page.goto(sandbox.launch({ patient: values.patient }));
  const ended = await endBeforeDossier(page);
  if (ended !== null) {
    await look('1-einde');
    return { ...nothingSaved, heading: ended, findings: [], gaps: [] };
  }
  const dossier = await readDossier(page);
  await look('1-dossier');
  if (!(await canConfirm(page))) return { ...nothingSaved, ...dossier };
  await confirmDiagnosis(page);
  await look('2-invullen');
  await fillIn(page);
  await look('3-bekijken');
  const shown = await sha1Shown(page);
  await save(page);
  await look('4-klaar');
  return { ...dossier, saved: true, sha1Shown: shown, sha1Stored: await sha1Stored(sandbox) };
}

/** SHA-1, hex, of the bytes that the FHIR server holds; null unless it holds exactly one current document. */
async function sha1Stored(sandbox: Sandbox): Promise<string | null> {
  const documents = await sandbox.documents(values.patient);
  const data = documents.length === 1 ? documents[0]?.content[0]?.attachment.data : undefined;
  return data === undefined ? null : createHash('sha1').update(Buffer.from(data, 'base64')).digest('hex');
}

function report(walked: Walked, measured: Measured): void {
  const summary = {
    patient: values.patient,
    clicks: measured.clicks,
    typed: measured.typed,
    saved: walked.saved,
    sha1Shown: walked.sha1Shown,
    sha1Stored: walked.sha1Stored,
    foreignRequests: measured.foreignRequests.length,
    cspReports: measured.cspReports.length,
    axe: measured.axe.length,
    console: measured.console.length,
    heading: walked.heading,
    findings: walked.findings,
    gaps: walked.gaps,
  };
  if (values.json) {
    process.stdout.write(`${JSON.stringify(summary)}\n`);
  } else {
    for (const [name, value] of Object.entries(summary)) {
      process.stdout.write(`${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}\n`);
    }
  }
  const faults = [...measured.foreignRequests, ...measured.cspReports, ...measured.axe, ...measured.console];
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  if (faults.length > 0 || walked.sha1Shown !== walked.sha1Stored) process.exitCode = 1;
}

async function walkIn(context: BrowserContext, sandbox: Sandbox): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage());
  const measured = await watch(page, sandbox.origin);
  report(await walk(page, sandbox, measured), measured);
}

const sandbox = await startSandbox({ port: 0, appDir: new URL('../dist', import.meta.url).pathname });
try {
  if (sandbox.patients.some(({ name }) => name === values.patient)) {
    await withBrowser((context) => walkIn(context, sandbox));
  } else {
    const names = sandbox.patients.map(({ name }) => name).join(', ');
    process.stderr.write(`No patient is called "${values.patient}". There are: ${names}.\n`);
    process.exitCode = 1;
  }
} finally {
  await sandbox.close();
}
