import * as z from 'zod/mini';
import { WORK_STATUSES } from '../../domain/choices.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { FACT_FIELDS, type Condition } from '../../domain/condition.ts';
import { SLOT_NAMES } from '../../domain/content.ts';
import type { EntityId } from '../../domain/entity.ts';
import { DATE_RULES } from '../../domain/sick-leave/work-timeline.ts';

const SLOT = /\{\{([^}]*)\}\}/g;

const word = z.string().check(z.minLength(1));
const count = z.int().check(z.positive());
const url = z.string().check(z.regex(/^(https:\/\/|mailto:)\S+$/));

/** A sentence may name only slots that somebody fills. */
const sentence = word.check(
  z.refine((text) => [...text.matchAll(SLOT)].every(([, name]) => SLOT_NAMES.some((slot) => slot === name))),
);
const sentences = z.array(sentence);

const field = z.enum(FACT_FIELDS);
const condition: z.ZodMiniType<Condition> = z.lazy(() =>
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

const link = z.strictObject({ key: word, label: word, url, short: word });

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

const block = z.strictObject({
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

const sectionBase = { id: word, title: z.nullable(word), blocks: z.array(word) };
const section = z.discriminatedUnion('kind', [
  z.strictObject({
    ...sectionBase,
    kind: z.enum(['call-card', 'first-things', 'diagnosis', 'three-questions', 'steps', 'dates', 'colophon']),
  }),
  z.strictObject({ ...sectionBase, kind: z.literal('text'), lead: z.nullable(word), codes: z.array(word) }),
  z.strictObject({ ...sectionBase, kind: z.literal('appointments'), copies: count, labels: z.array(word) }),
  z.strictObject({ ...sectionBase, kind: z.literal('lines'), lines: count }),
]);

const theme = z.enum([
  'voorin',
  'na-de-diagnose',
  'behandeling',
  'steun-en-contact',
  'werk',
  'invullen',
  'woorden',
  'achterin',
]);

const chapter = z.strictObject({
  id: word,
  include: condition,
  theme,
  icon: word,
  title: word,
  sections: z.array(section),
});

const planSentence = z.strictObject({ text: sentence, include: condition, lines: z.nullable(count) });

const kort = z.strictObject({
  cover: z.strictObject({ title: word, forWhom: sentence, given: sentence }),
  chapters: z.array(chapter),
  back: z.strictObject({ title: word, block: word }),
  fixed: z.strictObject({
    subject: sentence,
    subtitle: sentences,
    trial: sentence,
    call: sentence,
    callUrgent: sentence,
    firstSickDay: sentence,
    weeksTitle: sentence,
    notes: sentence,
    outside: sentence,
    found: sentence,
    checked: sentence,
    centresChecked: sentence,
    version: sentence,
    contentVersion: sentence,
    noAdvice: sentence,
    copy: sentence,
  }),
  leads: z.record(z.string(), planSentence),
  firstThings: z.strictObject({ print: count, candidates: z.array(planSentence) }),
  timeline: z.strictObject({
    maxRows: count,
    labels: z.record(z.string(), word),
    always: z.array(word),
    wia: sentence,
  }),
  oneOf: z.array(z.array(word)),
  givesWay: z.array(word),
});

/** Words around a date: they name nothing of the patient but what the timeline fills in. */
const around = (...names: readonly string[]) =>
  word.check(z.refine((text) => [...text.matchAll(SLOT)].every(([, name]) => names.includes(name ?? ''))));
const perRule = z.record(z.enum(DATE_RULES), around('date'));

const volledig = z.strictObject({
  contentsTitle: word,
  opening: word,
  front: z.array(z.strictObject({ id: word, icon: word, title: word, blocks: z.array(word) })),
  chapters: z.array(
    z.strictObject({ id: word, theme, icon: word, title: word, lead: sentence, blocks: z.array(word) }),
  ),
  end: z.strictObject({
    id: word,
    icon: word,
    title: word,
    blocks: z.array(word),
    facts: z.array(z.strictObject({ label: word, text: sentence })),
  }),
  fixed: z.strictObject({
    generalPractitioner: sentence,
    boldFirst: sentence,
    ownLines: sentence,
    notesContinued: sentence,
  }),
  timeline: z.strictObject({
    yearOne: word,
    yearTwoLater: word,
    yearTwoLead: word,
    yearTwo: word,
    next: around('when'),
    again: around('dates'),
    week: around('week'),
    afterWeek: around('week'),
    when: perRule,
    past: perRule,
  }),
});

const employerSheet = z.strictObject({
  include: condition,
  title: word,
  heading: word,
  handedOver: z.array(word),
  told: z.array(word),
  diagnosis: sentence,
  fillInTitle: word,
  fields: z.array(z.strictObject({ label: word, lines: count, hint: z.nullable(word) })),
  consent: z.strictObject({ question: word, yes: word, no: word }),
  contactTitle: word,
  contactCondition: word,
  readingTitle: word,
  links: z.array(link),
  imprint: sentence,
});

const milestone = z.strictObject({
  id: word,
  label: word,
  action: word,
  rule: z.enum(DATE_RULES),
  week: count,
  repeat: z.nullable(z.strictObject({ everyWeeks: count, untilWeek: count })),
});

const organisation = z.strictObject({
  id: word,
  name: word,
  url,
  address: word,
  entities: z.array(
    z.pipe(
      word,
      z.transform((id) => id as EntityId),
    ),
  ),
});

/** Shape of what an approval is about. */
export const versionSchema = z.strictObject({
  knowledgeVersion: word,
  contentHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

/** Shape of the compiled booklet knowledge; closed, so that nothing unread is ever approved. */
export const bookletSchema = z.strictObject({
  content: z.strictObject({ blocks: z.array(block), kort, volledig, employerSheet }),
  timeline: z.strictObject({
    checkedOn: z.pipe(
      z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
      z.transform((text) => text as CalendarDate),
    ),
    milestones: z.record(z.enum(WORK_STATUSES), z.array(milestone)),
    contractEnd: z.strictObject({
      step: z.strictObject({ id: word, label: word, action: word }),
      after: z.enum(WORK_STATUSES),
    }),
  }),
  organisations: z.array(organisation),
  version: versionSchema,
});
