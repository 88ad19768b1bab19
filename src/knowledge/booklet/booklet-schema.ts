import * as z from 'zod/mini';
import { WORK_STATUSES } from '../../domain/choices.ts';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { EntityId } from '../../domain/entity.ts';
import { DATE_RULES } from '../../domain/sick-leave/work-timeline.ts';
import { block } from './block-schema.ts';
import { employerSheet, kort, volledig } from './plan-schema.ts';
import { count, url, word } from './schema-parts.ts';

const milestone = z.strictObject({
  id: word,
  label: word,
  action: word,
  pastAction: word,
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
      step: z.strictObject({ id: word, label: word, action: word, pastAction: word }),
      after: z.enum(WORK_STATUSES),
    }),
  }),
  organisations: z.array(organisation),
  version: versionSchema,
});
