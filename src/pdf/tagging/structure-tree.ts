import { EngineError } from '../engine/engine-error.ts';
import type { StructureElement } from './structure-element.ts';
import type { StructureType, TagKeys } from './tag-keys.ts';

/** A node of a document definition, read loosely: pdfmake's own types are unions that cannot be walked. */
interface LooseNode extends TagKeys {
  text?: unknown;
  stack?: unknown;
  columns?: unknown;
  svg?: unknown;
  canvas?: unknown;
  table?: { body: unknown[][]; headerRows?: number };
  link?: unknown;
  linkToDestination?: unknown;
  headlineLevel?: unknown;
  outline?: unknown;
  outlineText?: unknown;
  _sid?: number;
}

const ATTRIBUTES_OF_A_LIST = {
  Decimal: { O: 'List', ListNumbering: 'Decimal' },
  None: { O: 'List', ListNumbering: 'None' },
};

/**
 * From document definition to structure tree. Every leaf gets the number of its element (`_sid`), which pdfmake copies to the
 * laid-out pieces, so that whoever marks the pages knows where each piece belongs.
 */
export class StructureTree {
  readonly elements: StructureElement[] = [];
  readonly root = this.#add('Document', null);

  /** Walks a block and stamps its leaves. Errors: EngineError at a drawing without `alt`, a link without words, an unknown node. */
  // eslint-disable-next-line complexity -- one line per kind of node
  walk(content: unknown, parent: StructureElement = this.root): unknown {
    if (Array.isArray(content)) return content.map((child: unknown) => this.walk(child, parent));
    if (!isNode(content)) return this.#walkText({ text: content }, parent);
    if (content.decorative || isCovered(content)) return content;
    if (content.table) return this.#walkTable(content, content.table, parent);
    if (content.stack ?? content.columns) return this.#walkGroup(content, parent);
    if (content.text !== undefined) return this.#walkText(content, parent);
    if (content.svg ?? content.canvas) return this.#walkFigure(content, parent);
    throw new EngineError(`no structure for a node with ${Object.keys(content).join(', ')}`);
  }

  #add(type: StructureType, parent: StructureElement | null, more: Partial<StructureElement> = {}): StructureElement {
    const element: StructureElement = {
      sid: this.elements.length,
      type,
      parent,
      children: [],
      inline: false,
      alt: undefined,
      attributes: null,
      contents: null,
      inHeaderRow: parent?.inHeaderRow ?? false,
      used: false,
      struct: null,
      page: null,
      ...more,
    };
    this.elements.push(element);
    if (!element.inline) parent?.children.push(element);
    return element;
  }

  #walkGroup(node: LooseNode, parent: StructureElement): LooseNode {
    const group = node.tag ? this.#add(node.tag, parent, listAttributes(node)) : parent;
    if (node.stack !== undefined) node.stack = this.walk(node.stack, group);
    else node.columns = this.walk(node.columns, group);
    return node;
  }

  #walkText(node: LooseNode, parent: StructureElement): LooseNode {
    const heading = headingOf(node);
    const element = this.#add(node.tag ?? heading ?? 'P', parent);
    if (heading && node.outline) node.outlineText ??= plainText(node.text);
    node.text = this.#stamped(node.text, element, node);
    return node;
  }

  #stamped(text: unknown, element: StructureElement, around: LooseNode): unknown[] {
    return [text].flat().map((piece: unknown) => {
      const node: LooseNode = isNode(piece) ? piece : { text: textOf(piece) };
      const target =
        (isLink(node) || isLink(around)) && element.type !== 'Link' ? this.#link(node, around, element) : element;
      if (Array.isArray(node.text)) node.text = this.#stamped(node.text, target, node);
      else node._sid = target.sid;
      return node;
    });
  }

  /** Not a child yet: it comes in between the pieces of text where it is first drawn. */
  #link(node: LooseNode, around: LooseNode, parent: StructureElement): StructureElement {
    const contents = node.linkTitle ?? around.linkTitle ?? plainText(node.text);
    if (contents.trim() === '') throw new EngineError('a link without words');
    return this.#add('Link', parent, { contents, inline: true });
  }

  #walkFigure(node: LooseNode, parent: StructureElement): LooseNode {
    if (!node.alt) throw new EngineError('a drawing without alt that is not decorative');
    node._sid = this.#add('Figure', parent, { alt: node.alt }).sid;
    return node;
  }

  #walkTable(node: LooseNode, table: NonNullable<LooseNode['table']>, parent: StructureElement): LooseNode {
    if (node.layoutTable) return this.#walkLayoutTable(node, table, parent);
    const { body, headerRows = 0 } = table;
    const summary = node.summary ? { O: 'Table', Summary: pdfString(node.summary) } : null;
    const element = this.#add('Table', parent, { attributes: summary });
    const head = headerRows > 0 ? this.#add('THead', element, { inHeaderRow: true }) : element;
    const rest = headerRows > 0 ? this.#add('TBody', element) : element;
    table.body = body.map((row, r) => {
      const tableRow = this.#add('TR', r < headerRows ? head : rest);
      return row.map((cell) => this.#walkCell(cell, tableRow, r < headerRows));
    });
    return node;
  }

  #walkCell(cell: unknown, row: StructureElement, isHeader: boolean): unknown {
    const element = isHeader
      ? this.#add('TH', row, { attributes: { O: 'Table', Scope: 'Column' } })
      : this.#add('TD', row);
    const node = isNode(cell) ? cell : { text: textOf(cell) };
    if (node.text === undefined) return this.walk(node, element);
    node.text = this.#stamped(node.text, element, node);
    return node;
  }

  /** A box, a background, or things side by side: at most one element around it, and one around each row. */
  #walkLayoutTable(node: LooseNode, table: NonNullable<LooseNode['table']>, parent: StructureElement): LooseNode {
    const group = node.tag ? this.#add(node.tag, parent, listAttributes(node)) : parent;
    table.body = table.body.map((row) => {
      const around = node.rowTag ? this.#add(node.rowTag, group) : group;
      return row.map((cell) => this.walk(cell, around));
    });
    return node;
  }
}

/** Text as pdfkit writes it into a dictionary: a string object, not a name. */
export function pdfString(text: string): object {
  return new String(text);
}

function listAttributes({ listNumbering }: LooseNode): Partial<StructureElement> {
  return listNumbering ? { attributes: ATTRIBUTES_OF_A_LIST[listNumbering] } : {};
}

function headingOf({ headlineLevel }: LooseNode): 'H1' | 'H2' | 'H3' | null {
  if (headlineLevel === 1) return 'H1';
  if (headlineLevel === 2) return 'H2';
  return headlineLevel === 3 ? 'H3' : null;
}

function plainText(text: unknown): string {
  if (Array.isArray(text)) return text.map(plainText).join('');
  return isNode(text) ? plainText(text.text) : textOf(text);
}

function textOf(piece: unknown): string {
  return typeof piece === 'string' || typeof piece === 'number' ? String(piece) : '';
}

function isNode(value: unknown): value is LooseNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The empty cell under one that spans two columns. */
function isCovered(node: LooseNode): boolean {
  return Object.keys(node).length === 0;
}

function isLink({ link, linkToDestination }: LooseNode): boolean {
  return Boolean(link ?? linkToDestination);
}
