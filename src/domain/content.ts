import type { Condition } from './condition.ts';
import type { CardRow, ChapterTheme, LegendMark, TableColumn } from './handout/handout.ts';
import type { VolledigPlan } from './volledig-plan.ts';

/** What a sentence may name, between double braces (content map, `slots`). */
export const SLOT_NAMES = [
  'patient.name',
  'diagnosis.name',
  'diagnosis.explained',
  'hospital.name',
  'hospital.emergency_phone',
  'contact.name',
  'contact.phone',
  'contact.hours',
  'ecza.list',
  'ecza.names',
  'ecza.checked_on',
  'patient_org.name',
  'work.first_sick_day',
  'work.recovered',
  'work.recovered_long',
  'work.contract_end',
  'timeline.wia_latest',
  'booklet.date',
  'booklet.version',
  'booklet.id',
  'content.version',
  'approval.name',
  'approval.role',
  'approval.date',
] as const;
export type SlotName = (typeof SLOT_NAMES)[number];

/** The printed value of each slot, never an empty text; one that is not there is empty, and its sentence is left out (D40). */
export type Slots = Readonly<Partial<Record<SlotName, string>>>;

export interface ContentLink {
  readonly key: string;
  readonly label: string;
  readonly url: string;
  /** As a person types it: "kanker.nl, zoek op: voeding". */
  readonly short: string;
}

export type BlockKind =
  | 'text'
  | 'card'
  | 'fill-in'
  | 'question-list'
  | 'step-plan'
  | 'timeline'
  | 'table'
  | 'form'
  | 'notes'
  | 'glossary'
  | 'hand-over-sheet'
  | 'sensitive';

/** One piece of booklet text with the rule that says for whom. */
export interface ContentBlock {
  readonly id: string;
  readonly kind: BlockKind;
  readonly title: string;
  readonly include: Condition;
  /** True for what only the clinician may put in, never the chart (D22). */
  readonly chosenByClinician: boolean;
  readonly links: readonly ContentLink[];
  /** Text of Kort; null = the block is printed in Volledig only. */
  readonly short: BlockText | null;
  /** Text of Volledig. */
  readonly full: FullText;
}

/** Reading text, and actions that get a tick box each. */
export interface BlockText {
  readonly text: readonly string[];
  readonly actions: readonly string[];
}

export interface FullText extends BlockText {
  /** Questions, or the steps of a plan. */
  readonly items: readonly string[];
  /** Which items stand out, counted from 0: begin with these. */
  readonly strong: readonly number[];
  /** Never broken over two pages. */
  readonly whole: boolean;
  readonly form: BlockForm | null;
}

/** What a block gives to write on, or how its text is set. */
export type BlockForm =
  | { readonly kind: 'lines'; readonly lines: number }
  | { readonly kind: 'cards'; readonly copies: number; readonly rows: readonly CardRow[] }
  | { readonly kind: 'table'; readonly columns: readonly TableColumn[] }
  /** `unanswered` says what an empty answer means. */
  | {
      readonly kind: 'yes-no';
      readonly yes: string;
      readonly no: string;
      readonly unanswered: string;
      readonly questions: readonly string[];
    }
  /** A mark for each text of the block. */
  | { readonly kind: 'legend'; readonly marks: readonly LegendMark[] }
  | { readonly kind: 'glossary'; readonly atMost: number; readonly words: readonly GlossaryWord[] };

export interface GlossaryWord {
  readonly term: string;
  readonly meaning: string;
  /** The word is for whom this holds. */
  readonly include: Condition;
  /** 1 = hardest: the first to be kept where room is short. */
  readonly rank: number;
}

/** A section of Kort. `blocks` are candidates: what their own rule leaves out is not printed. */
export type KortSection = {
  readonly id: string;
  readonly title: string | null;
  readonly blocks: readonly string[];
} & (
  | { readonly kind: 'call-card' | 'first-things' | 'diagnosis' | 'three-questions' | 'steps' | 'dates' | 'colophon' }
  /** `lead` opens the text; `codes` are keys of the links that are worth a QR code, "org" for the organisation. */
  | { readonly kind: 'text'; readonly lead: string | null; readonly codes: readonly string[] }
  | { readonly kind: 'appointments'; readonly copies: number; readonly labels: readonly string[] }
  | { readonly kind: 'lines'; readonly lines: number }
);

export interface KortChapter {
  readonly id: string;
  readonly include: Condition;
  readonly theme: ChapterTheme;
  readonly icon: string;
  readonly title: string;
  readonly sections: readonly KortSection[];
}

/** A sentence outside the blocks, with the rule that says for whom. */
export interface PlanSentence {
  readonly text: string;
  readonly include: Condition;
  /** Writing lines under it. */
  readonly lines: number | null;
}

/** What Kort says, where, and what goes first when room is short (content map, `kort`). */
export interface KortPlan {
  readonly cover: { readonly title: string; readonly forWhom: string; readonly given: string };
  readonly chapters: readonly KortChapter[];
  readonly back: { readonly title: string; readonly block: string };
  readonly fixed: FixedSentences;
  readonly leads: Readonly<Record<string, PlanSentence>>;
  readonly firstThings: { readonly print: number; readonly candidates: readonly PlanSentence[] };
  readonly timeline: KeyDatesPlan;
  /** Of each group only the first that applies is printed. */
  readonly oneOf: readonly (readonly string[])[];
  readonly givesWay: readonly string[];
}

export interface FixedSentences {
  readonly subject: string;
  readonly subtitle: readonly string[];
  readonly trial: string;
  readonly call: string;
  readonly callUrgent: string;
  readonly firstSickDay: string;
  readonly weeksTitle: string;
  readonly notes: string;
  readonly outside: string;
  readonly found: string;
  readonly checked: string;
  readonly centresChecked: string;
  readonly version: string;
  readonly contentVersion: string;
  readonly noAdvice: string;
  readonly copy: string;
}

/** Which milestones Kort prints, under which words. */
export interface KeyDatesPlan {
  readonly maxRows: number;
  readonly labels: Readonly<Record<string, string>>;
  /** Milestones that are never left out while they are to come. */
  readonly always: readonly string[];
  /** Printed when such a row is. */
  readonly wia: string;
}

/** What the sheet for the bedrijfsarts says, and when there is one (content map, `employer_sheet`). */
export interface EmployerSheetPlan {
  readonly include: Condition;
  /** Title of the document. */
  readonly title: string;
  readonly heading: string;
  readonly handedOver: readonly string[];
  readonly told: readonly string[];
  readonly diagnosis: string;
  readonly fillInTitle: string;
  readonly fields: readonly { readonly label: string; readonly lines: number; readonly hint: string | null }[];
  readonly consent: { readonly question: string; readonly yes: string; readonly no: string };
  readonly contactTitle: string;
  readonly contactCondition: string;
  readonly readingTitle: string;
  readonly links: readonly ContentLink[];
  readonly imprint: string;
}

/** All texts that a booklet is composed from. */
export interface BookletContent {
  readonly blocks: readonly ContentBlock[];
  readonly kort: KortPlan;
  readonly volledig: VolledigPlan;
  readonly employerSheet: EmployerSheetPlan;
}
