import * as z from 'zod/mini';
import type { ContentVersion } from '../../domain/approval.ts';
import type { BookletContent } from '../../domain/content.ts';
import type { Organisation } from '../../domain/directory.ts';
import type { WorkTimeline } from '../../domain/sick-leave/work-timeline.ts';
import { bookletSchema, versionSchema } from './booklet-schema.ts';

/** All that a booklet is composed from, of one knowledge version. */
export interface BookletKnowledge {
  readonly content: BookletContent;
  readonly timeline: WorkTimeline;
  /** Those of the release; a hospital may have a list of its own instead (D7). */
  readonly organisations: readonly Organisation[];
  /** What an approval must be about (D20). */
  readonly version: ContentVersion;
}

/** The compiled booklet knowledge is not what this app can read: the build is broken. */
export class BookletKnowledgeError extends Error {
  override readonly name = 'BookletKnowledgeError';
  constructor(
    /** Paths of what is wrong. */
    readonly paths: readonly string[],
    cause: unknown,
  ) {
    super(`The booklet knowledge does not fit this app: ${paths.join(', ')}.`, { cause });
  }
}

/**
 * Checks compiled booklet knowledge whole.
 *
 * Errors: throws `BookletKnowledgeError` with every path that does not fit; knowledge that is half right is not used.
 */
export function parseBookletKnowledge(compiled: unknown): BookletKnowledge {
  return checked(bookletSchema, compiled);
}

/** Checks the version alone; errors as `parseBookletKnowledge`. */
export function parseContentVersion(compiled: unknown): ContentVersion {
  return checked(versionSchema, compiled);
}

function checked<Output>(schema: z.ZodMiniType<Output>, compiled: unknown): Output {
  const result = z.safeParse(schema, compiled);
  if (result.success) return result.data;
  const paths = result.error.issues.map(({ path }) => path.map(String).join('.'));
  throw new BookletKnowledgeError(paths, result.error);
}
