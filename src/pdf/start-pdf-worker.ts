import workerUrl from './pdf.worker.ts?worker&url';

interface ScriptUrlPolicy {
  /** Gives a TrustedScriptURL; a string to the compiler, whose DOM does not know the type. */
  readonly createScriptURL: (url: string) => string;
}

declare global {
  interface Window {
    readonly trustedTypes?: {
      readonly createPolicy: (name: string, rules: ScriptUrlPolicy) => ScriptUrlPolicy;
    };
  }
}

let policy: ScriptUrlPolicy | undefined;

/** Starts the worker that makes booklets, as the content policy of the page wants it: by the policy "pdf-worker". */
export function startPdfWorker(): Worker {
  // A policy of one name can be made only once.
  policy ??= window.trustedTypes?.createPolicy('pdf-worker', { createScriptURL: onlyTheWorker }) ?? {
    createScriptURL: onlyTheWorker,
  };
  return new Worker(policy.createScriptURL(workerUrl), { type: 'module' });
}

function onlyTheWorker(url: string): string {
  if (url !== workerUrl) throw new TypeError('not the address of the booklet worker');
  return url;
}
