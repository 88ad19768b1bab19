/** The knowledge files that a booklet is compiled from, as far as the compiler reads them (whole: `knowledge/schema/`). */

export interface ContentMapFile {
  readonly chapters: readonly { readonly id: string; readonly title_nl: string }[];
  readonly blocks: readonly BlockEntry[];
  readonly kort: KortEntry;
  readonly volledig: VolledigEntry;
  readonly employer_sheet: EmployerSheetEntry;
}

export interface BlockEntry {
  readonly id: string;
  readonly chapter: string;
  readonly kind: string;
  readonly title_nl: string;
  readonly include: unknown;
  readonly chosen_by: 'automatic' | 'clinician only';
  readonly text_nl: readonly string[];
  readonly actions_nl: readonly string[];
  readonly items_nl: readonly string[];
  readonly strong_items?: readonly number[];
  readonly whole?: boolean;
  /** Terms of the word list that the text explains itself. */
  readonly explains: readonly string[];
  readonly form?: FormEntry;
  readonly items_rule?: ItemsRuleEntry;
  readonly links: readonly unknown[];
  /** A block without it is printed in Volledig only. */
  readonly short_nl?: { readonly text: readonly string[]; readonly actions: readonly string[] };
}

/** `items` count the items of the block from 0. */
export type FormEntry =
  | { readonly kind: 'lines'; readonly lines: number }
  | {
      readonly kind: 'cards';
      readonly copies: number;
      readonly rows: readonly { readonly items: readonly number[]; readonly lines: number }[];
    }
  | { readonly kind: 'table'; readonly filled_with: readonly ('words' | 'cross')[] }
  | { readonly kind: 'yes-no'; readonly yes: string; readonly no: string; readonly default_nl: string }
  | { readonly kind: 'legend'; readonly marks: readonly string[] };

/** Which words of a list are explained: "term: meaning" each, hardest first in `rank`. */
export interface ItemsRuleEntry {
  readonly max_items: number;
  readonly rank: readonly string[];
  readonly also_require: Readonly<Record<string, unknown>>;
}

export interface VolledigEntry {
  readonly contents_title: string;
  readonly opening: string;
  readonly front: readonly {
    readonly id: string;
    readonly title_nl: string;
    readonly icon: string;
    readonly blocks: readonly string[];
  }[];
  /** `last` stands at the end of its chapter, whatever its number. */
  readonly chapters: readonly {
    readonly id: string;
    readonly icon: string;
    readonly lead_nl: string;
    readonly last?: string;
  }[];
  readonly end: {
    readonly id: string;
    readonly title_nl: string;
    readonly icon: string;
    readonly blocks: readonly string[];
    readonly facts: readonly { readonly label_nl: string; readonly text_nl: string }[];
  };
  readonly fixed_nl: Readonly<Record<'general_practitioner' | 'bold_first' | 'own_lines' | 'notes_continued', string>>;
  readonly timeline: {
    readonly year_one_nl: string;
    readonly year_two_nl: string;
    readonly year_two_lead_nl: string;
    readonly year_two_now_nl: string;
    readonly next_nl: string;
    readonly now_nl: string;
    readonly again_nl: string;
    readonly week_nl: string;
    readonly after_week_nl: string;
    readonly when_nl: Readonly<Record<string, string>>;
    readonly past_nl: Readonly<Record<string, string>>;
  };
}

export interface KortEntry {
  readonly pages: readonly PageEntry[];
  readonly fixed_nl: Readonly<Record<string, unknown>>;
  readonly leads: Readonly<Record<string, SentenceEntry>>;
  readonly first_things: { readonly print: number; readonly candidates: readonly SentenceEntry[] };
  readonly timeline: {
    readonly max_rows: number;
    readonly label_nl: Readonly<Record<string, string>>;
    readonly always: readonly string[];
    readonly wia_nl: string;
  };
  readonly one_of: readonly (readonly string[])[];
  readonly drop_order: readonly string[];
}

export interface SentenceEntry {
  readonly text_nl: string;
  readonly include: unknown;
  readonly lines?: number;
}

/** A page is on the outside, or has one set of sections, or variants of which one applies. */
export type PageEntry =
  | { readonly outside: true; readonly sections: readonly SectionEntry[] }
  | (ChapterEntry & { readonly outside?: undefined; readonly variants?: undefined })
  | { readonly outside?: undefined; readonly variants: readonly (ChapterEntry & { readonly include: unknown })[] };

export interface ChapterEntry {
  readonly id: string;
  readonly title_nl: string;
  readonly chapter: string;
  readonly icon: string;
  readonly sections: readonly SectionEntry[];
}

export interface SectionEntry {
  readonly id: string;
  readonly title_nl: string | null;
  readonly kind: string;
  readonly blocks: readonly string[];
  readonly lead?: string;
  readonly qr?: readonly string[];
  readonly copies?: number;
  readonly labels_nl?: readonly string[];
  readonly lines?: number;
}

export interface WorkTimelineFile {
  readonly date_arithmetic: { readonly reckoned_rows: { readonly employee: readonly ReckonedRowEntry[] } };
  readonly milestones: readonly MilestoneEntry[];
  readonly variant_of_work_status: Readonly<Record<string, string>>;
  readonly variants: Readonly<Record<string, VariantEntry>>;
}

/** A row of the worked example with the rule that it stands for. */
export interface ReckonedRowEntry {
  readonly what: string;
  readonly milestone: string;
  readonly date_rule: string;
  readonly week: number;
}

export interface VariantEntry {
  readonly milestones?: readonly MilestoneEntry[];
  readonly milestone_ids?: readonly string[];
  readonly contract_end?: ContractEndEntry;
}

export interface ContractEndEntry {
  readonly id: string;
  readonly label_nl: string;
  readonly action_nl: string;
  readonly after_status: string;
  readonly checked_on: string;
}

export interface MilestoneEntry {
  readonly id: string;
  readonly label_nl: string;
  readonly action_nl: string;
  /** Where the day being over changes what is to be said. */
  readonly action_past_nl?: string;
  readonly date_rule: string;
  /** When somebody compared the rule with its sources. */
  readonly checked_on: string;
  readonly offset: { readonly weeks?: number; readonly repeat_every_weeks?: number; readonly until_week?: number };
  readonly print_in_booklet: boolean;
}

export interface OrganisationEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly url: string | null;
  /** As a person types it. */
  readonly address?: string;
  /** Ids of the list of rare cancers that it is for; only where `covers` names them without doubt. */
  readonly entities?: readonly string[];
}

/** Of an entity of `rare-cancers.json`, what a booklet prints or chooses its blocks by. */
export interface DiagnosisEntry {
  readonly id: string;
  readonly family: string;
  readonly name_in_sentence_nl: string;
  readonly explained_nl: string;
}

/** `item` counts the items of the block from 0. */
export interface EmployerSheetEntry {
  readonly block: string;
  readonly document_title_nl: string;
  readonly handed_over_nl: readonly string[];
  readonly diagnosis_nl: string;
  readonly fill_in_title_nl: string;
  readonly fields: readonly { readonly item: number; readonly lines: number; readonly hint_nl: string | null }[];
  readonly consent: { readonly item: number; readonly yes_nl: string; readonly no_nl: string };
  readonly contact_title_nl: string;
  readonly contact_condition_nl: string;
  readonly reading_title_nl: string;
  readonly imprint_nl: string;
}
