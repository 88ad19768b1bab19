import type { Content } from 'pdfmake';
import type { HandoutNode } from '../../domain/handout/handout.ts';
import { CHAPTER_COLOURS } from '../design/colours.ts';
import { iconSvg } from '../design/icons.ts';
import { leading } from '../design/lettering.ts';
import { textWidth } from '../design/page-preset.ts';
import type { NodeStyle } from './node-style.ts';
import { panel } from './panel.ts';
import { phoneNumber } from './phone-number.ts';
import { richText } from './rich-text.ts';
import { writingLines } from './writing-lines.ts';

type Contact = Extract<HandoutNode, { kind: 'contact' }>;
type Emergency = Extract<HandoutNode, { kind: 'emergency' }>;

const LINES_FOR_NAME_AND_NUMBER = 2;

/** Who to call: name and number to be found at a glance, or lines to write them on. */
export function contactCard(node: Contact, { page }: NodeStyle): Content {
  const b = page.base;
  const { dark, tint } = CHAPTER_COLOURS['na-de-diagnose'];
  const { person } = node;
  if (!person) {
    const lines = writingLines(LINES_FOR_NAME_AND_NUMBER, textWidth(page) - 2 * b);
    return panel([{ text: richText(node.ask) }, { stack: [lines], margin: [0, 0, 0, 0.3 * b] }], page, tint, b);
  }
  return panel(
    [
      { text: node.intro },
      { text: person.name, bold: true, fontSize: 1.45 * b, lineHeight: leading(1.2) },
      ...(person.role ? [{ text: person.role }] : []),
      { stack: [phoneNumber(person.phone, 1.9 * b, dark)], margin: [0, 0.3 * b, 0, 0] },
      ...(person.hours ? [{ text: person.hours }] : []),
    ],
    page,
    tint,
    b,
  );
}

/** The number for evenings and weekends, and when to call 112. */
export function emergencyCard(node: Emergency, { page }: NodeStyle): Content {
  const b = page.base;
  const { dark, tint } = CHAPTER_COLOURS.behandeling;
  const moon = 1.5 * b;
  const number: Content[] = node.phone
    ? [
        {
          columns: [
            { svg: iconSvg('maan', dark, moon), width: moon, decorative: true },
            { text: node.intro, width: textWidth(page) - 2.5 * b - moon, margin: [0, 0.05 * b, 0, 0] },
          ],
          columnGap: 0.5 * b,
        },
        { stack: [phoneNumber(node.phone, 1.5 * b, dark)], margin: [0, 0.15 * b, 0, 0.1 * b] },
      ]
    : [];
  return panel([...number, { text: richText(node.warning), bold: true }], page, tint, b);
}
