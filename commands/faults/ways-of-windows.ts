// The chart is switched in another tab or frame of the same browser (F49): the older one may write nothing and show nothing.
import type { Frame, Page } from 'playwright-core';
import { askToSave, confirmDiagnosis, save, sayYes, screen } from '../walk/drive.ts';
import { hurryClock } from '../walk/hurry.ts';
import { openDossier, openPreview, pause, previewFrom, say, until, type Scene } from './scene.ts';
import { dialogToRetract, type Way } from './ways.ts';

const OLDER = 'Samira de Boer';
const NEWER = 'Noor Proef';

/** Every launch that really brought a token. */
const launches = (scene: Scene): number => scene.sandbox.requests.filter(({ path }) => path === '/token').length;

/** Opens another patient in another tab, and expects the older one to show nothing of its own. */
async function openAnother(scene: Scene): Promise<Page> {
  const other = await scene.newPage();
  await openDossier(other, scene.house, await scene.newChart(NEWER));
  await expectHidden(scene.page, OLDER);
  return other;
}

async function expectHidden(page: Pick<Page, 'getByRole' | 'locator' | 'content'>, name: string): Promise<void> {
  await screen(page, say('stop.other-patient.title'));
  if ((await page.content()).includes(name)) throw new Error(`“${name}” still stands in the page`);
  const ways = page.getByRole('button', { name: new RegExp([say('save.yes'), say('evidence.readAgain')].join('|')) });
  if ((await ways.count()) > 0) throw new Error('there is a button to go on with');
}

/** The older tab with the dialog open, or past it; then the other patient; then what was under way `goesOn`. */
const older = (
  variant: string,
  before: (scene: Scene) => Promise<void>,
  goesOn: (scene: Scene) => Promise<void> = () => Promise.resolve(),
): Way => ({
  number: 'F49',
  variant,
  shows: 'stop.other-patient.title',
  drive: async (scene) => {
    await before(scene);
    await openAnother(scene);
    await goesOn(scene);
    await scene.page.bringToFront();
    await scene.page.keyboard.press('Enter');
    await expectHidden(scene.page, OLDER);
  },
  hits: launches,
});

/** Lets go what the server held, and leaves time for what might come of it. */
async function letGo({ sandbox }: Scene): Promise<void> {
  sandbox.clearFaults();
  await pause(3_000);
}

async function toDialog(scene: Scene): Promise<void> {
  await openPreview(scene.page, scene.house, await scene.newChart());
  await askToSave(scene.page);
}

/** The wait is ended only once the other patient is open, however long that takes. */
function waitingForABusyServer(): Way {
  const waitMs = 30_000;
  let skip = (milliseconds: number): Promise<void> => pause(milliseconds);
  return older(
    'tab: waiting for a busy server',
    async (scene) => {
      ({ skip } = await hurryClock(scene.page));
      await toDialog(scene);
      scene.arm('F26', { type: 'DocumentReference', retryAfter: String(waitMs / 1000), times: 1 });
      await sayYes(scene.page);
      await scene.hit();
    },
    async () => {
      await skip(waitMs);
      await pause(3_000);
    },
  );
}

const tabs: readonly Way[] = [
  older('tab: the dialog is open', toDialog),
  older(
    'tab: the look before the write is under way',
    async (scene) => {
      await toDialog(scene);
      scene.arm('F25', { type: 'DocumentReference', ms: 'when-disarmed', times: 1 });
      await sayYes(scene.page);
      await scene.hit();
    },
    letGo,
  ),
  older(
    'tab: the patient is being read anew',
    async (scene) => {
      await toDialog(scene);
      scene.arm('F25', { type: 'Patient', ms: 'when-disarmed', times: 1 });
      await sayYes(scene.page);
      await scene.hit();
    },
    letGo,
  ),
  waitingForABusyServer(),
  older('tab: nobody knows whether it was written', async (scene) => {
    await toDialog(scene);
    scene.arm('F59', { variant: 'drop-before', lookup: 'unreachable' });
    await sayYes(scene.page);
    await screen(scene.page, say('unknown.title'));
    scene.sandbox.clearFaults();
  }),
  older(
    'tab: the chart is still being read',
    async (scene) => {
      scene.arm('F25', { ms: 'when-disarmed', times: 1 });
      await scene.page.goto(scene.sandbox.launch(await scene.newChart()));
      await scene.hit();
    },
    letGo,
  ),
  older('tab: the patient could not be read', async (scene) => {
    scene.arm('F27', { type: 'Patient' });
    await scene.page.goto(scene.sandbox.launch(await scene.newChart()));
    await screen(scene.page, say('stop.patient-not-read.title'));
    scene.sandbox.clearFaults();
  }),
  { ...older('tab: the dialog to take back is open', dialogToRetract), may: 1 },
  {
    number: 'F49',
    variant: 'tabs: A, B, A again; the last one saves',
    shows: 'finish.title',
    may: 1,
    drive: async (scene) => {
      const { house } = scene;
      const [a, b] = [await scene.newChart(), await scene.newChart(NEWER)];
      const [first, second] = [await scene.newPage(), await scene.newPage()];
      await openPreview(first, house, a);
      await openPreview(second, house, b);
      await expectHidden(first, OLDER);
      await scene.page.bringToFront();
      await openPreview(scene.page, house, a);
      await expectHidden(second, NEWER);
      await expectHidden(first, OLDER);
      await save(scene.page);
    },
    hits: launches,
  },
];

/** Puts the app for one more chart into the page of the EHR: a second frame, as some EHRs keep them. */
async function addFrame(page: Page, address: string): Promise<Frame> {
  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    frame.src = src;
    frame.style.height = '700px';
    document.body.append(frame);
  }, address);
  await until(() => page.frames().length > 2, 'there is no second frame');
  const frame = page.frames().at(-1);
  if (frame === undefined) throw new Error('there is no second frame');
  return frame;
}

async function firstFrame(scene: Scene): Promise<Frame> {
  await scene.page.goto(`${scene.sandbox.origin}/ehr/frame/leiomyosarcoom`);
  const frame = scene.page.frames()[1];
  if (frame === undefined) throw new Error('there is no frame');
  scene.view = frame;
  return frame;
}

async function frameToDialog(frame: Frame): Promise<void> {
  await confirmDiagnosis(frame);
  await previewFrom(frame);
  await askToSave(frame);
}

const frames: readonly Way[] = [
  {
    number: 'F49',
    variant: 'frames of one page: the dialog is open',
    shows: 'stop.other-patient.title',
    drive: async (scene) => {
      const frame = await firstFrame(scene);
      await frameToDialog(frame);
      const newer = await addFrame(scene.page, scene.sandbox.launch(await scene.newChart(NEWER)));
      await screen(newer, say('evidence.title'));
      await expectHidden(frame, OLDER);
    },
    hits: launches,
  },
  {
    number: 'F49',
    variant: 'frames of one page: the write is under way',
    shows: 'stop.other-patient.title',
    drive: async (scene) => {
      const frame = await firstFrame(scene);
      await frameToDialog(frame);
      scene.arm('F25', { type: 'Patient', ms: 'when-disarmed', times: 1 });
      await sayYes(frame);
      await scene.hit();
      const newer = await addFrame(scene.page, scene.sandbox.launch(await scene.newChart(NEWER)));
      await screen(newer, say('evidence.title'));
      await expectHidden(frame, OLDER);
      await letGo(scene);
      await expectHidden(frame, OLDER);
    },
    hits: launches,
  },
  {
    number: 'F49',
    variant: 'frames started at once, one sessionStorage',
    shows: 'stop.other-patient.title',
    drive: async (scene) => {
      const newer = scene.sandbox.launch(await scene.newChart(NEWER));
      const frame = await firstFrame(scene);
      const other = await addFrame(scene.page, newer);
      await Promise.all([settle(frame), settle(other)]);
      await pause(500);
      const [one, two] = await Promise.all([frame.content(), other.content()]);
      if (one.includes(OLDER) && two.includes(NEWER)) throw new Error('both records stand on the screen');
      if (one.includes(NEWER) || two.includes(OLDER)) throw new Error('a frame shows the patient of the other');
      scene.view = one.includes(say('stop.other-patient.title')) ? frame : other;
    },
    hits: launches,
  },
  {
    number: 'F49',
    variant: 'a browser whose windows do not hear of each other',
    shows: { launch: 'other-charts-unheard' },
    drive: async (scene) => {
      await scene.page.addInitScript(() => {
        Reflect.deleteProperty(globalThis, 'BroadcastChannel');
      });
      await scene.page.goto(scene.sandbox.launch(await scene.newChart()));
    },
    hits: (scene) => scene.sandbox.requests.filter(({ path }) => path.endsWith('smart-configuration')).length,
  },
];

/** Until the app in this frame stands still. */
async function settle(frame: Frame): Promise<void> {
  await frame
    .getByRole('heading', { name: new RegExp(`^(${say('evidence.title')}|${say('stop.other-patient.title')})$`) })
    .waitFor();
}

export const WAYS_OF_WINDOWS: readonly Way[] = [...tabs, ...frames];
