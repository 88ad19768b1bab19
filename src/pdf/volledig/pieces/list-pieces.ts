import type { Column, Content } from 'pdfmake/interfaces';
import type { HandoutNode, LegendMark } from '../../../domain/handout/handout.ts';
import { INK_SOFT } from '../../design/colours.ts';
import { type IconName, iconSvg } from '../../design/icons.ts';
import { leading } from '../../design/lettering.ts';
import { smallSize, textWidth } from '../../design/page-preset.ts';
import type { NodeStyle } from '../../nodes/node-style.ts';
import { richText } from '../../nodes/rich-text.ts';
import { tickBox } from '../../nodes/tick-box.ts';
import { type Group, list, piece } from './piece.ts';

type Of<Kind extends HandoutNode['kind']> = Extract<HandoutNode, { kind: Kind }>;

const ICON_OF_MARK: Readonly<Record<Exclude<LegendMark, 'tick'>, IconName>> = { bag: 'tas', pencil: 'potlood' };

/** What the marks mean, each mark before its sentence. */
export function legendRows({ items }: Of<'legend'>, style: NodeStyle): Group {
  const b = style.page.base;
  const columnGap = 0.8 * b;
  const size = 1.4 * b;
  return list(
    items.map(({ mark, sentence }, i) =>
      piece(
        (): Content => ({
          tag: 'LI',
          columns: [
            markOf(mark, size, style),
            { width: textWidth(style.page) - size - columnGap, text: richText([sentence]), tag: 'LBody' },
          ],
          columnGap,
        }),
        { above: i > 0 ? 0.35 * b : 0 },
      ),
    ),
  );
}

function markOf(mark: LegendMark, size: number, { page, colours }: NodeStyle): Column {
  if (mark === 'tick') return { width: size, stack: [tickBox(1.15 * page.base, 0.1 * page.base)] };
  return { width: size, svg: iconSvg(ICON_OF_MARK[mark], colours.dark, size), decorative: true };
}

/** Hard words with their meaning. */
export function glossaryRows({ items }: Of<'glossary'>, { page, colours }: NodeStyle): Group {
  return list(
    items.map(({ term, meaning }, i) =>
      piece(
        () => ({
          tag: 'LI',
          stack: [{ tag: 'LBody', text: [{ text: `${term}: `, bold: true, color: colours.dark }, { text: meaning }] }],
        }),
        { above: i > 0 ? 0.3 * page.base : 0 },
      ),
    ),
  );
}

/** Which booklet this is. */
export function factRows({ rows }: Of<'facts'>, { page }: NodeStyle): Group {
  const b = page.base;
  const small = { fontSize: smallSize(page), lineHeight: leading(1.3) };
  const [label, columnGap] = [9 * b, 0.6 * b];
  return list(
    rows.map((row) =>
      piece(
        () => ({
          tag: 'LI',
          columns: [
            { width: label, text: row.label, tag: 'Lbl', color: INK_SOFT, ...small },
            { width: textWidth(page) - label - columnGap, text: row.value, tag: 'LBody', ...small },
          ],
          columnGap,
        }),
        { above: 0.1 * b },
      ),
    ),
  );
}
