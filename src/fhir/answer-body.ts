import { FhirReadError } from './fhir-error.ts';

/** The text of an answer and what it weighed. */
export interface AnswerBody {
  readonly text: string;
  readonly bytes: number;
}

/**
 * Reads the body of an answer piece by piece, and stops in the middle once it weighs more than `byteLimit` (F24).
 *
 * Errors: FhirReadError `too-large`; what the connection itself throws is passed on.
 */
export async function readBody(response: Response, byteLimit: number): Promise<AnswerBody> {
  const reader = response.body?.getReader();
  if (reader === undefined) return { text: '', bytes: 0 };
  const decoder = new TextDecoder();
  const texts: string[] = [];
  let bytes = 0;
  for (;;) {
    const piece = await reader.read();
    if (piece.done) break;
    bytes += piece.value.byteLength;
    if (bytes > byteLimit) {
      await reader.cancel();
      throw new FhirReadError('too-large', { status: response.status });
    }
    texts.push(decoder.decode(piece.value, { stream: true }));
  }
  texts.push(decoder.decode());
  return { text: texts.join(''), bytes };
}
