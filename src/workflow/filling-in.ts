import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Site } from './core.ts';
import type { ChoiceChange, WorkChange } from './events.ts';
import { settle } from './form.ts';
import { changed } from './navigate.ts';
import type { Form, StoredAnswer, Work } from './state.ts';
import { storedQuestions } from './stored-documents.ts';

/** The work with a change in the form, its choices brought in line. */
export function withForm(work: Work, change: Partial<Form>, today: CalendarDate): Work {
  return changed(work, { form: settle({ ...work.form, ...change }, work, today) });
}

/** The clinician by another name: who confirms is asked anew, and who is called follows. */
export function withClinician(work: Work, by: string, today: CalendarDate): Work {
  const form = settle(work.form, { chart: work.chart, by }, today);
  return changed(work, { by, confirmed: null, form });
}

/** Takes over number and hours of a department; what was typed for another one goes. */
export function withDepartment(work: Work, id: string, site: Site, today: CalendarDate): Work {
  const department = site.departments.find((candidate) => candidate.id === id);
  if (department === undefined) return work;
  const { phone, hours } = department;
  return withForm(work, { department: id, phone: phone ?? '', hours: hours ?? '' }, today);
}

/** A change in the work chapter. */
export function withWork(work: Work, change: WorkChange, today: CalendarDate): Work {
  const { choices } = work.form;
  return withForm(work, { choices: { ...choices, work: { ...choices.work, ...change } } }, today);
}

/** A change in what the booklet says. */
export function withChoice(work: Work, change: ChoiceChange, today: CalendarDate): Work {
  return withForm(work, { choices: { ...work.form.choices, ...change } }, today);
}

/** The clinician's word on a booklet that stands in the chart already. Two current ones about one diagnosis are never kept (D23). */
export function withStoredAnswer(work: Work, id: string, answer: StoredAnswer, site: Site): Work {
  const question = storedQuestions(work, site).find(({ document }) => document.id === id);
  if (question === undefined || (question.about === 'same' && answer === 'stay')) return work;
  return changed(work, { form: { ...work.form, stored: new Map([...work.form.stored, [id, answer]]) } });
}
