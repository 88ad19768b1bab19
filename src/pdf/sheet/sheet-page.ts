import type { Column, Content, TableCell } from 'pdfmake/interfaces';
import type { EmployerSheet, SheetField } from '../../domain/handout/employer-sheet.ts';
import { CHAPTER_COLOURS, INK_SOFT, RULE } from '../design/colours.ts';
import { iconSvg } from '../design/icons.ts';
import { leading } from '../design/lettering.ts';
import { type PagePreset, textWidth } from '../design/page-preset.ts';
import { panel } from '../nodes/panel.ts';
import { phoneNumber } from '../nodes/phone-number.ts';
import { linkTo } from '../nodes/rich-text.ts';
import { tickBox } from '../nodes/tick-box.ts';
import { ACTION_LINE_GAP, writingLines } from '../nodes/writing-lines.ts';
import { trialNotice } from '../pages/trial-notice.ts';

/** One A4 that a busy doctor reads at a glance and an employee writes on. */
export const SHEET_PAPER: PagePreset = {
  width: 595.28,
  height: 841.89,
  base: 13,
  leading: 1.33,
  margin: { left: 56, right: 56, top: 48, bottom: 60 },
  headInset: 26,
  coverInset: 30,
  backLines: 0,
};

const { dark, tint } = CHAPTER_COLOURS.werk;
const ICON = 34;
const SMALL = { fontSize: 12, lineHeight: leading(1.3), color: INK_SOFT };

/** Everything on the sheet, top to bottom. */
export function sheetPage(sheet: EmployerSheet): Content[] {
  const page = SHEET_PAPER;
  return [
    ...(sheet.trial === null
      ? []
      : [{ ...trialNotice(sheet.trial, page), margin: [0, 0, 0, 8] as [number, number, number, number] }]),
    heading(sheet),
    panel(
      [...sheet.told, ...(sheet.diagnosis === null ? [] : [sheet.diagnosis])].map((text) => ({
        text,
        margin: [0, 0, 0, 2],
      })),
      page,
      tint,
      page.base,
    ),
    {
      text: sheet.fillIn.title,
      headlineLevel: 2,
      bold: true,
      color: dark,
      fontSize: 14.5,
      margin: [0, 14, 0, 6],
    },
    ...sheet.fillIn.fields.map((field) => fieldToFillIn(field, page)),
    consent(sheet.consent, page),
    foot(sheet, page),
  ];
}

function heading({ heading: text, handedOver }: EmployerSheet): Content {
  return {
    columns: [
      { svg: iconSvg('tas', dark, ICON), width: ICON, decorative: true },
      {
        width: textWidth(SHEET_PAPER) - ICON - 12,
        stack: [
          {
            text,
            headlineLevel: 1,
            fontSize: 21,
            bold: true,
            color: dark,
            lineHeight: leading(1.15),
            margin: [0, 0, 0, 4],
          },
          ...handedOver.map((line) => ({ text: line, ...SMALL })),
        ],
      },
    ],
    columnGap: 12,
    margin: [0, 0, 0, 12],
  };
}

function fieldToFillIn({ label, hint, lines }: SheetField, page: PagePreset): Content {
  return {
    stack: [
      {
        text: [
          { text: label, bold: true },
          ...(hint === null ? [] : [{ text: ` ${hint}`, fontSize: 12, color: INK_SOFT }]),
        ],
      },
      writingLines(lines, textWidth(page), ACTION_LINE_GAP),
    ],
    margin: [0, 0, 0, 12],
  };
}

/** The question with its two squares, in a frame that cannot be overlooked. */
function consent({ question, yes, no }: EmployerSheet['consent'], page: PagePreset): Content {
  const box = tickBox(15, 1);
  const answers: TableCell[] = [box, { text: yes }, tickBox(15, 1), { text: no }];
  const edge = (i: number): number => (i === 0 || i === 5 ? 0.75 : 0);
  return {
    layoutTable: true,
    table: { widths: [textWidth(page) - 166, 15, 24, 15, 30], body: [[{ text: question, bold: true }, ...answers]] },
    layout: {
      hLineWidth: () => 0.75,
      vLineWidth: edge,
      hLineColor: () => RULE,
      vLineColor: () => RULE,
      paddingLeft: () => 8,
      paddingRight: () => 8,
      paddingTop: () => 7,
      paddingBottom: () => 7,
    },
    margin: [0, 4, 0, 12],
  };
}

function foot({ contact, reading, imprint }: EmployerSheet, page: PagePreset): Content {
  const width = (textWidth(page) - 24) / 2;
  const whom: Content[] = contact
    ? [
        { text: contact.title, bold: true },
        { text: contact.condition, ...SMALL },
        { text: [contact.name, contact.role].filter(Boolean).join(', ') },
        phoneNumber(contact.phone, page.base, dark),
      ]
    : [];
  const more: Content[] = [
    { text: reading.title, bold: true },
    ...reading.references.map(({ label, url, address }) => ({
      text: address,
      linkTitle: label,
      ...linkTo(url),
      ...SMALL,
    })),
  ];
  const columns: Column[] = [
    { width, stack: contact ? whom : more },
    { width, stack: contact ? more : [] },
  ];
  return {
    stack: [
      { columns, columnGap: 24 },
      { text: imprint, ...SMALL, margin: [0, 10, 0, 0] },
    ],
  };
}
