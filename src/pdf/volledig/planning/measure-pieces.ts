import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { bodyStyle } from '../../design/body-style.ts';
import { type PagePreset, textWidth } from '../../design/page-preset.ts';
import { EngineError } from '../../engine/engine-error.ts';
import type { PdfEngine } from '../../engine/pdfmake-engine.ts';
import type { Piece } from '../pieces/piece.ts';

/** Higher than any booklet laid out as one endless page, in points. */
const ENDLESS = 1_000_000;

/** A drawing without a size: where it comes out, the next piece begins. pdfmake gives laid-out nodes their `positions`. */
interface Mark {
  readonly canvas: object[];
  readonly decorative: true;
  positions?: readonly { readonly top: number }[];
}

function mark(): Mark {
  return {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: 0, y2: 0, lineWidth: 0 }],
    decorative: true,
  };
}

/**
 * Heights in points of all pieces, measured in one pass over the whole booklet as one endless page.
 *
 * Errors: EngineError when the engine does not tell where a piece came out.
 */
export async function measurePieces(
  pieces: readonly Piece[],
  engine: PdfEngine,
  page: PagePreset,
): Promise<ReadonlyMap<Piece, number>> {
  const marks = Array.from({ length: pieces.length + 1 }, mark);
  const content = marks.flatMap((at, i): Content[] => {
    const next = pieces[i];
    return next ? [at as Content, { stack: [next.make(0)] }] : [at as Content];
  });
  const definition: TDocumentDefinitions = {
    pageSize: { width: textWidth(page), height: ENDLESS },
    pageMargins: 0,
    defaultStyle: bodyStyle(page),
    content,
  };
  if ((await engine.layOut(definition)) !== 1) throw new EngineError('the endless page has an end');
  const topOf = (at: Mark | undefined): number => {
    const top = at?.positions?.[0]?.top;
    if (top === undefined) throw new EngineError('a piece without a place');
    return top;
  };
  return new Map(pieces.map((one, i) => [one, topOf(marks[i + 1]) - topOf(marks[i])]));
}
