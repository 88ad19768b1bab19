import * as z from 'zod/mini';
import type { Classification } from '../../domain/classification.ts';
import { ClassificationError } from './classification-error.ts';
import { decisionsSchema } from './decisions-schema.ts';
import { indexDecisions } from './index-decisions.ts';

/**
 * Checks the compiled half that decides, and indexes it.
 *
 * Errors: throws `ClassificationError` with every path that does not fit; a list that is half right is not used.
 */
export function parseClassification(compiled: unknown): Classification {
  const result = z.safeParse(decisionsSchema, compiled);
  if (!result.success) {
    throw new ClassificationError(
      result.error.issues.map(({ path }) => path.map(String).join('.')),
      result.error,
    );
  }
  return indexDecisions(result.data);
}
