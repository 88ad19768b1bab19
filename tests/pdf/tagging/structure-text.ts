import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Text of the structure tree in reading order, one entry a block (a heading, a paragraph, a label): what a screen reader says. */
export async function structureBlocks(bytes: Uint8Array): Promise<readonly string[]> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, isEvalSupported: false });
  const document = await task.promise;
  const blocks: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const texts = markedTexts(items);
    const tree = (await page.getStructTree()) as unknown as TreeNode | null;
    if (tree) walk(tree, texts, blocks);
  }
  await task.destroy();
  return blocks.map((text) => text.replace(/[\s\u00A0]+/g, ' ').trim()).filter((text) => text !== '');
}

interface MarkedItem {
  readonly type?: string;
  readonly id?: string;
  readonly str?: string;
  readonly hasEOL?: boolean;
}

interface TreeNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly TreeNode[];
}

/** Text of every piece of marked content of a page. */
function markedTexts(items: readonly MarkedItem[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const open: (string | null)[] = [];
  for (const { type, id, str, hasEOL } of items) {
    if (type === 'beginMarkedContentProps' || type === 'beginMarkedContent') open.push(id ?? null);
    else if (type === 'endMarkedContent') open.pop();
    else {
      const current = open.at(-1);
      if (current) texts.set(current, (texts.get(current) ?? '') + (str ?? '') + (hasEOL ? ' ' : ''));
    }
  }
  return texts;
}

const INLINE = new Set(['Link', 'Span', 'Reference']);

function walk(node: TreeNode, texts: ReadonlyMap<string, string>, blocks: string[]): void {
  const startsBlock = node.role !== undefined && !INLINE.has(node.role);
  if (startsBlock) blocks.push('');
  for (const child of node.children ?? []) {
    if (child.type === 'content') {
      const last = blocks.length - 1;
      blocks[last] = (blocks[last] ?? '') + (texts.get(child.id ?? '') ?? '');
    } else walk(child, texts, blocks);
  }
}
