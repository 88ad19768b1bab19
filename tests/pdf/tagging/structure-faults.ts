import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface TreeNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly alt?: string;
  readonly children?: readonly TreeNode[];
}

interface MarkedItem {
  readonly type?: string;
  readonly id?: string;
  readonly tag?: string;
  readonly str?: string;
}

/** What may stand directly in what (ISO 32000-1, 14.8.4); roles that are not here may hold anything. */
const MAY_HOLD: Readonly<Record<string, readonly string[]>> = {
  L: ['LI'],
  LI: ['Lbl', 'LBody'],
  Table: ['THead', 'TBody', 'TR'],
  THead: ['TR'],
  TBody: ['TR'],
  TR: ['TH', 'TD'],
  TOC: ['TOCI'],
};
/** What must stand directly in one of these. */
const STANDS_IN: Readonly<Record<string, readonly string[]>> = {
  LI: ['L'],
  LBody: ['LI'],
  TR: ['Table', 'THead', 'TBody'],
  TH: ['TR'],
  TD: ['TR'],
  TOCI: ['TOC'],
};

/**
 * Faults of a file that claims to be readable by ear: our own check, beside veraPDF, which has no opinion on half of this.
 *
 * Shape:  one sentence a fault; empty = every letter is either in the structure or decoration, headings do not skip a level,
 *         drawings and links say what they are, and lists and tables are built of their parts.
 */
export async function structureFaults(bytes: Uint8Array): Promise<readonly string[]> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, isEvalSupported: false });
  const document = await task.promise;
  const faults: string[] = [];
  const { info } = await document.getMetadata();
  const facts = Object.fromEntries(Object.entries(info));
  if (facts['Language'] !== 'nl-NL') faults.push(`the language is ${String(facts['Language'])}`);
  if (typeof facts['Title'] !== 'string' || facts['Title'] === '') faults.push('there is no title');
  if (!(await document.getMarkInfo())?.Marked) faults.push('the file does not say that it is marked');
  // Its type does not say so, but there may be none.
  const outline = (await document.getOutline()) as readonly unknown[] | null;
  if ((outline ?? []).length === 0 && document.numPages > 1) faults.push('there are no bookmarks');
  if ((await document.getPageLabels()) === null && document.numPages > 1) faults.push('there are no page labels');
  let level = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const say = (fault: string): void => void faults.push(`page ${number}: ${fault}`);
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const tree = (await page.getStructTree()) as unknown as TreeNode | null;
    if (tree === null) {
      say('there is no structure');
      continue;
    }
    const known = new Set(contentIds(tree));
    for (const text of strayTexts(items, known)) say(`"${text}" is neither structure nor decoration`);
    level = checkNode(tree, { say, level });
    const annotations = (await page.getAnnotations()) as readonly {
      readonly subtype: string;
      readonly contentsObj?: { readonly str: string };
    }[];
    for (const { subtype, contentsObj } of annotations)
      if (subtype === 'Link' && !contentsObj?.str) say('a link does not say where it leads');
  }
  await task.destroy();
  return faults;
}

function contentIds(node: TreeNode): readonly string[] {
  const own = node.type === 'content' && node.id !== undefined ? [node.id] : [];
  return [...own, ...(node.children ?? []).flatMap(contentIds)];
}

/** Printed text that no element holds and that is no artifact. */
function strayTexts(items: readonly MarkedItem[], known: ReadonlySet<string>): readonly string[] {
  const open: MarkedItem[] = [];
  const stray: string[] = [];
  for (const item of items) {
    if (item.type === 'beginMarkedContent' || item.type === 'beginMarkedContentProps') open.push(item);
    else if (item.type === 'endMarkedContent') open.pop();
    else if ((item.str ?? '').trim() !== '') {
      const isKnown = open.some(({ id, tag }) => tag === 'Artifact' || (id !== undefined && known.has(id)));
      if (!isKnown) stray.push(item.str ?? '');
    }
  }
  return stray;
}

interface Walk {
  readonly say: (fault: string) => void;
  /** Of the last heading. */
  readonly level: number;
}

function checkNode(node: TreeNode, walk: Walk): number {
  let { level } = walk;
  const { role } = node;
  if (role === 'Figure' && !node.alt) walk.say('a drawing does not say what it is');
  const heading = /^H(\d)$/.exec(role ?? '')?.[1];
  if (heading !== undefined) {
    if (Number(heading) > level + 1) walk.say(`a heading of level ${heading} follows one of level ${level}`);
    level = Number(heading);
  }
  for (const child of node.children ?? []) {
    if (child.role !== undefined && role !== undefined) checkParts(role, child.role, walk.say);
    level = checkNode(child, { ...walk, level });
  }
  return level;
}

function checkParts(role: string, child: string, say: Walk['say']): void {
  if (!(MAY_HOLD[role]?.includes(child) ?? true)) say(`${role} holds ${child}`);
  // pdf.js shows the part of the tree that stands on one page: a page may begin in the middle of a list.
  if (!(STANDS_IN[child]?.includes(role) ?? true) && role !== 'Root') say(`${child} stands in ${role}`);
}
