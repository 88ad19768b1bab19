import * as z from 'zod/mini';
import { DATE_RULES } from '../../domain/sick-leave/work-timeline.ts';
import { SLOT, condition, count, link, sentence, sentences, word } from './schema-parts.ts';

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

/** The shape of Kort: which blocks stand where, and the sentences around them. */
export const kort = z.strictObject({
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

/** The shape of Volledig. */
export const volledig = z.strictObject({
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
    now: around('when'),
    again: around('dates'),
    week: around('week'),
    afterWeek: around('week'),
    when: perRule,
    past: perRule,
  }),
});

/** The shape of the sheet for the bedrijfsarts. */
export const employerSheet = z.strictObject({
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
