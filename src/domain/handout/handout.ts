import type { CalendarDate } from '../calendar-date.ts';

/**
 * The booklet as a tree of meaning: headings, sentences, actions, cards, dates. It knows no page, no measure and no font;
 * every rendition (PDF in its sizes, plain text) is made from it. One chapter of Kort happens to be one page: that is the
 * layout's business.
 */
export interface Handout {
  readonly language: 'nl';
  readonly length: Length;
  /** Title of the document; never names a disease. */
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly date: CalendarDate;
  /** "PROEFVERSIE – niet voor patiënten" for every page when no valid approval stands behind the content (D20). */
  readonly trial: string | null;
  readonly cover: HandoutCover;
  /** Heading over the list of chapters; null where the length has no such list. */
  readonly contentsTitle: string | null;
  readonly chapters: readonly HandoutChapter[];
  /** Heading over lines of the patient's own, for a rendition that has room left in a chapter without any. */
  readonly ownLinesTitle: string;
  readonly back: HandoutBack;
  /** Blocks that may be left out where room is short, first to go first; never one that a Route point hangs on. */
  readonly givesWay: readonly string[];
}

/** Eight pages, or everything (D28). */
export const LENGTHS = ['kort', 'volledig'] as const;
export type Length = (typeof LENGTHS)[number];

/** Seen by others: no disease, no department, no role. */
export interface HandoutCover {
  readonly title: string;
  readonly subtitle: readonly string[];
  /** The patient's name sentence, only when the patient wants it. */
  readonly forWhom: string | null;
  readonly given: string | null;
}

/** The outside back: seen by others too. */
export interface HandoutBack {
  readonly title: string;
  readonly warning: string;
  readonly found: string;
  readonly help: readonly Sentence[];
  /** Version, number, date, and what the booklet does not replace. */
  readonly imprint: string;
}

export type ChapterTheme =
  'voorin' | 'na-de-diagnose' | 'behandeling' | 'steun-en-contact' | 'werk' | 'invullen' | 'woorden' | 'achterin';

/**
 * Chapters that a hospital may leave out, because it gives something of its own. Not `invullen`: other chapters send the reader to
 * its pages ("Achterin is een blad voor je afspraken").
 */
export const OPTIONAL_CHAPTERS = ['werk', 'woorden'] as const satisfies readonly ChapterTheme[];
export type OptionalChapter = (typeof OPTIONAL_CHAPTERS)[number];

export interface HandoutChapter {
  readonly id: string;
  readonly theme: ChapterTheme;
  /** Name of a drawing the layout knows ("telefoon", "kompas", …). */
  readonly icon: string;
  /** As printed before the title; null for what stands outside the numbered chapters, and in Kort. */
  readonly number: number | null;
  readonly title: string;
  /** One sentence on what the chapter is for; null in Kort. */
  readonly lead: string | null;
  readonly sections: readonly HandoutSection[];
}

export interface HandoutSection {
  readonly id: string;
  readonly title: string | null;
  /** Never broken over two pages: what it says must be seen at once. */
  readonly whole: boolean;
  readonly nodes: readonly HandoutNode[];
}

/** One sentence or a few that belong together, with the block that says it. */
export interface Sentence {
  readonly runs: readonly Run[];
  /** Id of the content block; null for a fixed sentence. */
  readonly block: string | null;
}

export interface Run {
  readonly text: string;
  readonly link?: { readonly url: string; readonly label: string };
}

export type HandoutNode =
  | { readonly kind: 'paragraph'; readonly sentences: readonly Sentence[] }
  /** What must be found at a glance: the diagnosis by name, and its explanation. */
  | { readonly kind: 'highlight'; readonly heading: Sentence; readonly sentences: readonly Sentence[] }
  /** The vast aanspreekpunt; `person` null = writing lines after `ask`. */
  | {
      readonly kind: 'contact';
      readonly intro: string;
      readonly person: {
        readonly name: string;
        readonly role: string | null;
        readonly phone: string;
        readonly hours: string | null;
      } | null;
      readonly ask: readonly Sentence[];
    }
  /** Out-of-hours number (null = unknown, then only the warning) and when to call 112. */
  | {
      readonly kind: 'emergency';
      readonly intro: string;
      readonly phone: string | null;
      readonly warning: readonly Sentence[];
    }
  /** Things to do, each with a tick box. */
  | { readonly kind: 'actions'; readonly numbered: boolean; readonly items: readonly HandoutAction[] }
  /**
   * Where to read on. `code` = worth a QR code when there is room. `named` = the label stands before the address. `checked` =
   * "nagekeken op …" after it.
   */
  | {
      readonly kind: 'reference';
      readonly label: string;
      readonly named: boolean;
      readonly url: string;
      readonly address: string;
      readonly checked: string | null;
      readonly code: boolean;
    }
  /** Dates that count, in order. */
  | { readonly kind: 'timeline'; readonly rows: readonly TimelineRow[] }
  /** The same without a first sick day: week number, label, and a line to write the date on. */
  | { readonly kind: 'week-lines'; readonly rows: readonly { readonly week: number; readonly label: string }[] }
  /** A label with a line to write on. */
  | { readonly kind: 'fill-in'; readonly label: string }
  /** Room to write: at least so many lines, more where there is room. */
  | { readonly kind: 'writing-lines'; readonly atLeast: number; readonly atMost: number | null }
  /** Every step of the two years, with what to do; years apart. */
  | { readonly kind: 'milestones'; readonly periods: readonly MilestonePeriod[] }
  /** Cards to fill in, all alike: rows of one or two cells, each with its label. */
  | { readonly kind: 'cards'; readonly copies: number; readonly rows: readonly CardRow[] }
  /** A table to fill in, with a header row; as many rows as the page has room for. */
  | { readonly kind: 'table'; readonly columns: readonly TableColumn[] }
  /** Questions with a box for yes and one for no. */
  | { readonly kind: 'yes-no'; readonly yes: string; readonly no: string; readonly questions: readonly string[] }
  /** What the marks in this booklet mean: the square, the bag, the pencil. */
  | { readonly kind: 'legend'; readonly items: readonly { readonly mark: LegendMark; readonly sentence: Sentence }[] }
  /** Hard words and what they mean. */
  | { readonly kind: 'glossary'; readonly items: readonly { readonly term: string; readonly meaning: string }[] }
  /** What this booklet is: version, date, checked by whom. */
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  /** Pages to write on, at least one; `continued` is the heading of those after the first. */
  | { readonly kind: 'note-pages'; readonly continued: string }
  | { readonly kind: 'colophon'; readonly title: string; readonly sentences: readonly Sentence[] };

export type LegendMark = 'tick' | 'bag' | 'pencil';

export interface CardRow {
  readonly labels: readonly [string] | readonly [string, string];
  /** Handwritten lines that fit under the label. */
  readonly lines: number;
}

export interface TableColumn {
  readonly label: string;
  /** What goes in a cell: words, or a cross in a square. */
  readonly filledWith: 'words' | 'cross';
}

export interface MilestonePeriod {
  readonly title: string;
  /** "Dit is voor later." */
  readonly lead: string | null;
  readonly rows: readonly MilestoneRow[];
}

export interface MilestoneRow {
  /** The whole of what is printed as date: "Dit was op 3 maart 2026", "Hierna: uiterlijk 12 juni 2026", "Rond de week van …". */
  readonly when: string;
  /** "week 42". */
  readonly week: string | null;
  readonly state: 'past' | 'next' | 'later';
  /** Steps of the same day share a row. */
  readonly steps: readonly { readonly label: string; readonly action: Sentence | null }[];
}

export interface HandoutAction {
  readonly sentence: Sentence;
  /** Own lines under the action, for the patient to write on: at least so many. */
  readonly lines?: number;
  /** Stands out among its neighbours: begin with these. */
  readonly strong?: boolean;
}

export interface TimelineRow {
  /** As printed: "12 september 2027", or "mei 2028" where it is about a week. */
  readonly when: string;
  readonly label: string;
  /** The first that is still to come. */
  readonly next: boolean;
}
