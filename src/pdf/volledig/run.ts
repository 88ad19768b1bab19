import type { Content } from 'pdfmake';
import type { HandoutChapter } from '../../domain/handout/handout.ts';
import type { Part } from './pieces/piece.ts';

/** What begins on a new page and ends with one: a chapter, or the list of contents. */
export interface Run {
  readonly id: string;
  readonly chapter: HandoutChapter | null;
  readonly parts: readonly Part[];
  /** Lines for own questions where its last page has room; null = none. */
  readonly ownLines: ((count: number) => Content) | null;
  /** A page more to write on, when the booklet needs one to be folded. */
  readonly notePage: (() => Content) | null;
}
