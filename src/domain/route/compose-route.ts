import { validApproval, type Approval, type ContentVersion } from '../approval.ts';
import type { CalendarDate } from '../calendar-date.ts';
import type { Choices } from '../choices.ts';
import type { ConfirmedDiagnosis } from '../confirmation.ts';
import { included, type Facts } from '../condition.ts';
import {
  type BlockForm,
  type BlockText,
  type BookletContent,
  type ContentBlock,
  type KortPlan,
  type PlanSentence,
  type Slots,
} from '../content.ts';
import type { Directory } from '../directory.ts';
import { eligibilityAt } from '../patient.ts';
import type { WorkTimeline } from '../sick-leave/work-timeline.ts';
import { centreCase, organisationsFor } from './addresses.ts';
import { fillText } from './fill.ts';
import { gatherContact, gatherFacts, gatherSlots, type Gathered } from './gather.ts';
import type { BookletIdentity, FullBlock, Place, Route, RouteBlock } from './route.ts';
import { workFacts } from './work-rows.ts';

/** Everything that a route is composed from. */
export interface RouteInput {
  readonly diagnosis: ConfirmedDiagnosis;
  /** An adult (D25). */
  readonly patient: { readonly name: string; readonly age: number };
  readonly choices: Choices;
  readonly place: Place;
  readonly directory: Directory;
  readonly content: BookletContent;
  readonly timeline: WorkTimeline;
  readonly contentVersion: ContentVersion;
  /** As configured; whether it is about this content is judged here (D20). */
  readonly approval: Approval | null;
  readonly booklet: BookletIdentity;
  /** From which terms and dates to come are reckoned. */
  readonly today: CalendarDate;
}

/**
 * Composes the route of one patient from a confirmed diagnosis.
 *
 * Shape:  every block that applies, with its sentences filled; a sentence with an empty slot is left out, a block that loses
 *         all is too (D40). No centre or organisation known is a case with words of its own, never an empty place (F68).
 * Errors: throws on a minor, for whom no route exists; the caller has asked `eligibilityAt` before.
 */
export function composeRoute(input: RouteInput): Route {
  if (eligibilityAt(input.patient.age).kind !== 'adult') throw new RangeError('A route is composed for adults only.');
  const { content, diagnosis, directory, today } = input;
  const approval = validApproval(input.approval, input.contentVersion, today);
  const gathered: Gathered = {
    ...input,
    knowledgeVersion: input.contentVersion.knowledgeVersion,
    approval,
    organisations: organisationsFor(diagnosis.entity.id, directory, approval, today),
    centre: centreCase(diagnosis.entity.id, directory, today),
    work: workFacts(input.choices.work, input.timeline, content.kort.timeline, today),
  };
  const facts = gatherFacts(gathered);
  const slots = gatherSlots(gathered, content.kort.fixed);
  return {
    diagnosis,
    place: input.place,
    date: input.booklet.date,
    approval,
    contact: gatherContact(input.choices.contact),
    organisations: gathered.organisations,
    centre: gathered.centre,
    blocks: shortBlocks(content, facts, slots),
    fullBlocks: fullBlocks(content, facts, slots),
    ...plannedSentences(content.kort, facts, slots),
    work: gathered.work.rows,
    workSteps: gathered.work.steps,
    slots,
    sheet: included(content.employerSheet.include, facts)
      ? { plan: content.employerSheet, namesDiagnosis: input.choices.work.diagnosisOnSheet }
      : null,
    kort: {
      ...content.kort,
      chapters: content.kort.chapters.filter((chapter) => included(chapter.include, facts)),
    },
    volledig: content.volledig,
  };
}

function shortBlocks(content: BookletContent, facts: Facts, slots: Slots): ReadonlyMap<string, RouteBlock> {
  const applying = content.blocks.flatMap((block) =>
    block.short !== null && included(block.include, facts) ? [{ block, short: block.short }] : [],
  );
  const ids = applying.map(({ block }) => block.id);
  return new Map(
    applying
      .filter(({ block }) => !content.kort.oneOf.some((group) => comesAfterAnother(block.id, group, ids)))
      .map(({ block, short }) => filled(block, short, slots))
      .filter(({ text, actions }) => text.length + actions.length > 0)
      .map((block) => [block.id, block]),
  );
}

/** Of a group only the first that applies speaks. */
function comesAfterAnother(id: string, group: readonly string[], applying: readonly string[]): boolean {
  return group.includes(id) && group.find((member) => applying.includes(member)) !== id;
}

function fullBlocks({ blocks }: BookletContent, facts: Facts, slots: Slots): ReadonlyMap<string, FullBlock> {
  return new Map(
    blocks
      .filter(({ include }) => included(include, facts))
      .map((block): FullBlock => {
        const { items, strong, whole, form } = block.full;
        return { ...filled(block, block.full, slots), items, strong, whole, form: form && formFor(form, facts) };
      })
      .filter(
        ({ text, actions, items, form, kind }) =>
          text.length + actions.length + items.length > 0 || form !== null || kind === 'notes',
      )
      .map((block) => [block.id, block]),
  );
}

/** A list of words without those that are for others. */
function formFor(form: BlockForm, facts: Facts): BlockForm {
  return form.kind === 'glossary'
    ? { ...form, words: form.words.filter(({ include }) => included(include, facts)) }
    : form;
}

function filled({ id, kind, title, links }: ContentBlock, { text, actions }: BlockText, slots: Slots): RouteBlock {
  const say = (texts: readonly string[]): readonly string[] =>
    texts.map((one) => fillText(one, slots)).filter((one) => one !== '');
  return { id, kind, title, links, text: say(text), actions: say(actions) };
}

function plannedSentences(plan: KortPlan, facts: Facts, slots: Slots): Pick<Route, 'firstThings' | 'leads'> {
  const applies = (sentence: PlanSentence): boolean => included(sentence.include, facts);
  const leads = Object.entries(plan.leads).filter(([, lead]) => applies(lead));
  const first = plan.firstThings.candidates.filter(applies).slice(0, plan.firstThings.print);
  return {
    leads: new Map(leads.map(([name, lead]) => [name, fillText(lead.text, slots)])),
    firstThings: first.map(({ text, lines }) => ({ text: fillText(text, slots), lines })),
  };
}
