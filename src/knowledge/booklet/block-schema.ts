import * as z from 'zod/mini';
import { condition, count, link, sentence, sentences, word } from './schema-parts.ts';

const cardRow = z.strictObject({
  labels: z.union([z.readonly(z.tuple([word])), z.readonly(z.tuple([word, word]))]),
  lines: count,
});
const form = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lines'), lines: count }),
  z.strictObject({ kind: z.literal('cards'), copies: count, rows: z.array(cardRow) }),
  z.strictObject({
    kind: z.literal('table'),
    columns: z.array(z.strictObject({ label: word, filledWith: z.enum(['words', 'cross']) })),
  }),
  z.strictObject({ kind: z.literal('yes-no'), yes: word, no: word, unanswered: sentence, questions: sentences }),
  z.strictObject({ kind: z.literal('legend'), marks: z.array(z.enum(['tick', 'bag', 'pencil'])) }),
  z.strictObject({
    kind: z.literal('glossary'),
    atMost: count,
    words: z.array(z.strictObject({ term: word, meaning: sentence, include: condition, rank: count })),
  }),
]);

/** Shape of a block: what it says, in short and in full, and when. */
export const block = z.strictObject({
  id: word,
  kind: z.enum([
    'text',
    'card',
    'fill-in',
    'question-list',
    'step-plan',
    'timeline',
    'table',
    'form',
    'notes',
    'glossary',
    'hand-over-sheet',
    'sensitive',
  ]),
  title: word,
  include: condition,
  chosenByClinician: z.boolean(),
  links: z.array(link),
  short: z.nullable(z.strictObject({ text: sentences, actions: sentences })),
  full: z.strictObject({
    text: sentences,
    actions: sentences,
    items: sentences,
    strong: z.array(z.int().check(z.nonnegative())),
    whole: z.boolean(),
    form: z.nullable(form),
  }),
});
