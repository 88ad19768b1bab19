/** What one chapter gives up to be exactly one page, and what it does with the room that is left. */
export interface ChapterFitting {
  /** Space between sections and rows halved. */
  readonly tightGaps: boolean;
  /** False: the address is typed only. */
  readonly withCode: boolean;
  /** One writing line less than asked for. */
  readonly fewerLines: boolean;
  /** Ids of content blocks left out on this page. */
  readonly dropped: readonly string[];
  /** Writing lines beyond what the chapter asks for, where it has some. */
  readonly moreLines: number;
  /** Lines of their own under the booklet's heading for own questions. */
  readonly ownLines: number;
  /** Points of air added between two sections. */
  readonly air: number;
}

/** Nothing given up, nothing added. */
export const ROOMY: ChapterFitting = {
  tightGaps: false,
  withCode: true,
  fewerLines: false,
  dropped: [],
  moreLines: 0,
  ownLines: 0,
  air: 0,
};
