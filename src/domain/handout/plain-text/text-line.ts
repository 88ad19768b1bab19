/**
 * One thing that the plain text says: a heading, a sentence or a label with what stands before it, or a place to write. The
 * text is made of these, and so is what a screen reader must find in the PDF.
 */
export type TextLine =
  | { readonly kind: 'title' | 'heading'; readonly text: string }
  /** Without a lead it runs on after the sentence before it. */
  | { readonly kind: 'said'; readonly text: string; readonly lead: string }
  /** Stands on a line of its own. */
  | { readonly kind: 'alone'; readonly text: string }
  | { readonly kind: 'to-write'; readonly lead: string }
  | { readonly kind: 'gap' };

export function said(text: string, lead = ''): TextLine {
  return { kind: 'said', text, lead };
}

export function alone(text: string): TextLine {
  return { kind: 'alone', text };
}

export function toWrite(count: number, lead = ''): readonly TextLine[] {
  return Array.from({ length: count }, () => ({ kind: 'to-write', lead }));
}
