import type { FaultOptions } from '../../sandbox/faults/fault-options.ts';
import type { GapReason } from '../../src/domain/evidence.ts';
import type { MessageKey } from '../../src/locales/messages.ts';
import { hurryClock } from '../walk/hurry.ts';
import { armed, gapLine, onLaunch, type FaultCase } from './fault-case.ts';
import { pause, say, type Scene } from './scene.ts';

interface Reading {
  readonly arm: (scene: Scene) => void;
  readonly shows: MessageKey;
  readonly says?: readonly string[];
}

const reading = (number: string, variant: string, { arm, ...screen }: Reading): FaultCase => ({
  number,
  variant,
  ...screen,
  drive: onLaunch(arm),
});

/** The diagnoses could not be read at all, and why. */
const notRead = (why: GapReason): Omit<Reading, 'arm'> => ({
  shows: 'evidence.not-read.heading',
  says: [gapLine('Condition', why)],
});

/** Some were read; what was is shown, and that it is not all is said. */
const notWhole = (why: GapReason, type = 'Condition'): Omit<Reading, 'arm'> => ({
  shows: 'evidence.rare.heading',
  says: [say('evidence.alsoIncomplete'), gapLine(type, why)],
});

/** Lets `spans` stretches of time pass in the page, each once the server has produced the fault once more. */
function hurried(arm: (scene: Scene) => void, spans: readonly number[]): FaultCase['drive'] {
  return async (scene) => {
    const { skip } = await hurryClock(scene.page);
    await onLaunch(arm)(scene);
    for (const [index, span] of spans.entries()) {
      await scene.hit(index + 1);
      // The answer has to arrive before its waiting can be cut short.
      await pause(500);
      await skip(span);
    }
  };
}

const forbidden: readonly FaultCase[] = [
  reading('F14', 'Condition', {
    arm: armed('F14', { type: 'Condition' }),
    ...notRead('not-allowed'),
  }),
  reading('F14', 'Encounter', {
    arm: armed('F14', { type: 'Encounter' }),
    ...notWhole('not-allowed', 'Encounter'),
  }),
  reading('F14', 'Patient', {
    arm: armed('F14', { type: 'Patient' }),
    shows: 'stop.patient-not-allowed.title',
  }),
  reading('F14', 'DocumentReference', {
    arm: armed('F14', { type: 'DocumentReference', method: 'GET' }),
    shows: 'evidence.title',
    says: [say('stored.notRead')],
  }),
];

const pages: readonly FaultCase[] = [
  reading('F20', 'outside-base', {
    arm: armed('F20', { variant: 'outside-base' }),
    ...notWhole('list-incomplete'),
  }),
  reading('F20', 'foreign-origin', {
    arm: (scene) => {
      scene.arm('F20', { variant: 'foreign-origin', foreign: scene.foreign });
    },
    ...notWhole('list-incomplete'),
  }),
  reading('F22', 'other host', {
    arm: (scene) => {
      scene.arm('F22', { foreign: scene.foreign });
    },
    ...notRead('redirected'),
  }),
  ...(['self', 'a-b-a'] as const).map((variant) =>
    reading('F23', variant, {
      arm: armed('F23', { variant }),
      ...notWhole('list-incomplete'),
    }),
  ),
  reading('F24', 'endless', {
    arm: armed('F24', { variant: 'endless' }),
    ...notWhole('too-large'),
  }),
  reading('F24', 'many-entries', {
    arm: armed('F24', { variant: 'many-entries' }),
    ...notWhole('too-large'),
  }),
  reading('F24', 'large', {
    arm: armed('F24', { variant: 'large' }),
    ...notRead('too-large'),
  }),
];

const slow: readonly FaultCase[] = [
  reading('F25', '6 s late', {
    arm: armed('F25'),
    shows: 'evidence.sole.heading',
  }),
  {
    number: 'F25',
    variant: 'never, after 5 s',
    shows: 'reading.title',
    says: [say('reading.slow')],
    drive: hurried(armed('F25', { ms: 'never' }), [5_000]),
  },
  {
    number: 'F25',
    variant: 'never, after 30 s',
    ...notRead('too-slow'),
    drive: hurried(armed('F25', { ms: 'never' }), [30_000]),
  },
];

/** A date in the header is a whole second: two seconds are at least one. */
const soon = (): string => new Date(Date.now() + 2_000).toUTCString();

const busy: readonly FaultCase[] = [
  reading('F26', 'no Retry-After', {
    arm: armed('F26'),
    ...notRead('unreachable'),
  }),
  reading('F26', 'seconds', {
    arm: armed('F26', { retryAfter: '1' }),
    ...notRead('unreachable'),
  }),
  reading('F26', 'date', {
    arm: (scene) => {
      scene.arm('F26', { retryAfter: soon() });
    },
    ...notRead('unreachable'),
  }),
  {
    number: 'F26',
    variant: 'absurd: 30 s at most',
    ...notRead('unreachable'),
    drive: hurried(armed('F26', { retryAfter: '999999' }), [30_000, 30_000]),
  },
  ...([500, 502, 503, 504, 'drop'] as const).map((status) =>
    reading('F27', String(status), {
      arm: armed('F27', { status }),
      ...notRead('unreachable'),
    }),
  ),
  reading('F27', 'Patient', {
    arm: armed('F27', { type: 'Patient' }),
    shows: 'stop.patient-not-read.title',
  }),
];

const NOT_FHIR: readonly NonNullable<FaultOptions['F29']['variant']>[] = [
  'operation-outcome',
  'html',
  'empty',
  'not-json',
  'wrong-resource-type',
];

const whose: readonly FaultCase[] = [
  ...([404, 410] as const).map((status) =>
    reading('F28', String(status), {
      arm: armed('F28', { status }),
      shows: 'stop.patient-not-found.title',
    }),
  ),
  ...NOT_FHIR.map((variant) =>
    reading('F29', variant, {
      arm: armed('F29', { variant }),
      ...notRead('unreadable'),
    }),
  ),
  reading('F29', 'html, Patient', {
    arm: armed('F29', { type: 'Patient', variant: 'html' }),
    shows: 'stop.patient-not-read.title',
  }),
  ...(['patient', 'condition'] as const).map((variant) =>
    reading('F30', variant, {
      arm: armed('F30', { variant }),
      shows: 'stop.wrong-patient.title',
    }),
  ),
  reading('F31', 'other patient', {
    arm: armed('F31'),
    ...notWhole('other-patient', 'Encounter'),
  }),
  reading('F44', 'search', {
    arm: armed('F44', { variant: 'search' }),
    ...notRead('unreadable'),
  }),
];

export const READING_CASES: readonly FaultCase[] = [
  reading('F13', 'while reading', {
    arm: armed('F13'),
    shows: 'stop.session-ended.title',
  }),
  ...forbidden,
  ...pages,
  ...slow,
  ...busy,
  ...whose,
];
