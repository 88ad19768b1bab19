import type { ContentMapFile } from '../../knowledge/compile/booklet-files.ts';
import { readKnowledgeFile } from '../../knowledge/compile/read-files.ts';
import type { Samples } from './gates.ts';
import { blockSamples, type BookletSample } from './samples.ts';

/** Words of more than 14 letters that every reader of this booklet meets, each explained or plain. */
interface ReadabilityNotes {
  readonly readability: {
    readonly long_words_allowed: readonly string[];
    readonly names_allowed: readonly string[];
    readonly left_unexplained_in_kort: Readonly<Record<string, string>>;
    readonly explained_in: readonly { readonly text_nl: string; readonly terms: readonly string[] }[];
  };
}

/** What is judged of this checkout, beside the booklets. */
export function readSamples(booklets: readonly BookletSample[]): Samples {
  const map = readKnowledgeFile('content/content-map.json') as ContentMapFile & ReadabilityNotes;
  const { long_words_allowed, names_allowed, left_unexplained_in_kort, explained_in } = map.readability;
  return {
    blocks: blockSamples(map),
    booklets,
    words: {
      terms: map.blocks.flatMap(({ items_rule, items_nl }) =>
        items_rule ? items_nl.map((item) => item.split(': ')[0] ?? item) : [],
      ),
      explainedBy: new Map(map.blocks.map(({ id, explains }) => [id, explains])),
      explainedIn: new Map(explained_in.map(({ text_nl, terms }) => [text_nl, terms])),
      leftInKort: Object.keys(left_unexplained_in_kort),
      longAllowed: long_words_allowed,
      names: names_allowed,
    },
  };
}
