import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import { drawingCallback, onLayout } from '../tagging/layout-hook.ts';
import { escapeMetadata } from '../tagging/metadata.ts';
import type { LaidOutPage, PageItem, PdfKitDocument } from '../tagging/pdfmake-internals.ts';
import { bookletOrder } from './booklet-order.ts';

/**
 * Puts the A5 pages of a definition on A4 sheets in the order for folding and stapling, by rearranging the laid-out pages. For
 * printing only: no tags, no claim, no links. The definition is changed in place.
 *
 * Errors: as `onLayout`.
 */
export function imposeBooklet(definition: TDocumentDefinitions): () => void {
  Object.assign(definition, { version: '1.7', tagged: false });
  return onLayout(definition, (document, pages) => {
    for (const page of pages) removeInteraction(page);
    const sides = bookletOrder(pages.length).map(([left, right]) => sheetSide(document, pages[left], pages[right]));
    // The renderer reads this very array.
    pages.splice(0, pages.length, ...sides);
    escapeMetadata(document);
    // Print dialogs often ignore this wish, so the screen and the command say it too.
    document._root.data['ViewerPreferences'] = document.ref({ Duplex: 'DuplexFlipShortEdge', PrintScaling: 'None' });
  });
}

/** Two A5 pages side by side on A4 landscape; one that is not there stays blank. */
function sheetSide(
  document: PdfKitDocument,
  left: LaidOutPage | undefined,
  right: LaidOutPage | undefined,
): LaidOutPage {
  const any = left ?? right;
  const { width, height } = any?.pageSize ?? { width: 0, height: 0 };
  const half = (page: LaidOutPage | undefined, x: number): PageItem[] => {
    if (!page) return [];
    const begin = drawingCallback(() => {
      document.save();
      document.translate(x, 0);
    });
    const end = drawingCallback(() => {
      document.restore();
    });
    return [begin, ...page.items, end];
  };
  const pageSize = { width: 2 * width, height, orientation: 'landscape' };
  return { items: [...half(left, 0), ...half(right, width)], pageSize, pageMargins: { top: 0, bottom: 0 } };
}

/** Bookmarks and links would point at places that moved. */
function removeInteraction({ items }: LaidOutPage): void {
  for (const { type, item } of items) {
    if (type === 'line') {
      item.id = undefined;
      item._outline = undefined;
      item.inlines = item.inlines.map((inline) => ({ ...inline, link: undefined, linkToDestination: undefined }));
    } else if (type === 'svg' || type === 'image' || type === 'vector') {
      item.link = undefined;
      item.linkToDestination = undefined;
    }
  }
}
