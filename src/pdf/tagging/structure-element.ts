import type { StructElement } from './pdfmake-internals.ts';
import type { StructureType } from './tag-keys.ts';

/** One element of the structure tree, from the definition to the file. */
export interface StructureElement {
  readonly sid: number;
  readonly type: StructureType;
  readonly parent: StructureElement | null;
  /** Blocks, in reading order; inline elements come in while drawing. */
  readonly children: StructureElement[];
  readonly inline: boolean;
  readonly alt: string | undefined;
  /** Attribute dictionary of ISO 32000-1, 14.8.5. */
  attributes: Readonly<Record<string, unknown>> | null;
  /** What a link says. */
  readonly contents: string | null;
  /** Belongs to a header row, which pdfmake draws again on each page. */
  readonly inHeaderRow: boolean;
  /** Something of it, or in it, is drawn. */
  used: boolean;
  struct: StructElement | null;
  /** Page of the inline element that is open. */
  page: number | null;
}

/** The element itself or the nearest around it of that type. */
export function within(element: StructureElement, type: StructureType): StructureElement | null {
  for (let at: StructureElement | null = element; at; at = at.parent) if (at.type === type) return at;
  return null;
}

/** Elements without content are left out, but a table keeps its cells. */
export function isNeeded(element: StructureElement): boolean {
  return element.used || element.type === 'TD' || element.type === 'TH' || element.children.some(isNeeded);
}
