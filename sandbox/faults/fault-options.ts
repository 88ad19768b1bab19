/** A faulty answer about one type of resource; Condition unless another is named. */
interface OfType {
  readonly type?: string;
}
/** Origin of a server outside the hospital (`startForeignServer`). */
interface ToForeign {
  readonly foreign: string;
}

/** What each fault can be told. The names are the numbers of the fault table. */
export interface FaultOptions {
  /** Discovery file. `slow` waits `ms` (default 40 s). */
  F04:
    | { readonly variant: 'not-found' | 'html' | 'no-endpoints' | 'no-S256' }
    | { readonly variant: 'slow'; readonly ms?: number }
    | ({ readonly variant: 'other-origin' } & ToForeign);
  /** The sign-in page answers with an error and a hostile description. */
  F05: { readonly variant?: 'access_denied' | 'invalid_scope' };
  /** Token answer without `patient`. */
  F09: object;
  /** Granted without the right to create documents. */
  F10: object;
  /** 401 on every FHIR request from now on. */
  F13: object;
  /** 403 on one type; `method` narrows it. */
  F14: OfType & { readonly method?: string };
  /** `next` link that leaves the server, or stays on it but leaves the FHIR base. */
  F20: OfType & ({ readonly variant?: 'outside-base' } | ({ readonly variant: 'foreign-origin' } & ToForeign));
  /** 302 to the foreign server. */
  F22: OfType & ToForeign;
  /** `next` that comes back: to itself, or A→B→A. */
  F23: OfType & { readonly variant?: 'self' | 'a-b-a' };
  /** Too much: pages without end, 10,000 entries at once, or `megabytes` (default 50) in one answer. */
  F24: OfType & { readonly variant?: 'endless' | 'many-entries' | 'large'; readonly megabytes?: number };
  /** Late by `ms` (default 6 s), as soon as the fault is disarmed, or never. */
  F25: OfType & { readonly ms?: number | 'when-disarmed' | 'never' };
  /** 429; `retryAfter` is the header as sent, absent = no header. */
  F26: OfType & { readonly retryAfter?: string };
  /** `status` 5xx (default 503), or the connection drops. */
  F27: OfType & { readonly status?: number | 'drop' };
  /** The launch patient is 404 or 410. */
  F28: { readonly status?: 404 | 410 };
  /** 200, but not the FHIR that was asked for. */
  F29: OfType & {
    readonly variant?: 'operation-outcome' | 'html' | 'empty' | 'not-json' | 'wrong-resource-type';
  };
  /** Another patient: in the Patient answer, or as subject of one Condition of the search. */
  F30: { readonly variant?: 'patient' | 'condition' };
  /** The launch encounter is another patient's. */
  F31: object;
  /** An OperationOutcome whose diagnostics hold the BSN: on a search of `type`, or on the write of a document. */
  F44: OfType & { readonly variant?: 'search' | 'create' };
  /** The write answers 409 or 412. */
  F56: { readonly status?: 409 | 412 };
  /** The write answers 413. */
  F57: object;
  /** The write answers 400 or 422 with an OperationOutcome. */
  F58: { readonly status?: 400 | 422 };
  /** The answer to the write is lost, or the server breaks before or after it. With `lookup: 'unreachable'` later searches for documents drop too, until cleared. */
  F59: {
    readonly variant?: 'drop-before' | 'error-before' | 'drop-after' | 'error-after' | 'timeout-after';
    readonly lookup?: 'unreachable';
  };
  /** Stored, but the answer says little: 201 with nothing, 202, 200 with another id, 201 with a foreign Location. */
  F62: { readonly variant?: 'bare' | 'accepted' | 'other-id' } | ({ readonly variant: 'foreign-location' } & ToForeign);
  /** Read back, the document differs from what was sent. */
  F63: { readonly variant?: 'hash' | 'subject' | 'status' };
  /** 403 on the write although it was granted. */
  F64: object;
}

export type FaultName = keyof FaultOptions;

/** How often the fault is produced before the server behaves again; without it: until it is cleared. */
export interface FaultLimit {
  readonly times?: number;
}

/** The options of a fault, left out where it needs none. */
export type FaultArguments<Name extends FaultName> = object extends FaultOptions[Name]
  ? [options?: FaultOptions[Name] & FaultLimit]
  : [options: FaultOptions[Name] & FaultLimit];
