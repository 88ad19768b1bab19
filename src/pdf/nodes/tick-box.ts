import type { ContentCanvas } from 'pdfmake/interfaces';
import { INK, WHITE } from '../design/colours.ts';

/** Empty square to tick, as wide as a column of `size`. */
export function tickBox(size: number, top: number): ContentCanvas & { readonly width: number } {
  const edge = 1.3;
  return {
    canvas: [
      {
        type: 'rect',
        x: edge / 2,
        y: edge / 2,
        w: size - edge,
        h: size - edge,
        r: 2,
        lineWidth: edge,
        lineColor: INK,
        color: WHITE,
      },
    ],
    width: size,
    decorative: true,
    margin: [0, top, 0, 0],
  };
}
