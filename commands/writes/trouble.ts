import type { FaultName } from '../../sandbox/faults/fault-options.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Random } from './random.ts';

/** What goes wrong at the server in one run. */
export interface Trouble {
  readonly name: string;
  /** Its row of the fault table. */
  readonly fault: FaultName | null;
  readonly arm: (sandbox: Sandbox, times: number) => void;
}

const NONE: Trouble = { name: 'none', fault: null, arm: () => undefined };

const LOST = ['drop-before', 'error-before', 'drop-after', 'error-after', 'timeout-after'] as const;
const DOCUMENTS = { type: 'DocumentReference' } as const;

const TROUBLES: readonly [Trouble, ...Trouble[]] = [
  NONE,
  ...LOST.map((variant): Trouble => ({
    name: `F59 ${variant}`,
    fault: 'F59',
    arm: (sandbox, times) => {
      sandbox.fault('F59', { variant, times });
    },
  })),
  ...(['drop-before', 'drop-after', 'error-after'] as const).map((variant): Trouble => ({
    name: `F59 ${variant}, look-up out of reach`,
    fault: 'F59',
    arm: (sandbox, times) => {
      sandbox.fault('F59', { variant, times, lookup: 'unreachable' });
    },
  })),
  ...([409, 412] as const).map((status): Trouble => ({
    name: `F56 ${String(status)}`,
    fault: 'F56',
    arm: (sandbox, times) => {
      sandbox.fault('F56', { status, times });
    },
  })),
  ...[undefined, '0', 'soon'].map((retryAfter): Trouble => ({
    name: `F26 429, Retry-After ${retryAfter ?? 'missing'}`,
    fault: 'F26',
    arm: (sandbox, times) => {
      sandbox.fault('F26', { ...DOCUMENTS, times, ...(retryAfter !== undefined && { retryAfter }) });
    },
  })),
  ...([500, 503, 'drop'] as const).map((status): Trouble => ({
    name: `F27 ${String(status)} at every look-up`,
    fault: 'F27',
    arm: (sandbox, times) => {
      sandbox.fault('F27', { ...DOCUMENTS, status, times });
    },
  })),
  ...(['bare', 'accepted', 'other-id'] as const).map((variant): Trouble => ({
    name: `F62 ${variant}`,
    fault: 'F62',
    arm: (sandbox, times) => {
      sandbox.fault('F62', { variant, times });
    },
  })),
  ...(['hash', 'subject', 'status'] as const).map((variant): Trouble => ({
    name: `F63 ${variant}`,
    fault: 'F63',
    arm: (sandbox, times) => {
      sandbox.fault('F63', { variant, times });
    },
  })),
  {
    name: 'F58 422',
    fault: 'F58',
    arm: (sandbox, times) => {
      sandbox.fault('F58', { times });
    },
  },
];

export function chooseTrouble(random: Random): Trouble {
  return random.oneOf(TROUBLES);
}
