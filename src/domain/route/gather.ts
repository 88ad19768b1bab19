import type { Approval } from '../approval.ts';
import type { Choices, Contact } from '../choices.ts';
import type { ConfirmedDiagnosis } from '../confirmation.ts';
import type { Facts, FactField, FactValue } from '../condition.ts';
import type { FixedSentences, SlotName, Slots } from '../content.ts';
import type { Recovery, SickLeave } from '../sick-leave/sick-leave.ts';
import { fillSentence } from './fill.ts';
import { printedDate, printedList, printedText } from './printed.ts';
import type { BookletIdentity, CentreCase, Place, RouteContact, RouteOrganisation } from './route.ts';
import type { WorkFacts } from './work-rows.ts';

/** All that facts and slots are gathered from. */
export interface Gathered {
  readonly diagnosis: ConfirmedDiagnosis;
  readonly patient: { readonly name: string; readonly age: number };
  readonly choices: Choices;
  readonly place: Place;
  readonly booklet: BookletIdentity;
  readonly knowledgeVersion: string;
  readonly approval: Approval | null;
  readonly organisations: readonly RouteOrganisation[];
  readonly centre: CentreCase;
  readonly work: WorkFacts;
}

/**
 * What conditions may ask. What could hurt comes from the clinician's explicit choices alone (D22).
 *
 * Shape:  a field without a value is absent, so that it counts as unknown.
 */
export function gatherFacts(from: Gathered): Facts {
  const { choices, centre, work } = from;
  return present<FactField, FactValue>({
    'patient.age': from.patient.age,
    'diagnosis.group': from.diagnosis.entity.family,
    'diagnosis.metastasised': choices.metastasised === 'unknown' ? null : choices.metastasised,
    'diagnosis.subtype_unclear': choices.subtypeUnclear,
    'treatment.few_options': choices.fewOptions,
    'treatment.none_planned': choices.nonePlanned,
    'clinician.include_palliative': choices.palliative,
    'clinician.include_early_wia': choices.earlyWia,
    'clinician.include_stop_working': choices.stopWorking,
    'hospital.is_ecza': centre.kind === 'here',
    'ecza.list': centre.kind === 'named' ? true : null,
    'ecza.expired': centre.kind === 'lapsed',
    'patient_org.name': from.organisations.length > 0 ? true : null,
    'contact.name': printedText(choices.contact?.name),
    'contact.phone': printedText(choices.contact?.phone),
    'work.status': choices.work.status,
    'work.include': choices.work.include,
    'work.share_sheet': choices.work.shareSheet,
    'work.first_sick_day': work.leave?.firstSickDay ?? null,
    'work.weeks_sick': work.weeksSick,
    'work.recovered': isInterrupted(work.leave) ? true : null,
    'work.part_time': choices.work.partTime,
    'work.contract_end': work.contractEnd,
    'work.rules_lapsed': work.rulesLapsed,
  });
}

/** What sentences may name, as printed. */
export function gatherSlots(from: Gathered, fixed: FixedSentences): Slots {
  const { diagnosis, place, booklet, work } = from;
  return present<SlotName, string>({
    ...contactSlots(from.choices.contact),
    ...centreSlots(from.centre, fixed),
    ...approvalSlots(from.approval),
    'patient.name': from.choices.nameOnCover ? printedText(from.patient.name) : null,
    'diagnosis.name': printedText(diagnosis.nameInSentence),
    'diagnosis.explained': diagnosis.explained,
    'hospital.name': printedText(place.hospitalName),
    'hospital.emergency_phone': printedText(place.emergencyPhone),
    'patient_org.name': printedList(from.organisations.map(({ name }) => printedText(name))),
    ...sickLeaveSlots(work.leave),
    'work.contract_end': work.contractEnd && printedDate(work.contractEnd),
    'timeline.wia_latest': work.wiaLatest && printedDate(work.wiaLatest),
    'booklet.date': printedDate(booklet.date),
    'booklet.version': String(booklet.version),
    'booklet.id': printedText(booklet.number),
    'content.version': from.knowledgeVersion,
  });
}

function isInterrupted(leave: SickLeave | null): boolean {
  return leave !== null && (leave.resumed.length > 0 || leave.startedAgain !== null);
}

function sickLeaveSlots(leave: SickLeave | null): Slots {
  if (leave === null) return {};
  return {
    'work.first_sick_day': printedDate(leave.firstSickDay),
    'work.recovered': printedList(leave.resumed.map(({ recovery }) => printedRecovery(recovery))),
    'work.recovered_long': leave.startedAgain === null ? '' : printedRecovery(leave.startedAgain),
  };
}

function printedRecovery({ from, to }: Recovery): string {
  return from === to ? `op ${printedDate(from)}` : `van ${printedDate(from)} tot en met ${printedDate(to)}`;
}

/** The contact if it can be called: a name and a number. */
export function gatherContact(contact: Contact | null): RouteContact | null {
  if (contact === null) return null;
  const name = printedText(contact.name);
  const phone = printedText(contact.phone);
  if (name === '' || phone === '') return null;
  return { name, role: printedText(contact.role) || null, phone, hours: printedText(contact.hours) || null };
}

function contactSlots(contact: Contact | null): Slots {
  if (contact === null) return {};
  return {
    'contact.name': printedText(contact.name),
    'contact.phone': printedText(contact.phone),
    'contact.hours': printedText(contact.hours),
  };
}

function approvalSlots(approval: Approval | null): Slots {
  if (approval === null) return {};
  return {
    'approval.name': printedText(approval.name),
    'approval.role': printedText(approval.role),
    'approval.date': printedDate(approval.date),
  };
}

function centreSlots(centre: CentreCase, fixed: FixedSentences): Slots {
  if (centre.kind !== 'named') return {};
  const oldest = centre.centres.map(({ checkedOn }) => checkedOn).reduce((a, b) => (a < b ? a : b));
  const slots: Slots = {
    'ecza.names': printedList(centre.centres.map(({ name, city }) => printedText(`${name} in ${city}`))),
    'ecza.checked_on': printedDate(oldest),
  };
  return { ...slots, 'ecza.list': fillSentence(fixed.centresChecked, slots) };
}

/** Without what is null or an empty text. */
function present<Key extends string, Value>(values: Partial<Record<Key, Value | null>>): Partial<Record<Key, Value>> {
  const entries = Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return Object.fromEntries(entries) as Partial<Record<Key, Value>>;
}
