import type { HandoutNode } from '../../domain/handout/handout.ts';
import type { ChapterColours } from '../design/colours.ts';
import type { PagePreset } from '../design/page-preset.ts';
import type { ChapterFitting } from './chapter-fitting.ts';

/** What the drawing of a node depends on besides the node: paper, chapter colours, and how the page was fitted. */
export interface NodeStyle {
  readonly page: PagePreset;
  readonly colours: ChapterColours;
  readonly fitting: ChapterFitting;
  /** The node that takes `moreLines`; null where nothing on the page is written on. */
  readonly grows: HandoutNode | null;
  /** The one reference of the page that carries a QR code. */
  readonly coded: HandoutNode | null;
}
