import { randomUUID } from 'node:crypto';

/** What the EHR knew when the clinician clicked the app. */
export interface LaunchContext {
  /** Logical id of the Patient. */
  readonly patient: string;
  /** Logical id of the Encounter. */
  readonly encounter: string | null;
  /** Relative reference of the signed-in clinician, "Practitioner/12". */
  readonly user: string;
}

/** The launches of this run, by launch id and then by grant. */
export class Launches {
  readonly #byId = new Map<string, LaunchContext>();
  readonly #byGrant = new Map<string, LaunchContext>();
  readonly #narrowedScope = new Map<string, string>();

  /** Opens a launch and gives its id. */
  open(context: LaunchContext): string {
    const id = randomUUID();
    this.#byId.set(id, context);
    return id;
  }

  /** `id` as it came in the request. */
  find(id: unknown): LaunchContext | undefined {
    return typeof id === 'string' ? this.#byId.get(id) : undefined;
  }

  bindToGrant(grantId: string, context: LaunchContext): void {
    this.#byGrant.set(grantId, context);
  }

  ofGrant(grantId: string): LaunchContext | undefined {
    return this.#byGrant.get(grantId);
  }

  /** Remembers that less was granted than the sign-in server itself knows. */
  narrow(grantId: string, scope: string): void {
    this.#narrowedScope.set(grantId, scope);
  }

  scopeOf(grantId: string, granted: string): string {
    return this.#narrowedScope.get(grantId) ?? granted;
  }
}
