import type { CalendarDate } from '../domain/calendar-date.ts';
import type { CareParticipant, CareSource, Chart } from '../domain/chart.ts';
import { NO_CHOICES, type Contact } from '../domain/choices.ts';
import { isWithoutEhr, type Site } from './core.ts';
import type { ContactAnswer, Form, Work } from './state.ts';
import { sickLeaveDays, sickLeaveProblems, type SickLeaveProblem } from './sick-leave-form.ts';

/** Someone who can be chosen as the vast aanspreekpunt. */
export interface ContactOffer {
  readonly answer: ContactAnswer;
  readonly name: string;
  readonly role: string | null;
  /** Where the name stands in the chart; null = nowhere but with the sign-in. */
  readonly source: CareSource | null;
}

/** Whom a contact can be chosen from: the chart, and the clinician by the name that was typed where no EHR tells it. */
export type ContactSources = Pick<Work, 'chart' | 'by'>;

/** The persons on offer: the signed-in clinician first, then those of the contact, nobody twice. */
export function contactOffers({ chart, by }: ContactSources): readonly ContactOffer[] {
  const self = selfOffer(chart, by);
  const others = chart.participants.filter((person) => !person.isUser).map(offerOf);
  return self === null ? others : [self, ...others];
}

function selfOffer({ user, participants }: Chart, typed: string): ContactOffer | null {
  const self = participants.find((person) => person.isUser) ?? { name: '', role: null, source: null };
  const name = user?.name || self.name || typed.trim();
  if (name === '') return null;
  return { answer: { kind: 'user' }, name, role: user?.role ?? self.role, source: self.source };
}

function offerOf(person: CareParticipant): ContactOffer {
  const { name, role, source } = person;
  return { answer: { kind: 'participant', person }, name, role, source };
}

/** The form at first: nobody chosen, everything that could hurt off; the number of a hospital with one department filled in. */
export function emptyForm(site: Site): Form {
  const [department, ...others] = site.departments;
  const only = others.length === 0 ? department : undefined;
  return {
    contact: null,
    department: only?.id ?? null,
    coverName: '',
    name: '',
    phone: only?.phone ?? '',
    hours: only?.hours ?? '',
    sickDay: '',
    contractEnd: '',
    recoveredFrom: '',
    recoveredTo: '',
    choices: NO_CHOICES,
    namesCentre: true,
    storesCopy: site.saving.kind === 'allowed',
    stored: new Map(),
  };
}

/** Brings `choices` in line with what was typed and chosen. */
export function settle(form: Form, sources: ContactSources, today: CalendarDate): Form {
  const work = { ...form.choices.work, ...sickLeaveDays(form, form.choices.work.status, today) };
  return { ...form, choices: { ...form.choices, contact: contactOf(form, sources), work } };
}

function contactOf(form: Form, sources: ContactSources): Contact | null {
  const person = personOf(form, sources);
  if (person === null) return null;
  return { ...person, phone: form.phone.trim() || null, hours: form.hours.trim() || null };
}

function personOf(form: Form, sources: ContactSources): Pick<Contact, 'name' | 'role'> | null {
  const { contact } = form;
  if (contact === null || contact.kind === 'unknown') return null;
  if (contact.kind === 'someone-else') {
    const name = form.name.trim();
    return name === '' ? null : { name, role: null };
  }
  if (contact.kind === 'participant') return { name: contact.person.name, role: contact.person.role };
  const user = contactOffers(sources).find((offer) => offer.answer.kind === 'user');
  return user ? { name: user.name, role: user.role } : null;
}

/** What stands between the form and a booklet, in the order of the screen. */
export type FormProblem =
  | { readonly field: 'stored'; readonly id: string }
  | { readonly field: 'contact' }
  | { readonly field: 'name' }
  | { readonly field: 'work-status' }
  | { readonly field: 'cover-name' }
  | SickLeaveProblem;

/**
 * Names what is missing or impossible. Whatever the booklet can leave as a writing line is not asked, with one exception:
 * the contact, because "not yet known" is an answer that only the clinician can give.
 */
export function formProblems(form: Form, today: CalendarDate): readonly FormProblem[] {
  const problems: FormProblem[] = [];
  if (form.contact === null) problems.push({ field: 'contact' });
  if (form.contact?.kind === 'someone-else' && form.name.trim() === '') problems.push({ field: 'name' });
  return [...problems, ...workProblems(form, today)];
}

function workProblems(form: Form, today: CalendarDate): readonly FormProblem[] {
  if (!form.choices.work.include) return [];
  return [
    ...(form.choices.work.status === null ? [{ field: 'work-status' } as const] : []),
    ...sickLeaveProblems(form, today),
  ];
}

/** Without a chart the name for the cover has to be typed by who wants it there. */
export function coverProblems(form: Form, site: Site): readonly FormProblem[] {
  const missing = isWithoutEhr(site) && form.choices.nameOnCover && form.coverName.trim() === '';
  return missing ? [{ field: 'cover-name' }] : [];
}
