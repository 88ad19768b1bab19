import type { CoverFitting } from '../../pages/fitting/fit-covers.ts';
import type { ChapterFitting } from '../../nodes/chapter-fitting.ts';

/** How all pages of one Kort are fitted; `chapters` runs parallel to those of the handout. */
export interface KortFitting extends CoverFitting {
  readonly chapters: readonly ChapterFitting[];
}
