// npm run dates -- DATE STATUS [--recovered FROM..TO] [--contract-end DATE] [--json]: the dates of a sick leave, as rows.
import { parseArgs } from 'node:util';
import type { WorkTimelineFile } from '../knowledge/compile/booklet-files.ts';
import { compileBooklet } from '../knowledge/compile/compile-booklet.ts';
import { readKnowledgeFile } from '../knowledge/compile/read-files.ts';
import { parseCalendarDate, type CalendarDate } from '../src/domain/calendar-date.ts';
import { WORK_STATUSES, type WorkStatus } from '../src/domain/choices.ts';
import { checkSickLeave, countSickLeave, type Recovery } from '../src/domain/sick-leave/sick-leave.ts';
import { parseBookletKnowledge } from '../src/knowledge/booklet/parse-booklet-knowledge.ts';
import { interruptionOf, reckonRows, weekdayOf, type DatesQuestion } from './dates/reckon-rows.ts';

const USAGE = `npm run dates -- DATE STATUS [--recovered FROM..TO]... [--contract-end DATE] [--json]
DATE: the first sick day, YYYY-MM-DD. STATUS: ${WORK_STATUSES.join(', ')}.
--recovered: days of full recovery, first and last included. --contract-end: with temporary.
`;
/** After every day that can be asked about: a question on paper has no today. */
const NO_TODAY = '2199-12-31' as CalendarDate;

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n${USAGE}`);
  process.exit(2);
}

function dayOf(text: string): CalendarDate {
  return parseCalendarDate(text) ?? refuse(`"${text}" is no day: YYYY-MM-DD, from 1900 to 2199.`);
}

function recoveryOf(text: string): Recovery {
  const [from, to, ...more] = text.split('..');
  if (from === undefined || to === undefined || more.length > 0) refuse(`"${text}" is not FROM..TO.`);
  return { from: dayOf(from), to: dayOf(to) };
}

function statusOf(text: string): WorkStatus {
  return WORK_STATUSES.find((status) => status === text) ?? refuse(`There is no status "${text}".`);
}

function readArguments(): DatesQuestion & { readonly json: boolean } {
  const { values, positionals } = (() => {
    try {
      return parseArgs({
        allowPositionals: true,
        options: {
          recovered: { type: 'string', multiple: true },
          'contract-end': { type: 'string' },
          json: { type: 'boolean' },
        },
      });
    } catch (error) {
      return refuse(error instanceof Error ? error.message : String(error));
    }
  })();
  const [date, status, ...more] = positionals;
  if (date === undefined || status === undefined || more.length > 0) refuse('A DATE and a STATUS are needed.');
  const question = {
    firstSickDay: dayOf(date),
    status: statusOf(status),
    recovered: (values.recovered ?? []).map(recoveryOf),
    contractEnd: values['contract-end'] === undefined ? null : dayOf(values['contract-end']),
    json: values.json ?? false,
  };
  if (checkSickLeave(question.firstSickDay, question.recovered, NO_TODAY).kind !== 'accepted')
    refuse('Each recovery must lie between two sick days, in order.');
  if (question.contractEnd !== null && question.contractEnd < question.firstSickDay)
    refuse('The contract ends before the first sick day.');
  return question;
}

const { json, ...question } = readArguments();
const { timeline } = parseBookletKnowledge(compileBooklet(readKnowledgeFile));
const rows = reckonRows(question, timeline, readKnowledgeFile('work/work-timeline.json') as WorkTimelineFile);
const { firstSickDay } = countSickLeave(question.firstSickDay, question.recovered);

if (json) {
  const answer = {
    first_sick_day: firstSickDay,
    weekday_nl: weekdayOf(firstSickDay),
    status: question.status,
    rules_checked_on: timeline.checkedOn,
    ...interruptionOf(question, rows),
    rows,
  };
  process.stdout.write(`${JSON.stringify(answer, null, 1)}\n`);
} else {
  for (const { date, weekday_nl, what, rule } of rows)
    process.stdout.write(`${date}  ${weekday_nl.padEnd(9)}  ${what}: ${rule}\n`);
}
