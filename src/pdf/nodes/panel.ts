import type { Content } from 'pdfmake';
import { type PagePreset, textWidth } from '../design/page-preset.ts';

/** Tinted box over the width of the text column. */
export function panel(stack: Content[], page: PagePreset, fillColor: string, padding: number): Content {
  const vertical = 0.8 * padding;
  return {
    layoutTable: true,
    table: {
      // A width in points, never '*': that one grows past the margin with a word that is too long to break.
      widths: [textWidth(page) - 2 * padding],
      body: [[{ stack, fillColor }]],
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: () => padding,
      paddingRight: () => padding,
      paddingTop: () => vertical,
      paddingBottom: () => vertical,
    },
  };
}
