import type { FaultOptions } from '../../sandbox/faults/fault-options.ts';
import type { LaunchProblem } from '../../src/locales/launch-messages.ts';
import { screen } from '../walk/drive.ts';
import { hurryClock } from '../walk/hurry.ts';
import { onLaunch, type FaultCase } from './fault-case.ts';
import { say, until } from './scene.ts';

const DISCOVERY: Readonly<Record<Exclude<FaultOptions['F04']['variant'], 'slow'>, LaunchProblem>> = {
  'not-found': 'discovery-not-found',
  html: 'discovery-unreadable',
  'no-endpoints': 'discovery-no-endpoints',
  'other-origin': 'discovery-foreign-endpoint',
  'no-S256': 'discovery-no-pkce',
};

const discovery: readonly FaultCase[] = Object.entries(DISCOVERY).map(([variant, launch]) => ({
  number: 'F04',
  variant,
  shows: { launch },
  drive: onLaunch((scene) => {
    scene.arm('F04', { variant: variant as keyof typeof DISCOVERY, foreign: scene.foreign });
  }),
}));

const slowDiscovery: FaultCase = {
  number: 'F04',
  variant: 'slow',
  shows: { launch: 'discovery-too-slow' },
  drive: async (scene) => {
    const { skip } = await hurryClock(scene.page);
    await onLaunch(() => {
      scene.arm('F04', { variant: 'slow' });
    })(scene);
    await scene.hit();
    await skip(15_000);
  },
};

const refused: readonly FaultCase[] = (['access_denied', 'invalid_scope'] as const).map((variant) => ({
  number: 'F05',
  variant,
  shows: { launch: 'refused-by-ehr' },
  says: [variant],
  drive: onLaunch((scene) => {
    scene.arm('F05', { variant });
  }),
}));

/** The token answers that really offered a style sheet. */
let offered = 0;

const style: FaultCase = {
  number: 'F61',
  variant: 'offered in the token answer',
  shows: 'evidence.title',
  drive: async (scene) => {
    const { page, sandbox } = scene;
    offered = 0;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const answered = page.waitForResponse((response) => new URL(response.url()).pathname === '/token');
    await onLaunch(() => undefined)(scene);
    const { smart_style_url: address } = (await (await answered).json()) as { readonly smart_style_url?: string };
    if (address === undefined) throw new Error('the token answer offers no smart_style_url');
    offered = 1;
    const style = new URL(address).pathname;
    await screen(page, say('evidence.title'));
    await until(() => scene.requests('GET', 'DocumentReference') > 0, 'the first screen did not come to rest');
    if ([...asked, ...sandbox.requests.map(({ path }) => path)].includes(style)) throw new Error('it was fetched');
  },
  hits: () => offered,
};

export const LAUNCH_CASES: readonly FaultCase[] = [
  ...discovery,
  slowDiscovery,
  ...refused,
  {
    number: 'F09',
    variant: 'no patient',
    shows: { launch: 'no-patient' },
    drive: onLaunch((scene) => {
      scene.arm('F09');
    }),
  },
  {
    number: 'F10',
    variant: 'no right to create',
    shows: 'saving.not-granted.heading',
    says: [say('saving.not-granted.text')],
    drive: onLaunch((scene) => {
      scene.arm('F10');
    }),
  },
  style,
];
