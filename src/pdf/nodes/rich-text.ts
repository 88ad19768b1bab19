import type { Content } from 'pdfmake';
import type { Run, Sentence } from '../../domain/handout/handout.ts';

const OPENABLE = /^(?:https?:\/\/|mailto:|tel:)/i;

/** Sentences as running text, one space between two; addresses in it can be clicked. */
export function richText(sentences: readonly Sentence[]): Content[] {
  return sentences.flatMap(({ runs }, i) => [...(i > 0 ? [{ text: ' ' }] : []), ...runs.map(toInline)]);
}

function toInline({ text, link }: Run): Content {
  return link ? { text, ...linkTo(link.url) } : { text };
}

/** Makes text clickable; an address of any other kind than web, mail or telephone stays text. */
export function linkTo(url: string): { link?: string } {
  return OPENABLE.test(url) ? { link: url } : {};
}
