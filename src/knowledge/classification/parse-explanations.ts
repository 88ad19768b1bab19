import * as z from 'zod/mini';
import type { Entity, EntityId, EntityName } from '../../domain/entity.ts';
import { ClassificationError } from './classification-error.ts';

const word = z.string().check(z.minLength(1));
const namesSchema = z.strictObject({
  entities: z.array(z.strictObject({ id: word, nameNl: word, nameEn: word, rare: z.nullable(z.boolean()) })),
  reasons: z.array(z.tuple([word, word, word])),
});
const detailsSchema = z.array(
  z.strictObject({
    id: word,
    synonyms: z.array(word),
    nameInSentenceNl: word,
    explainedNl: word,
    family: word,
    sources: z.array(word).check(z.minLength(1)),
    caveatEn: z.optional(word),
  }),
);

/** The sentence behind a reason key, in the languages of the screens. */
export interface ReasonSentence {
  readonly nl: string;
  readonly en: string;
}

/** What is shown with a verdict. */
export interface Names {
  readonly names: ReadonlyMap<EntityId, EntityName>;
  readonly reasons: ReadonlyMap<string, ReasonSentence>;
}

export type Entities = ReadonlyMap<EntityId, Entity>;

/**
 * Checks the compiled names and reasons.
 *
 * Errors: throws `ClassificationError` with every path that does not fit.
 */
export function parseNames(compiled: unknown): Names {
  const { entities, reasons } = checked(namesSchema, compiled);
  return {
    names: new Map(entities.map((one) => [one.id as EntityId, { ...one, id: one.id as EntityId }])),
    reasons: new Map(reasons.map(([key, nl, en]) => [key, { nl, en }])),
  };
}

/**
 * Checks the compiled details and puts them with the names.
 *
 * Errors: throws `ClassificationError` with every path that does not fit, or the ids without a name.
 */
export function parseEntities(compiled: unknown, { names }: Names): Entities {
  const details = checked(detailsSchema, compiled);
  const nameless = details.filter(({ id }) => !names.has(id as EntityId)).map(({ id }) => id);
  const bare = [...names.keys()].filter((id) => !details.some((one) => one.id === id));
  if (nameless.length + bare.length > 0) throw new ClassificationError([...nameless, ...bare]);
  return new Map(
    details.flatMap(({ caveatEn, ...detail }) => {
      const name = names.get(detail.id as EntityId);
      return name === undefined
        ? []
        : [[name.id, { ...detail, ...name, ...(caveatEn !== undefined && { caveatEn }) }] as const];
    }),
  );
}

/** Both at once, for who is in no hurry. Errors: as `parseNames` and `parseEntities`. */
export function parseExplanations(compiled: { readonly names: unknown; readonly details: unknown }): {
  readonly entities: Entities;
  readonly reasons: Names['reasons'];
} {
  const names = parseNames(compiled.names);
  return { entities: parseEntities(compiled.details, names), reasons: names.reasons };
}

function checked<Schema extends z.ZodMiniType>(schema: Schema, compiled: unknown): z.infer<Schema> {
  const result = z.safeParse(schema, compiled);
  if (result.success) return result.data;
  throw new ClassificationError(
    result.error.issues.map(({ path }) => path.map(String).join('.')),
    result.error,
  );
}
