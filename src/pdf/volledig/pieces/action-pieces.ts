import type { Content } from 'pdfmake';
import type { HandoutAction, HandoutNode } from '../../../domain/handout/handout.ts';
import { textWidth } from '../../design/page-preset.ts';
import type { NodeStyle } from '../../nodes/node-style.ts';
import { richText } from '../../nodes/rich-text.ts';
import { tickBox } from '../../nodes/tick-box.ts';
import { type Group, list, piece } from './piece.ts';

/** Things to do on one tinted panel, which breaks between two of them. */
export function tickRows({ items }: Extract<HandoutNode, { kind: 'actions' }>, style: NodeStyle): Group {
  const last = items.length - 1;
  return list(items.map((item, i) => piece(() => tintedRow(item, { isFirst: i === 0, isLast: i === last }, style))));
}

interface Place {
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function tintedRow({ sentence }: HandoutAction, { isFirst, isLast }: Place, { page, colours }: NodeStyle): Content {
  const b = page.base;
  const side = 0.7 * b;
  const [edge, between, columnGap] = [0.54 * b, 0.17 * b, 0.65 * b];
  const inner = textWidth(page) - 2 * side;
  return {
    layoutTable: true,
    tag: 'LI',
    table: {
      widths: [inner],
      body: [
        [
          {
            fillColor: colours.tint,
            columns: [tickBox(b, 0.16 * b), { width: inner - b - columnGap, text: richText([sentence]), tag: 'LBody' }],
            columnGap,
          },
        ],
      ],
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: () => side,
      paddingRight: () => side,
      paddingTop: () => (isFirst ? edge : between),
      paddingBottom: () => (isLast ? edge : between),
    },
  };
}
