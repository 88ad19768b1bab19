import type { Handout, HandoutBack, HandoutChapter, HandoutCover } from '../../../domain/handout/handout.ts';
import { type PagePreset, textWidth } from '../../design/page-preset.ts';
import {
  backCover,
  backCoverHeight,
  coverLabel,
  coverLabelTop,
  coverLabelWidth,
  frontCover,
} from '../../pages/covers.ts';
import { LINE_GAP } from '../../nodes/writing-lines.ts';
import { mapBackTexts, mapChapterTexts, mapCoverTexts } from '../../text/handout-texts.ts';
import { type FittingRules, canFit, fitChapter } from './fit-chapter.ts';
import type { ChapterFitting, KortFitting } from './fitting.ts';
import type { Measure } from './measure.ts';
import { nameOverflow } from './name-overflow.ts';

/** Two sheets folded: a cover, six chapters, a back. */
const CHAPTERS_OF_KORT = 6;
export const PAGES_OF_KORT = CHAPTERS_OF_KORT + 2;
const FEWEST_BACK_LINES = 3;

export type KortFit =
  | { readonly kind: 'fits'; readonly fitting: KortFitting }
  /** `where`: see `TextPlace`; "length" or "chapters" when the handout is no Kort at all. */
  | { readonly kind: 'does-not-fit'; readonly where: string };

/** Fits every page of Kort to exactly one page, or names what does not fit. Never more than eight pages. */
export async function fitKort(handout: Handout, page: PagePreset, measure: Measure): Promise<KortFit> {
  if (handout.length !== 'kort') return doesNotFit('length');
  if (handout.chapters.length !== CHAPTERS_OF_KORT) return doesNotFit('chapters');
  const coverLabelHeight = await fitCover(handout.cover, page, measure);
  if (coverLabelHeight === null) {
    return doesNotFit(
      await nameOverflow(handout.cover, 'cover', {
        mapTexts: mapCoverTexts,
        fits: async (cover) => (await fitCover(cover, page, measure)) !== null,
      }),
    );
  }
  const backLines = await fitBack(handout.back, page, measure);
  if (backLines === null) {
    return doesNotFit(
      await nameOverflow(handout.back, 'back', {
        mapTexts: mapBackTexts,
        fits: async (back) => (await fitBack(back, page, measure)) !== null,
      }),
    );
  }
  const { givesWay, ownLinesTitle } = handout;
  const chapters = await fitChapters(handout.chapters, { page, measure, givesWay, ownLinesTitle });
  return typeof chapters === 'string'
    ? doesNotFit(chapters)
    : { kind: 'fits', fitting: { chapters, coverLabel: coverLabelHeight, backLines } };
}

function doesNotFit(where: string): KortFit {
  return { kind: 'does-not-fit', where };
}

/** Height of the text on the label; null when the label would reach the subtitle. */
async function fitCover(cover: HandoutCover, page: PagePreset, measure: Measure): Promise<number | null> {
  const label = await measure(coverLabel(cover), coverLabelWidth(page));
  const textBottom = page.margin.top + (await measure(frontCover(cover, page), textWidth(page)));
  return coverLabelTop(page, label) >= textBottom + page.base ? label : null;
}

/** Writing lines on the back; null when even the fewest run into the hills. */
async function fitBack(back: HandoutBack, page: PagePreset, measure: Measure): Promise<number | null> {
  const height = await measure(backCover(back, page, FEWEST_BACK_LINES), textWidth(page));
  const more = Math.floor((backCoverHeight(page) - height) / LINE_GAP);
  return more < 0 ? null : Math.min(page.backLines, FEWEST_BACK_LINES + more);
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
