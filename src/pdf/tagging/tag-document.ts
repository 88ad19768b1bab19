import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import { assertEveryLetterHasItsFont } from './embedded-letters.ts';
import { onLayout } from './layout-hook.ts';
import { claimPdfUa, escapeMetadata } from './metadata.ts';
import { PageMarker } from './page-marker.ts';
import type { PdfKitDocument } from './pdfmake-internals.ts';
import { StructureTree } from './structure-tree.ts';

/** Number style of the pages: as printed, so that "bladzijde 3" is page 3 in every reader. */
const PAGE_LABELS = { Nums: [0, { S: 'D' }] };

/**
 * Gives a document definition a real structure tree: PDF/A-2a and PDF/UA-1 in one file. pdfmake's own `tagged` makes an empty
 * tree, which is a false claim. The definition is changed in place, as pdfmake does too.
 *
 * Errors: EngineError at what cannot be tagged; and from the function that is given back, called after drawing, when nothing was.
 */
export function tagDocument(definition: TDocumentDefinitions): () => void {
  const tree = new StructureTree();
  Object.assign(definition, { version: '1.7', subset: 'PDF/A-2a', tagged: true, displayTitle: true });
  definition.content = tree.walk(definition.content) as TDocumentDefinitions['content'];
  return onLayout(definition, (document, pages) => {
    assertEveryLetterHasItsFont(pages);
    new PageMarker(tree, document).mark(pages);
    finish(document);
    claimPdfUa(document);
    document._root.data['PageLabels'] = PAGE_LABELS;
  });
}

/** The same definition without tags and without any claim, for what is printed only and for measuring. */
export function leaveUntagged(definition: TDocumentDefinitions): () => void {
  Object.assign(definition, { version: '1.7', tagged: false });
  return onLayout(definition, finish);
}

function finish(document: PdfKitDocument): void {
  escapeMetadata(document);
}
