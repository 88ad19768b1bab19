import type { ChapterTheme } from './handout/handout.ts';
import type { DateRule } from './sick-leave/work-timeline.ts';

/** What Volledig says beside its blocks, and in which order the blocks stand (content map, `volledig`). */
export interface VolledigPlan {
  readonly contentsTitle: string;
  /** Id of the chapter of Kort that opens this length too. */
  readonly opening: string;
  /** Before the numbered chapters. */
  readonly front: readonly VolledigFront[];
  readonly chapters: readonly VolledigChapter[];
  /** The inside back: where it comes from, and what it is. */
  readonly end: {
    readonly id: string;
    readonly icon: string;
    readonly title: string;
    readonly blocks: readonly string[];
    readonly facts: readonly { readonly label: string; readonly text: string }[];
  };
  readonly fixed: {
    readonly generalPractitioner: string;
    readonly boldFirst: string;
    readonly ownLines: string;
    readonly notesContinued: string;
  };
  readonly timeline: TimelineWords;
}

export interface VolledigFront {
  readonly id: string;
  readonly icon: string;
  readonly title: string;
  readonly blocks: readonly string[];
}

export interface VolledigChapter {
  readonly id: string;
  readonly theme: ChapterTheme;
  readonly icon: string;
  readonly title: string;
  readonly lead: string;
  readonly blocks: readonly string[];
}

/** Words around the dates of the timeline; `{{date}}`, `{{when}}`, `{{dates}}` and `{{week}}` are filled in. */
export interface TimelineWords {
  readonly yearOne: string;
  /** When all of it is still to come, with a sentence that says so. */
  readonly yearTwoLater: string;
  readonly yearTwoLead: string;
  readonly yearTwo: string;
  readonly next: string;
  /** Before a week that has begun and is not over. */
  readonly now: string;
  readonly again: string;
  readonly week: string;
  readonly afterWeek: string;
  readonly when: Readonly<Record<DateRule, string>>;
  readonly past: Readonly<Record<DateRule, string>>;
}
