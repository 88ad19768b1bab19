import type { Handout, HandoutBack, HandoutCover } from '../../../domain/handout/handout.ts';
import { type PagePreset, textWidth } from '../../design/page-preset.ts';
import { LINE_GAP } from '../../nodes/writing-lines.ts';
import { mapBackTexts, mapCoverTexts } from '../../text/handout-texts.ts';
import { backCover, backCoverHeight, coverLabel, coverLabelTop, coverLabelWidth, frontCover } from '../covers.ts';
import type { Measure } from './measure.ts';
import { nameOverflow } from './name-overflow.ts';

const FEWEST_BACK_LINES = 3;

/** How the covers are fitted. */
export interface CoverFitting {
  /** Height in points of the text on the label of the front cover. */
  readonly coverLabel: number;
  /** Writing lines on the back. */
  readonly backLines: number;
}

export type CoverFit =
  { readonly kind: 'fits'; readonly fitting: CoverFitting } | { readonly kind: 'does-not-fit'; readonly where: string };

/** Fits both covers on one page each, or names the text that is too long. */
export async function fitCovers({ cover, back }: Handout, page: PagePreset, measure: Measure): Promise<CoverFit> {
  const label = await fitCover(cover, page, measure);
  if (label === null) {
    const where = await nameOverflow(cover, 'cover', {
      mapTexts: mapCoverTexts,
      fits: async (shorter) => (await fitCover(shorter, page, measure)) !== null,
    });
    return { kind: 'does-not-fit', where };
  }
  const backLines = await fitBack(back, page, measure);
  if (backLines === null) {
    const where = await nameOverflow(back, 'back', {
      mapTexts: mapBackTexts,
      fits: async (shorter) => (await fitBack(shorter, page, measure)) !== null,
    });
    return { kind: 'does-not-fit', where };
  }
  return { kind: 'fits', fitting: { coverLabel: label, backLines } };
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
