import { FhirReadError } from './fhir-error.ts';

/** The text of an answer and what it weighed. */
export interface AnswerBody {
  readonly text: string;
  readonly bytes: number;
}

/**
 * Reads the body of an answer piece by piece, and stops in the middle once it weighs more than `byteLimit` (F24) or `signal` says
 * that time is up (F25).
 *
 * Errors: FhirReadError `too-large` or `too-slow`; what the connection itself throws is passed on.
 */
export async function readBody(response: Response, byteLimit: number, signal: AbortSignal): Promise<AnswerBody> {
  const reader = response.body?.getReader();
  if (reader === undefined) return { text: '', bytes: 0 };
  const stop = (): void => {
    // The rest is thrown away; how the line ends after that is of no concern to the answer.
    reader.cancel().catch(() => undefined);
  };
  signal.addEventListener('abort', stop, { once: true });
  const decoder = new TextDecoder();
  const texts: string[] = [];
  let bytes = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    bytes += piece.value.byteLength;
    if (bytes > byteLimit) {
      stop();
      throw new FhirReadError('too-large', { status: response.status });
    }
    texts.push(decoder.decode(piece.value, { stream: true }));
  }
  // A stream that is stopped ends like one that is complete.
  if (signal.aborted) throw new FhirReadError('too-slow');
  texts.push(decoder.decode());
  return { text: texts.join(''), bytes };
}
