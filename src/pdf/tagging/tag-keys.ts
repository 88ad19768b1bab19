/**
 * What a node of the document definition says about its meaning, beside pdfmake's own keys. Only with these does the file get
 * a structure that a screen reader can follow.
 */
export interface TagKeys {
  /** Standard structure type; without it text is P (or Hn), and a stack or columns group nothing. */
  readonly tag?: StructureType | undefined;
  /** Drawn for the eye only: an artifact. */
  readonly decorative?: boolean | undefined;
  /** What a drawing says; needed for each that is not decorative. */
  readonly alt?: string | undefined;
  /** What a link says when its text does not tell. */
  readonly linkTitle?: string | undefined;
  /** How the items of a list (`tag: 'L'`) are numbered. */
  readonly listNumbering?: 'Decimal' | 'None' | undefined;
  /** A table that only places things: it has no rows or cells for a reader. */
  readonly layoutTable?: boolean | undefined;
  /** Each row of a layout table is such an element. */
  readonly rowTag?: StructureType | undefined;
  /** What a real table is about. */
  readonly summary?: string | undefined;
}

/** Standard structure types of ISO 32000-1, 14.8.4, as far as the booklet uses them. */
export type StructureType =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'Link'
  | 'Figure';

declare module 'pdfmake/interfaces' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the way to add keys to an interface of a library
  interface ContentBase extends TagKeys {}
}
