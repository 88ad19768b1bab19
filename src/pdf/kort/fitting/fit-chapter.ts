import type { HandoutChapter } from '../../../domain/handout/handout.ts';
import { type PagePreset, textHeight, textWidth } from '../../design/page-preset.ts';
import { ACTION_LINE_GAP, LINE_GAP } from '../../nodes/writing-lines.ts';
import { chapterPage, writtenOn } from '../chapter-page.ts';
import { type ChapterFitting, ROOMY } from '../../nodes/chapter-fitting.ts';
import type { Measure } from '../../pages/fitting/measure.ts';
import { blocksIn, withoutBlocks } from './without-blocks.ts';

/** What fitting the chapters of one booklet needs to know. */
export interface FittingRules {
  readonly page: PagePreset;
  readonly measure: Measure;
  /** Blocks that may be left out, first to go first. */
  readonly givesWay: readonly string[];
  /** Heading of lines for own questions. */
  readonly ownLinesTitle: string;
}

/** What a page gives up before any block goes, in this order. */
const GIVES_UP: readonly Partial<ChapterFitting>[] = [{ tightGaps: true }, { withCode: false }, { fewerLines: true }];

const MOST_LINES_UNDER_AN_ACTION = 3;
const FEWEST_OWN_LINES = 3;
/** Points: what measuring and the real page may differ by rounding. */
const SLACK = 0.01;
/** Shares of the base size: what stays free at the foot, and the most air between two sections. */
const RESERVE = 0.5;
const MOST_AIR = 1.1;

/**
 * Fits a chapter on exactly one page: gives way step by step, takes dropped blocks back that fit after all, then shares out
 * what is left.
 *
 * Errors: null when the chapter does not fit after all that.
 */
export async function fitChapter(chapter: HandoutChapter, rules: FittingRules): Promise<ChapterFitting | null> {
  const roomLeft = roomLeftBy(chapter, rules);
  const fits = async (fitting: ChapterFitting): Promise<boolean> => (await roomLeft(fitting)) >= SLACK;
  const squeezed = await giveWay(chapter, rules.givesWay, fits);
  if (!squeezed) return null;
  const lined = await addLines(chapter, rules, squeezed, roomLeft);
  return addAir(chapter, rules, lined, await roomLeft(lined));
}

/** Whether a chapter fits when it gives up everything it can. */
export async function canFit(chapter: HandoutChapter, rules: FittingRules): Promise<boolean> {
  const least = GIVES_UP.reduce<ChapterFitting>((fitting, step) => ({ ...fitting, ...step }), ROOMY);
  return (await roomLeftBy(chapter, rules)({ ...least, dropped: rules.givesWay })) >= SLACK;
}

type RoomLeft = (fitting: ChapterFitting) => Promise<number>;

/** Points left at the foot of the page; negative when the chapter runs over. */
function roomLeftBy(chapter: HandoutChapter, { page, measure, ownLinesTitle }: FittingRules): RoomLeft {
  const known = new Map<string, number>();
  return async (fitting) => {
    const key = JSON.stringify(fitting);
    const content = chapterPage(chapter, fitting, page, ownLinesTitle);
    const room = known.get(key) ?? textHeight(page) - (await measure(content, textWidth(page)));
    known.set(key, room);
    return room;
  };
}

async function giveWay(
  chapter: HandoutChapter,
  givesWay: readonly string[],
  fits: (fitting: ChapterFitting) => Promise<boolean>,
): Promise<ChapterFitting | null> {
  let fitting = ROOMY;
  if (await fits(fitting)) return fitting;
  for (const step of GIVES_UP) {
    fitting = { ...fitting, ...step };
    if (await fits(fitting)) return fitting;
  }
  const present = blocksIn(chapter);
  for (const block of givesWay.filter((id) => present.has(id))) {
    fitting = { ...fitting, dropped: [...fitting.dropped, block] };
    if (await fits(fitting)) return takeBack(fitting, fits);
  }
  return null;
}

/** A long block may have made room for a short one that went before it, or for the code or the writing line. */
async function takeBack(
  fitting: ChapterFitting,
  fits: (fitting: ChapterFitting) => Promise<boolean>,
): Promise<ChapterFitting> {
  let kept = fitting;
  for (const block of fitting.dropped.toReversed()) {
    const without = { ...kept, dropped: kept.dropped.filter((id) => id !== block) };
    if (await fits(without)) kept = without;
  }
  for (const back of [{ withCode: true }, { fewerLines: false }]) {
    const without = { ...kept, ...back };
    if (await fits(without)) kept = without;
  }
  return kept;
}

/** More lines where the page is written on already, else lines of their own when there is room for a few. */
async function addLines(
  chapter: HandoutChapter,
  { page }: FittingRules,
  fitting: ChapterFitting,
  roomLeft: RoomLeft,
): Promise<ChapterFitting> {
  const reserve = RESERVE * page.base;
  const written = writtenOn(withoutBlocks(chapter, fitting.dropped).sections.flatMap(({ nodes }) => nodes));
  if (written) {
    const { gap, most } = growthOf(written);
    const wholeLines = Math.max(0, Math.floor(((await roomLeft(fitting)) - reserve) / gap));
    return { ...fitting, moreLines: Math.min(most, wholeLines) };
  }
  const few = { ...fitting, ownLines: FEWEST_OWN_LINES };
  const rest = (await roomLeft(few)) - reserve;
  return rest < 0 ? fitting : { ...few, ownLines: FEWEST_OWN_LINES + Math.floor(rest / LINE_GAP) };
}

function growthOf(node: NonNullable<ReturnType<typeof writtenOn>>): { readonly gap: number; readonly most: number } {
  if (node.kind !== 'writing-lines') return { gap: ACTION_LINE_GAP, most: MOST_LINES_UNDER_AN_ACTION };
  return { gap: LINE_GAP, most: node.atMost === null ? Infinity : Math.max(0, node.atMost - node.atLeast) };
}

function addAir(
  chapter: HandoutChapter,
  { page }: FittingRules,
  fitting: ChapterFitting,
  room: number,
): ChapterFitting {
  const parts = withoutBlocks(chapter, fitting.dropped).sections.length + (fitting.ownLines > 0 ? 1 : 0);
  const gaps = Math.max(1, parts - 1);
  const air = Math.min(MOST_AIR * page.base, (room - RESERVE * page.base) / gaps);
  return { ...fitting, air: Math.max(0, air) };
}
