import type { Handout, HandoutChapter } from '../../../domain/handout/handout.ts';
import type { PagePreset } from '../../design/page-preset.ts';
import { mapChapterTexts } from '../../text/handout-texts.ts';
import { type FittingRules, canFit, fitChapter } from './fit-chapter.ts';
import type { ChapterFitting } from '../../nodes/chapter-fitting.ts';
import type { KortFitting } from './fitting.ts';
import type { Measure } from '../../pages/fitting/measure.ts';
import { nameOverflow } from '../../pages/fitting/name-overflow.ts';
import { fitCovers } from '../../pages/fitting/fit-covers.ts';

/** Two sheets folded: a cover, six chapters, a back. */
const CHAPTERS_OF_KORT = 6;
export const PAGES_OF_KORT = CHAPTERS_OF_KORT + 2;

export type KortFit =
  | { readonly kind: 'fits'; readonly fitting: KortFitting }
  /** `where`: see `TextPlace`; "chapters" when the handout is no Kort at all. */
  | { readonly kind: 'does-not-fit'; readonly where: string };

/** Fits every page of Kort to exactly one page, or names what does not fit. Never more than eight pages. */
export async function fitKort(handout: Handout, page: PagePreset, measure: Measure): Promise<KortFit> {
  if (handout.chapters.length !== CHAPTERS_OF_KORT) return doesNotFit('chapters');
  const covers = await fitCovers(handout, page, measure);
  if (covers.kind === 'does-not-fit') return covers;
  const { givesWay, ownLinesTitle } = handout;
  const chapters = await fitChapters(handout.chapters, { page, measure, givesWay, ownLinesTitle });
  return typeof chapters === 'string'
    ? doesNotFit(chapters)
    : { kind: 'fits', fitting: { chapters, ...covers.fitting } };
}

function doesNotFit(where: string): KortFit {
  return { kind: 'does-not-fit', where };
}

/** The fittings of all chapters, or the place that does not fit. */
async function fitChapters(
  chapters: readonly HandoutChapter[],
  rules: FittingRules,
): Promise<readonly ChapterFitting[] | string> {
  const fittings: ChapterFitting[] = [];
  for (const chapter of chapters) {
    const fitting = await fitChapter(chapter, rules);
    if (!fitting) {
      return nameOverflow(chapter, chapter.id, {
        mapTexts: mapChapterTexts,
        fits: (shorter) => canFit(shorter, rules),
      });
    }
    fittings.push(fitting);
  }
  return fittings;
}
