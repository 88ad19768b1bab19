import type {
  Aftermath,
  ChartReader,
  DiscoveryDocument,
  FaultHooks,
  FhirAnswer,
  FhirRequest,
  Reply,
  TokenAnswer,
} from './fault.ts';
import type { FaultArguments, FaultName, FaultOptions } from './fault-options.ts';
import * as reading from './reading-faults.ts';
import * as signIn from './sign-in-faults.ts';
import * as writing from './writing-faults.ts';

const MAKERS: { readonly [Name in FaultName]: (options: FaultOptions[Name]) => FaultHooks } = {
  F04: signIn.discoveryFault,
  F05: signIn.authorizeFault,
  F09: signIn.noPatientFault,
  F10: signIn.noCreateScopeFault,
  F13: reading.sessionEndedFault,
  F14: reading.forbiddenFault,
  F20: reading.strayingFault,
  F22: reading.redirectFault,
  F23: reading.circlingFault,
  F24: reading.tooMuchFault,
  F25: reading.slowFault,
  F26: reading.busyFault,
  F27: reading.failingFault,
  F28: reading.patientGoneFault,
  F29: reading.notFhirFault,
  F30: reading.otherPatientFault,
  F31: reading.otherEncounterFault,
  F44: reading.bsnInErrorFault,
  F56: writing.conflictFault,
  F57: writing.tooLargeFault,
  F58: writing.invalidFault,
  F59: writing.lostAnswerFault,
  F62: writing.scantAnswerFault,
  F63: writing.differingFault,
  F64: writing.noRightToWriteFault,
};

export const FAULT_NAMES = Object.keys(MAKERS) as FaultName[];

interface ArmedFault {
  readonly name: FaultName;
  readonly hooks: FaultHooks;
  readonly times: number;
}

/** The switchboard: which faults are armed, and how often each was really produced. */
export class Faults {
  readonly #armed = new Map<FaultName, ArmedFault>();
  readonly #hits = new Map<FaultName, number>();

  /** Arms a fault and sets its count to 0; arming it again replaces it. */
  arm<Name extends FaultName>(name: Name, ...[options]: FaultArguments<Name>): void {
    const { times = Infinity } = options ?? {};
    const make = MAKERS[name];
    this.#armed.get(name)?.hooks.disarmed?.();
    this.#armed.set(name, { name, hooks: make((options ?? {}) as FaultOptions[Name]), times });
    this.#hits.set(name, 0);
  }

  /** Disarms all; the counts stay readable. */
  clear(): void {
    for (const { hooks } of this.#armed.values()) hooks.disarmed?.();
    this.#armed.clear();
  }

  hits(name: FaultName): number {
    return this.#hits.get(name) ?? 0;
  }

  discovery(document: DiscoveryDocument): Reply | null {
    return this.#first(({ hooks }) => hooks.discovery?.(document));
  }

  authorize(): Readonly<Record<string, string>> | null {
    return this.#first(({ hooks }) => hooks.authorize?.());
  }

  token(answer: TokenAnswer): TokenAnswer {
    return this.#first(({ hooks }) => hooks.token?.(answer)) ?? answer;
  }

  before(request: FhirRequest): Reply | null {
    const reply = this.#first<Reply | Aftermath>(({ hooks }) => hooks.before?.(request));
    return reply && 'aftermath' in reply ? reply.aftermath : reply;
  }

  async after(request: FhirRequest, answer: FhirAnswer, chart: ChartReader): Promise<Reply | null> {
    for (const fault of this.#armed.values()) {
      const reply = this.#spent(fault) ? null : await fault.hooks.after?.(request, answer, chart);
      if (reply) return this.#counted(fault, reply);
    }
    return null;
  }

  #first<T extends object>(produce: (fault: ArmedFault) => T | null | undefined): T | null {
    for (const fault of this.#armed.values()) {
      const reply = produce(fault);
      if (reply && 'aftermath' in reply) return reply;
      if (reply && !this.#spent(fault)) return this.#counted(fault, reply);
    }
    return null;
  }

  #spent({ name, times }: ArmedFault): boolean {
    return this.hits(name) >= times;
  }

  #counted<T>({ name }: ArmedFault, reply: T): T {
    this.#hits.set(name, this.hits(name) + 1);
    return reply;
  }
}
