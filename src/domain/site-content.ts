import type { BookletContent } from './content.ts';
import type { OptionalChapter } from './handout/handout.ts';

/** What a hospital holds back of the content of the release. */
export interface HeldBack {
  /** Ids of recalled blocks (D21). */
  readonly blocks: readonly string[];
  readonly chapters: readonly OptionalChapter[];
}

/**
 * The content without what the hospital holds back: no booklet can print it any more.
 *
 * Shape: a list that names a block which is gone passes it over. Kort has its chapter Werk by a rule of its own, which asks whether
 *        the clinician wants it: who composes says no there.
 */
export function contentWithout(content: BookletContent, { blocks, chapters }: HeldBack): BookletContent {
  const gone: ReadonlySet<string> = new Set(blocks);
  const off: ReadonlySet<string> = new Set(chapters);
  return {
    ...content,
    blocks: content.blocks.filter(({ id }) => !gone.has(id)),
    volledig: {
      ...content.volledig,
      chapters: content.volledig.chapters.filter(({ theme }) => !off.has(theme)),
    },
  };
}
