// What the shapes of blocks and of booklets are both made of.
import * as z from 'zod/mini';
import { FACT_FIELDS, type Condition } from '../../domain/condition.ts';
import { SLOT_NAMES } from '../../domain/content.ts';

export const SLOT = /\{\{([^}]*)\}\}/g;

export const word = z.string().check(z.minLength(1));
export const count = z.int().check(z.positive());
export const url = z.string().check(z.regex(/^(https:\/\/|mailto:)\S+$/));

/** A sentence may name only slots that somebody fills. */
export const sentence = word.check(
  z.refine((text) => [...text.matchAll(SLOT)].every(([, name]) => SLOT_NAMES.some((slot) => slot === name))),
);
export const sentences = z.array(sentence);

const field = z.enum(FACT_FIELDS);
export const condition: z.ZodMiniType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ always: z.literal(true) }),
    z.strictObject({ all: z.array(condition) }),
    z.strictObject({ any: z.array(condition) }),
    z.strictObject({ not: condition }),
    z.strictObject({ field, op: z.enum(['known', 'unknown']) }),
    z.strictObject({ field, op: z.literal('eq'), value: z.union([z.string(), z.number(), z.boolean()]) }),
    z.strictObject({ field, op: z.literal('in'), value: z.array(z.string()) }),
    z.strictObject({ field, op: z.enum(['gte', 'lt']), value: z.number() }),
  ]),
);

export const link = z.strictObject({ key: word, label: word, url, short: word });
