import * as z from 'zod/mini';
import type { Entity, EntityId } from '../../domain/entity.ts';
import { ClassificationError } from './classification-error.ts';

const word = z.string().check(z.minLength(1));
const explanationsSchema = z.strictObject({
  entities: z.array(
    z.strictObject({
      id: word,
      nameNl: word,
      nameEn: word,
      synonyms: z.array(word),
      nameInSentenceNl: word,
      explainedNl: word,
      family: word,
      rare: z.nullable(z.boolean()),
      caveatEn: z.optional(word),
    }),
  ),
  reasons: z.array(z.tuple([word, word, word])),
});

/** The sentence behind a reason key, in the languages of the screens. */
export interface ReasonSentence {
  readonly nl: string;
  readonly en: string;
}

/** The half that explains: names for the clinician and the booklet, and the sentences of the reasons. */
export interface Explanations {
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly reasons: ReadonlyMap<string, ReasonSentence>;
}

/**
 * Checks the compiled half that explains.
 *
 * Errors: throws `ClassificationError` with every path that does not fit.
 */
export function parseExplanations(compiled: unknown): Explanations {
  const result = z.safeParse(explanationsSchema, compiled);
  if (!result.success) {
    throw new ClassificationError(
      result.error.issues.map(({ path }) => path.map(String).join('.')),
      result.error,
    );
  }
  return {
    entities: new Map(result.data.entities.map((one) => [one.id as EntityId, toEntity(one)])),
    reasons: new Map(result.data.reasons.map(([key, nl, en]) => [key, { nl, en }])),
  };
}

function toEntity({ id, caveatEn, ...rest }: z.infer<typeof explanationsSchema>['entities'][number]): Entity {
  return { ...rest, id: id as EntityId, ...(caveatEn !== undefined && { caveatEn }) };
}
