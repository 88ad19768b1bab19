import type { Content } from 'pdfmake';

/** Tinted box over the width of the column. */
export function panel(stack: Content[], fillColor: string, padding: number): Content {
  const vertical = 0.8 * padding;
  return {
    table: { widths: ['*'], body: [[{ stack, fillColor }]] },
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
