import type { EmployerSheet } from '../../domain/handout/employer-sheet.ts';
import { bodyStyle } from '../design/body-style.ts';
import { textHeight, textWidth } from '../design/page-preset.ts';
import { EngineError } from '../engine/engine-error.ts';
import type { Layout } from '../engine/layout.ts';
import type { PdfEngine } from '../engine/pdfmake-engine.ts';
import { nameOverflow } from '../pages/fitting/name-overflow.ts';
import { documentSettings } from '../pages/document-settings.ts';
import { mapSheetTexts } from '../text/sheet-texts.ts';
import { SHEET_PAPER, sheetPage } from './sheet-page.ts';

/** The sheet for the bedrijfsarts on exactly one page, or the field that is too long for it. */
export async function layOutSheet(sheet: EmployerSheet, engine: PdfEngine): Promise<Layout> {
  const page = SHEET_PAPER;
  const measure = engine.measureFor(page);
  const fits = async (candidate: EmployerSheet): Promise<boolean> =>
    (await measure(sheetPage(candidate), textWidth(page))) <= textHeight(page);
  const fewer = withFewerLines(sheet);
  const fitting = (await fits(sheet)) ? sheet : fewer;
  if (fitting === fewer && !(await fits(fewer))) {
    return { kind: 'does-not-fit', where: await nameOverflow(fewer, 'blad', { mapTexts: mapSheetTexts, fits }) };
  }
  return {
    kind: 'laid-out',
    definition: {
      ...documentSettings(sheet),
      defaultStyle: bodyStyle(page),
      pageSize: { width: page.width, height: page.height },
      pageMargins: [page.margin.left, page.margin.top, page.margin.right, page.margin.bottom],
      content: { tag: 'Sect', stack: sheetPage(fitting) },
    },
    check: (pages) => {
      if (pages !== 1) throw new EngineError(`${pages} pages instead of one`);
    },
  };
}

/** Long names take the room of writing lines, never that of a sentence. */
function withFewerLines(sheet: EmployerSheet): EmployerSheet {
  const fields = sheet.fillIn.fields.map((field) => ({ ...field, lines: 1 }));
  return { ...sheet, fillIn: { ...sheet.fillIn, fields } };
}
