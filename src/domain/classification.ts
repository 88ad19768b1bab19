import type { EntityId } from './entity.ts';
import type { Verdict } from './finding.ts';

/*
 * The deciding half of the list of rare cancers, indexed for looking up. Every code, word, range and rule in it comes from
 * `knowledge/classification/`; what is written in TypeScript are only the kinds of criterion.
 */

/** Inclusive range of ICD-O-3 sites as numbers: C18.1 is 181, C18 is 180 to 189. */
export interface SiteRange {
  readonly from: number;
  readonly to: number;
}

/** Inclusive range of ICD-O-3 morphology numbers: 8140-8149. */
export interface MorphologyRange {
  readonly from: number;
  readonly to: number;
}

/** Why a verdict that is nearer to the code goes before that of the entity. */
export interface OwnVerdict {
  readonly verdict: Verdict;
  readonly reason: string;
}

/** Other fifth digits that an entity accepts for single morphology numbers; without `own` the entity's verdict counts. */
export interface AlsoAccepted {
  readonly behaviour: string;
  readonly morphology: readonly MorphologyRange[];
  readonly own: OwnVerdict | null;
}

/** A row of the list as far as it decides. */
export interface DecidingEntity {
  readonly id: EntityId;
  readonly parent: EntityId | null;
  /** When several entities fit a tumour, the highest number wins. */
  readonly precedence: number;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly topography: readonly SiteRange[];
  readonly morphology: readonly MorphologyRange[];
  /** Fifth digits accepted for every morphology of the entity. */
  readonly behaviour: readonly string[];
  readonly also: readonly AlsoAccepted[];
  /** Morphologies inside a common entity that are not its plain form. */
  readonly variant: (OwnVerdict & { readonly morphology: readonly MorphologyRange[] }) | null;
  readonly siteVerdicts: readonly (OwnVerdict & { readonly topography: readonly SiteRange[] })[];
  /** Only for patients of this sex; then it goes before its parent and all that stands under it. */
  readonly restrict: SexRestriction | null;
}

export interface SexRestriction {
  readonly sex: 'male' | 'female';
  readonly reason: string;
  readonly reasonWhenUnknown: string;
}

/** What one code of one system says, whatever the system. */
export interface Meaning {
  readonly kind: MeaningKind;
  readonly verdict: Verdict;
  /** The entity that the code names, or all that it leaves open. */
  readonly entities: readonly EntityId[];
  readonly reason: string;
  /** Where the code says the tumour is; empty when it does not, or anywhere. */
  readonly sites: readonly SiteRange[];
  /** The code itself names the sex. */
  readonly sex: 'male' | 'female' | null;
  /** The type that a term without an entity names: the entities that fit are looked up. */
  readonly type: TumourType | null;
  /** A metastasis that may be this primary after all: the reason while no primary is recorded. */
  readonly reasonWithoutPrimary: string | null;
}

/** An ICD-O-3 morphology number with its fifth digit. */
export interface TumourType {
  readonly number: number;
  readonly behaviour: string;
}

/** What a code of a kind (primary, secondary, benign, …) does beside another code of the same record. */
export interface MeaningKind {
  readonly tumour: boolean;
  readonly primary: boolean;
  readonly beside: 'judged' | 'spread' | 'silent' | 'contradicts';
}

export type SystemFamily = 'icd-10' | 'snomed-ct' | 'icd-o-3' | 'orphanet' | 'dhd' | 'icpc-1-nl';

/** Which uris mean which system. Spellings are in the form of `systemKey`. */
export interface CodeSystems {
  readonly spellings: ReadonlyMap<string, SystemFamily>;
  /** Any uri with this ending; `?` stands for one letter. */
  readonly endings: readonly { readonly ending: string; readonly family: SystemFamily }[];
  /** Uris after which an edition or version may follow. */
  readonly editionsFollow: readonly string[];
}

export interface Icd10Rules {
  readonly codes: ReadonlyMap<string, Meaning>;
  /** First match counts; bounds are compared over as many characters as the bound has. */
  readonly ranges: readonly { readonly from: string; readonly to: string; readonly meaning: Meaning }[];
  /** Codes that may serve as the site of a morphology; `moved` when the site has another number. */
  readonly sites: readonly { readonly codes: readonly SiteRange[]; readonly moved: readonly SiteRange[] | null }[];
}

export interface IcdO3Rules {
  /** Second-edition numbers; `prefer` null = they lead to several entities. */
  readonly aliases: ReadonlyMap<number, { readonly prefer: number | null }>;
  /** What a fifth digit means when no entity names it; absent verdict = judged by entity. */
  readonly behaviours: ReadonlyMap<string, Meaning>;
  /** A primary cancer that no entity claims, or a type without a number. */
  readonly unlisted: Meaning;
  /** SNOMED CT morphology: a type, or what its digit alone means. */
  readonly concepts: ReadonlyMap<string, TumourType | Meaning>;
}

/** Stems in lower case without diacritics and hyphens. They never decide. */
export interface CancerWords {
  readonly anywhere: readonly string[];
  readonly start: readonly string[];
  readonly end: readonly string[];
  /** Count only in a record without any code. */
  readonly weak: readonly string[];
  /** Cut from the text before anything is looked for. */
  readonly notWords: readonly string[];
  readonly contexts: readonly WordContext[];
}

export interface WordContext {
  readonly stem: string;
  /** Also counts when it stands after the word. */
  readonly after: boolean;
  readonly verdict: Verdict;
  readonly reason: string;
}

export interface StatusRule {
  readonly codes: readonly string[];
  readonly verdict: 'none' | 'undecided';
  readonly reason: string;
}

/** What the status of a record does to the verdict (the table Policies of SOURCES.md). */
export interface StatusRules {
  readonly clinical: readonly StatusRule[];
  readonly verification: readonly StatusRule[];
  readonly origin: readonly StatusRule[];
  readonly category: readonly StatusRule[];
  readonly categoryCounts: readonly string[];
  readonly problemList: readonly string[];
}

export interface Classification {
  readonly entities: ReadonlyMap<EntityId, DecidingEntity>;
  /** For each group: the entities at the end of its branches. */
  readonly details: ReadonlyMap<EntityId, readonly EntityId[]>;
  readonly systems: CodeSystems;
  readonly snomed: ReadonlyMap<string, Meaning>;
  readonly orpha: ReadonlyMap<string, Meaning>;
  readonly icpc: ReadonlyMap<string, Meaning>;
  readonly dhd: { readonly numbers: ReadonlyMap<number, Meaning>; readonly highest: number };
  readonly icd10: Icd10Rules;
  readonly icdO3: IcdO3Rules;
  readonly words: CancerWords;
  readonly status: StatusRules;
  /** For a reason: the sentence that says what would decide it. */
  readonly decidedBy: ReadonlyMap<string, string>;
}
