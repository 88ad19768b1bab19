// Every way that the fault table knows in which an app might write to the wrong chart, or show a record that is no longer the one.
import type { Patient } from 'fhir/r4';
import type { CopiedChart } from '../../sandbox/copied-chart.ts';
import { askToSave, chooseDiagnosis, openDiagnosis, save, sayYes } from '../walk/drive.ts';
import { pointerHand } from '../walk/hand.ts';
import { onLaunch, onSaving, type FaultCase } from './fault-case.ts';
import { openDossier, openPreview, previewFrom, say, type Scene } from './scene.ts';

export interface Way extends FaultCase {
  /** Documents that may stand in the right chart at the end. */
  readonly may?: number;
}

const inTheAnswer: readonly Way[] = [
  ...(['patient', 'condition'] as const).map((variant) => ({
    number: 'F30',
    variant: `at the first read: ${variant}`,
    shows: 'stop.wrong-patient.title' as const,
    drive: onLaunch((scene) => {
      scene.arm('F30', { variant });
    }),
  })),
  ...(['patient', 'condition'] as const).map((variant) => ({
    number: 'F30',
    variant: `when read again: ${variant}`,
    shows: 'stop.wrong-patient.title' as const,
    drive: async (scene: Scene) => {
      await openDossier(scene.page, scene.house, await scene.newChart());
      scene.arm('F30', { variant });
      await scene.page.getByRole('button', { name: say('evidence.readAgain') }).click();
    },
  })),
  {
    number: 'F65',
    variant: 'F30 between yes and the write',
    shows: 'stop.wrong-patient.title',
    drive: onSaving((scene) => {
      scene.arm('F30', { variant: 'patient' });
    }),
  },
  {
    number: 'F30',
    variant: 'between yes and taking back',
    shows: 'stop.wrong-patient.title',
    may: 1,
    drive: async (scene) => {
      await dialogToRetract(scene);
      scene.arm('F30', { variant: 'patient' });
      await scene.page.getByRole('button', { name: say('retract.yes') }).click();
    },
  },
  {
    number: 'F31',
    variant: 'saved, without that encounter',
    shows: 'finish.title',
    may: 1,
    drive: async (scene) => {
      const { page, sandbox } = scene;
      const chart = await scene.newChart();
      scene.arm('F31');
      await openDossier(page, scene.house, chart);
      await openDiagnosis(page, pointerHand());
      await chooseDiagnosis(page, pointerHand());
      await previewFrom(page);
      await save(page);
      const [document] = await sandbox.documents(chart.patient);
      if (document?.context?.encounter !== undefined) throw new Error('the document names the encounter');
    },
  },
];

/** A booklet of this chart stands there, and the dialog to take it back is open. */
export async function dialogToRetract(scene: Scene): Promise<void> {
  const { page, house } = scene;
  const chart = await scene.newChart();
  await openPreview(page, house, chart);
  await save(page);
  page.once('dialog', (dialog) => void dialog.accept());
  await openDossier(page, house, chart);
  await page.getByRole('button', { name: say('retract.ask') }).click();
}

/** The record in the chart becomes another while the dialog is open. */
const changedMeanwhile = (number: string, variant: string, change: Omit<Partial<Patient>, 'id'>): Way => ({
  number,
  variant: `${variant}, between yes and the write`,
  shows: 'stop.wrong-patient.title',
  drive: async (scene) => {
    const { page, sandbox } = scene;
    const chart = await scene.newChart();
    await openPreview(page, scene.house, chart);
    await askToSave(page);
    await sandbox.put({ ...patientOf(scene, chart), ...change });
    scene.sandbox.clearRequests();
    await sayYes(page);
  },
  hits: (scene) => scene.requests('GET', 'Patient'),
});

function patientOf({ sandbox }: Scene, { patient: id }: CopiedChart): Patient & { readonly id: string } {
  const fixture = sandbox.patients.find(({ name }) => name === 'leiomyosarcoom');
  if (fixture === undefined) throw new Error('The sandbox has no patient "leiomyosarcoom".');
  return { ...fixture.patient, id };
}

const ofTheRecord: readonly Way[] = [
  ...(
    [
      ['vervangen', 'stop.record-replaced.title'],
      ['inactief', 'stop.record-inactive.title'],
    ] as const
  ).map(([patient, shows]) => ({
    number: 'F35',
    variant: `${patient}, at the launch`,
    shows,
    drive: async ({ page, sandbox }: Scene) => {
      await page.goto(sandbox.launch({ patient }));
    },
    hits: (scene: Scene) => scene.requests('GET', 'Patient'),
  })),
  changedMeanwhile('F35', 'replaced', { link: [{ type: 'replaced-by', other: { reference: 'Patient/pat-4102' } }] }),
  changedMeanwhile('F35', 'inactive', { active: false }),
  changedMeanwhile('F65', 'another name', { name: [{ text: 'Noor Proef' }] }),
  changedMeanwhile('F65', 'another birth date', { birthDate: '1951-05-05' }),
];

export const WAYS_OF_ANSWERS: readonly Way[] = [...inTheAnswer, ...ofTheRecord];
