/** The knowledge files that a booklet is compiled from, as far as the compiler reads them (whole: `knowledge/schema/`). */

export interface ContentMapFile {
  readonly blocks: readonly BlockEntry[];
  readonly kort: KortEntry;
  readonly employer_sheet: EmployerSheetEntry;
}

export interface BlockEntry {
  readonly id: string;
  readonly kind: string;
  readonly title_nl: string;
  readonly include: unknown;
  readonly chosen_by: 'automatic' | 'clinician only';
  readonly text_nl: readonly string[];
  readonly items_nl: readonly string[];
  readonly links: readonly unknown[];
  /** A block without it is printed in Volledig only. */
  readonly short_nl?: { readonly text: readonly string[]; readonly actions: readonly string[] };
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
  readonly milestones: readonly MilestoneEntry[];
  readonly variant_of_work_status: Readonly<Record<string, string>>;
  readonly variants: Readonly<Record<string, VariantEntry>>;
}

export interface VariantEntry {
  readonly milestones?: readonly MilestoneEntry[];
  readonly milestone_ids?: readonly string[];
}

export interface MilestoneEntry {
  readonly id: string;
  readonly date_rule: string;
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
