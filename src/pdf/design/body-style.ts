import { INK } from './colours.ts';
import { FONT, leading } from './lettering.ts';
import type { PagePreset } from './page-preset.ts';

/** Lettering of all text that says nothing else. */
export function bodyStyle(page: PagePreset) {
  return { font: FONT, fontSize: page.base, lineHeight: leading(page.leading), color: INK, alignment: 'left' as const };
}
