/*
 * The shape of the knowledge files as far as the compiler reads them. That the files have it is checked by their JSON Schemas
 * (knowledge/schema) in the tests.
 */

export type SourceVerdict = 'rare' | 'common' | 'undecided' | 'none';

/** Keys of the table in SOURCES.md. */
interface Sourced {
  readonly source: readonly string[];
}

interface SourceReason {
  readonly verdict?: SourceVerdict;
  readonly why_key?: string;
}

export interface SourceEntity extends Sourced {
  readonly id: string;
  readonly name_en: string;
  readonly name_nl: string;
  readonly family: string;
  readonly parent: string | null;
  readonly precedence: number;
  readonly icdo3: {
    readonly topography: readonly string[];
    readonly morphology: readonly string[];
    readonly behaviour: readonly string[];
    readonly also: readonly (SourceReason & { readonly behaviour: string; readonly morphology: readonly string[] })[];
  };
  readonly snomed: readonly (SourceReason & Sourced & { readonly id: string; readonly sex?: string })[];
  readonly orpha: readonly (SourceReason & { readonly code: string; readonly source: string })[];
  readonly rare: boolean | null;
  readonly verdict_when_matched: SourceVerdict;
  readonly why_key?: string;
  readonly sentence_key?: string;
  readonly common_but_rare_variant?: Required<SourceReason> & { readonly morphology: readonly string[] };
  readonly site_verdicts?: readonly (Required<SourceReason> & { readonly topography: readonly string[] })[];
  readonly restrict?: { readonly sex: string; readonly why_key: string; readonly why_key_unknown: string };
  readonly caveat?: string;
  readonly name_nl_synonyms: readonly string[];
  readonly name_en_synonyms: readonly string[];
  readonly name_in_sentence_nl: string;
  readonly explained_nl: string;
}

export interface SourceIcd10 {
  readonly ranges: readonly (Required<SourceReason> & {
    readonly from: string;
    readonly to: string;
    readonly kind: string;
  })[];
  readonly sites: readonly { readonly codes: readonly string[]; readonly site: string }[];
  readonly entries: readonly (Required<SourceReason> &
    Sourced & {
      readonly code: string;
      readonly kind: string;
      readonly candidates: readonly string[];
      readonly secondary_home?: { readonly dhd_topography: string; readonly why_key: string };
    })[];
}

interface SourceConceptKind extends Required<SourceReason>, Sourced {
  readonly ids?: readonly string[];
  readonly concepts?: readonly (Sourced & { readonly id: string; readonly candidates?: readonly string[] })[];
}

export interface SourceConcepts {
  readonly kinds: Readonly<Record<string, SourceConceptKind>>;
  readonly orpha: Required<SourceReason> & Sourced & { readonly codes: readonly string[] };
  readonly icpc_1_nl: Required<SourceReason> & Sourced & { readonly codes: readonly string[] };
  readonly morphology_concepts: readonly (Sourced & {
    readonly id: string;
    readonly icdo3?: string;
    readonly behaviour?: string;
    /** Where the pair of concept and number comes from; `same-term` when it was read from the terms. */
    readonly pair_source?: string;
  })[];
}

export interface SourceDhd extends Sourced {
  readonly highest: number;
  readonly codes: readonly {
    readonly code: string;
    readonly kind: string;
    readonly morphology: string | null;
    readonly topography: string | null;
    readonly entity: string | null;
    readonly verdict: SourceVerdict;
    readonly why_key?: string;
    readonly sex?: string;
  }[];
}

export interface SourceIcdO3 {
  readonly behaviour: Readonly<
    Record<string, { readonly verdict: SourceVerdict | 'entity'; readonly why_key?: string }>
  >;
  readonly aliases: readonly { readonly code: string; readonly prefer?: string; readonly source: string }[];
}

export interface SourceWords {
  readonly positive: Readonly<Record<'anywhere' | 'start' | 'end' | 'weak', readonly string[]>>;
  readonly negative: readonly { readonly stem: string; readonly kind: string; readonly after: boolean }[];
  readonly contexts: Readonly<Record<string, Required<SourceReason>>>;
  readonly not_words: readonly string[];
}

export interface SourceSystem {
  readonly canonical: string;
  readonly alternates: readonly string[];
  readonly reads_as?: string;
  readonly endings?: readonly string[];
  readonly editions_follow?: boolean;
}

export type SourceStatusRule = Required<SourceReason> & { readonly codes: readonly string[] };

export interface SourceStatus {
  readonly clinical: readonly SourceStatusRule[];
  readonly verification: readonly SourceStatusRule[];
  readonly origin: readonly SourceStatusRule[];
  readonly category: readonly SourceStatusRule[];
  readonly category_counts: readonly string[];
  readonly problem_list: readonly string[];
}

export interface SourceKinds {
  readonly kinds: Readonly<
    Record<string, { readonly tumour: boolean; readonly primary: boolean; readonly beside: string }>
  >;
}

export type SourceReasons = Readonly<
  Record<string, { readonly nl: string; readonly en: string; readonly decided_by?: string }>
>;
