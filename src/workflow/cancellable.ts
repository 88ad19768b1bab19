/** The one thing that is being made and can be given up. */
export interface Cancellable {
  /** Signal for a new try; an older one is given up. */
  readonly renew: () => AbortSignal;
  readonly cancel: () => void;
}

export function cancellable(): Cancellable {
  let controller = new AbortController();
  return {
    renew: () => {
      controller.abort();
      controller = new AbortController();
      return controller.signal;
    },
    cancel: () => {
      controller.abort();
    },
  };
}
