import type { Column, Content } from 'pdfmake/interfaces';
import type { HandoutNode } from '../../domain/handout/handout.ts';
import { HAIR, INK_SOFT } from '../design/colours.ts';
import { leading } from '../design/lettering.ts';
import { smallSize, textWidth } from '../design/page-preset.ts';
import { qrCodeSvg } from '../design/qr-code.ts';
import { BOOKLET_WORDS } from '../text/booklet-words.ts';
import type { NodeStyle } from './node-style.ts';
import { panel } from './panel.ts';
import { linkTo, richText } from './rich-text.ts';

type Of<Kind extends HandoutNode['kind']> = Extract<HandoutNode, { kind: Kind }>;

export function paragraph(node: Of<'paragraph'>): Content {
  return { text: richText(node.sentences) };
}

/** The diagnosis in a tinted box: its name large, then what it is. */
export function highlight(node: Of<'highlight'>, { page, colours }: NodeStyle): Content {
  const b = page.base;
  const name: Content = { text: richText([node.heading]), bold: true, fontSize: 1.15 * b, lineHeight: leading(1.3) };
  const more = node.sentences.map((sentence): Content => ({ text: richText([sentence]), margin: [0, 0.2 * b, 0, 0] }));
  return panel([name, ...more], page, colours.tint, 0.9 * b);
}

/** The address as it is typed, and when it was checked. */
export function reference(node: Of<'reference'>, { page }: NodeStyle): Content {
  return {
    text: [
      ...(node.named ? [{ text: `${node.label}: `, bold: true }] : []),
      { text: node.address, linkTitle: `${node.label}: ${node.address}`, ...linkTo(node.url) },
      ...(node.checked ? [{ text: `, ${node.checked}` }] : []),
    ],
    fontSize: smallSize(page),
    lineHeight: leading(1.3),
    color: INK_SOFT,
  };
}

/** Text and the address it leads to on the left, the QR code of that address on the right. */
export function textWithCode(inner: Content[], node: Of<'reference'>, { page }: NodeStyle): Content {
  const size = 4 * page.base;
  const gap = 0.9 * page.base;
  const code: Column = {
    svg: qrCodeSvg(node.url, size),
    alt: BOOKLET_WORDS.nl.codeOf(node.address),
    width: size,
    margin: [0, 0.2 * page.base, 0, 0],
  };
  return { columns: [{ width: textWidth(page) - gap - size, stack: inner }, code], columnGap: gap };
}

/** Who made the booklet and who checked it, under a hairline. */
export function colophon(node: Of<'colophon'>, { page, colours }: NodeStyle): Content {
  const b = page.base;
  return {
    stack: [
      {
        canvas: [{ type: 'line', x1: 0, y1: 0, x2: textWidth(page), y2: 0, lineWidth: 0.75, lineColor: HAIR }],
        decorative: true,
        margin: [0, 0, 0, 0.4 * b],
      },
      {
        text: [{ text: `${node.title}. `, bold: true, color: colours.dark }, ...richText(node.sentences)],
        fontSize: smallSize(page),
        lineHeight: leading(1.3),
        color: INK_SOFT,
      },
    ],
  };
}
