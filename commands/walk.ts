// npm run walk -- [--patient NAME | --manual] [--keyboard] [--json] [--shots FOLDER]: a real browser from launch to saved document,
// measured from outside; with --manual without any EHR, up to the booklet.
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserContext, Page } from 'playwright-core';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { withBrowser } from './browser.ts';
import {
  canConfirm,
  chooseDiagnosis,
  confirmDiagnosis,
  endBeforeDossier,
  fillIn,
  openDiagnosis,
  readDossier,
  save,
  screen,
  type DossierSeen,
} from './walk/drive.ts';
import { keyboardHand, pointerHand } from './walk/hand.ts';
import { judge, sha1Shown, watch, type Measured } from './walk/measure.ts';

interface Walked extends DossierSeen {
  readonly saved: boolean;
  readonly sha1Shown: string | null;
  readonly sha1Stored: string | null;
}

const { values } = parseArgs({
  options: {
    patient: { type: 'string', default: 'leiomyosarcoom' },
    manual: { type: 'boolean', default: false },
    keyboard: { type: 'boolean', default: false },
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
  const hand = values.keyboard ? keyboardHand(page) : pointerHand();
  const nothingSaved = { saved: false, sha1Shown: null, sha1Stored: null };
  if (values.manual) {
    await page.goto(`${sandbox.origin}/index.html?manual=1`);
    const heading = await screen(page, 'Welke diagnose hoort in het boekje?');
    await look('1-diagnose');
    await chooseDiagnosis(page, hand);
    await look('2-invullen');
    await fillIn(page, hand);
    await look('3-bekijken');
    return { ...nothingSaved, sha1Shown: await sha1Shown(page), heading, findings: [], gaps: [] };
  }
  await page.goto(sandbox.launch({ patient: values.patient }));
  const ended = await endBeforeDossier(page);
  if (ended !== null) {
    await look('1-einde');
    return { ...nothingSaved, heading: ended, findings: [], gaps: [] };
  }
  const dossier = await readDossier(page);
  await look('1-dossier');
  if (await canConfirm(page)) await confirmDiagnosis(page, hand);
  else if (knowsTheDiagnosis(dossier)) {
    await openDiagnosis(page, hand);
    await chooseDiagnosis(page, hand);
  } else return { ...nothingSaved, ...dossier };
  await look('2-invullen');
  await fillIn(page, hand);
  await look('3-bekijken');
  const shown = await sha1Shown(page);
  await save(page, hand);
  await look('4-klaar');
  return { ...dossier, saved: true, sha1Shown: shown, sha1Stored: await sha1Stored(sandbox) };
}

/** A chart that names the disease in words only: the clinician of the walk reads them, the app does not. */
function knowsTheDiagnosis({ findings }: DossierSeen): boolean {
  return findings.some(({ recorded }) => /leiomyosarcoom/i.test(recorded));
}

/** SHA-1, hex, of the bytes that the FHIR server holds; null unless it holds exactly one current document. */
async function sha1Stored(sandbox: Sandbox): Promise<string | null> {
  const documents = await sandbox.documents(values.patient);
  const data = documents.length === 1 ? documents[0]?.content[0]?.attachment.data : undefined;
  return data === undefined ? null : createHash('sha1').update(Buffer.from(data, 'base64')).digest('hex');
}

function report(walked: Walked, measured: Measured): void {
  const summary = {
    patient: values.manual ? null : values.patient,
    clicks: measured.clicks,
    keys: measured.keys,
    typed: measured.typed,
    saved: walked.saved,
    sha1Shown: walked.sha1Shown,
    sha1Stored: walked.sha1Stored,
    foreignRequests: measured.foreignRequests.length,
    ehrRequests: measured.ehrRequests,
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
  const asShown = values.manual ? measured.ehrRequests === 0 : walked.sha1Shown === walked.sha1Stored;
  if (faults.length > 0 || !asShown) process.exitCode = 1;
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
