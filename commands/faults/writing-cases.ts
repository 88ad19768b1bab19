import type { FaultOptions } from '../../sandbox/faults/fault-options.ts';
import type { MessageKey } from '../../src/locales/messages.ts';
import { askToSave, confirmDiagnosis, save, sayYes, screen } from '../walk/drive.ts';
import { hurryClock } from '../walk/hurry.ts';
import { armed, onSaving, type FaultCase } from './fault-case.ts';
import { openDossier, openPreview, say, type Scene } from './scene.ts';

interface Writing {
  readonly arm: (scene: Scene) => void;
  readonly shows: MessageKey;
  readonly says?: readonly string[];
}

const writing = (number: string, variant: string, { arm, ...screenOf }: Writing): FaultCase => ({
  number,
  variant,
  ...screenOf,
  drive: onSaving(arm),
});

const refusals: readonly FaultCase[] = [
  writing('F13', 'while saving', {
    arm: armed('F13'),
    shows: 'session.title',
  }),
  writing('F26', 'at the look before the write', {
    arm: armed('F26', { type: 'DocumentReference' }),
    shows: 'save.unreachable.heading',
  }),
  writing('F44', 'create', {
    arm: armed('F44', { variant: 'create' }),
    shows: 'save.refused.heading',
  }),
  ...([409, 412] as const).map((status) =>
    writing('F56', String(status), {
      arm: armed('F56', { status }),
      shows: 'save.refused.heading',
    }),
  ),
  writing('F57', '413', {
    arm: armed('F57'),
    shows: 'save.too-large.heading',
  }),
  ...([400, 422] as const).map((status) =>
    writing('F58', String(status), {
      arm: armed('F58', { status }),
      shows: 'save.refused.heading',
    }),
  ),
  writing('F64', '403', {
    arm: armed('F64'),
    shows: 'saving.not-allowed.heading',
    says: [say('saving.not-allowed.text')],
  }),
  writing('F65', 'between yes and the write', {
    arm: armed('F30', { variant: 'patient' }),
    shows: 'stop.wrong-patient.title',
    says: ['OPSLAAN-65'],
  }),
];

type Loss = NonNullable<FaultOptions['F59']['variant']>;

const LOSSES: Readonly<Record<Loss, MessageKey>> = {
  'drop-before': 'save.unreachable.heading',
  'error-before': 'save.unreachable.heading',
  'drop-after': 'finish.title',
  'error-after': 'finish.title',
  'timeout-after': 'finish.title',
};

/** The answer is lost; with `lookup` the search after it is lost too. */
function lost(variant: Loss, lookup: boolean): FaultCase {
  const drive = onSaving(armed('F59', { variant, ...(lookup ? { lookup: 'unreachable' } : {}) }));
  return {
    number: 'F59',
    variant: lookup ? `${variant}, look-up fails` : variant,
    shows: lookup ? 'unknown.title' : LOSSES[variant],
    drive: async (scene) => {
      const { skip } = await hurryClock(scene.page);
      await drive(scene);
      if (variant !== 'timeout-after') return;
      await scene.hit();
      await skip(30_000);
    },
  };
}

const answers: readonly FaultCase[] = [
  ...(['bare', 'accepted', 'other-id', 'foreign-location'] as const).map((variant) =>
    writing('F62', variant, {
      arm: (scene) => {
        scene.arm('F62', variant === 'foreign-location' ? { variant, foreign: scene.foreign } : { variant });
      },
      shows: 'finish.title',
    }),
  ),
  ...(['hash', 'subject', 'status'] as const).map((variant) =>
    writing('F63', variant, {
      arm: armed('F63', { variant }),
      shows: 'differs.title',
    }),
  ),
];

/** Two tabs on one chart: the first saves while the second has its booklet ready, then the second says yes. */
async function secondTabSaves(scene: Scene): Promise<void> {
  const { page, house } = scene;
  const chart = await scene.newChart();
  const first = await scene.newPage();
  await openPreview(first, house, chart);
  await page.bringToFront();
  await openPreview(page, house, chart);
  // A tab in the background draws nothing, and is waited for in vain.
  await first.bringToFront();
  await save(first);
  await page.bringToFront();
  await askToSave(page);
  scene.sandbox.clearRequests();
  await sayYes(page);
  await page.getByRole('heading', { name: say('stored.changed') }).waitFor();
  if (scene.requests('POST', 'DocumentReference') > 0) throw new Error('the second tab wrote as well');
}

const searches = (scene: Scene): number => scene.requests('GET', 'DocumentReference');

const tabs: readonly FaultCase[] = [
  {
    number: 'F50',
    variant: 'both go on',
    shows: 'evidence.title',
    drive: async (scene) => {
      const chart = await scene.newChart();
      const other = await scene.newPage();
      await openDossier(scene.page, scene.house, chart);
      await openDossier(other, scene.house, chart);
      await scene.page.bringToFront();
      await confirmDiagnosis(scene.page);
      await other.bringToFront();
      await confirmDiagnosis(other);
      await other.goBack();
      await scene.page.bringToFront();
      await scene.page.goBack();
      await screen(scene.page, say('evidence.title'));
    },
    hits: (scene) => scene.requests('GET', 'Patient'),
  },
  {
    number: 'F50',
    variant: 'the second write',
    shows: 'stored.changed',
    says: [say('stored.changed.text')],
    drive: secondTabSaves,
    hits: searches,
  },
  {
    number: 'F55',
    variant: 'since the booklet was made',
    shows: 'stored.changed',
    says: [say('stored.same.replace', { version: 1 })],
    drive: secondTabSaves,
    hits: searches,
  },
  {
    number: 'F55',
    variant: 'before the launch',
    shows: 'stored.title',
    says: [say('stored.same.replace', { version: 1 })],
    drive: async (scene) => {
      const chart = await scene.newChart();
      const first = await scene.newPage();
      await openPreview(first, scene.house, chart);
      await save(first);
      scene.sandbox.clearRequests();
      await scene.page.bringToFront();
      await openDossier(scene.page, scene.house, chart);
      await confirmDiagnosis(scene.page);
    },
    hits: searches,
  },
];

export const WRITING_CASES: readonly FaultCase[] = [
  ...refusals,
  ...Object.keys(LOSSES).flatMap((variant) => [lost(variant as Loss, false), lost(variant as Loss, true)]),
  ...answers,
  ...tabs,
];
