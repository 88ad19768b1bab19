import type { TextMapper, TextPlace } from '../../text/text-scope.ts';

/** A text of this many characters is no cause of an overflow. */
const SHORT = 12;
/** Longest texts to try before the page as a whole is named. */
const MOST_TRIED = 6;

interface Shortenable<Tree> {
  readonly mapTexts: (tree: Tree, map: TextMapper) => Tree;
  readonly fits: (tree: Tree) => Promise<boolean>;
}

/**
 * Names the text that keeps a page from fitting: the first that makes it fit when shortened, values before fixed sentences,
 * long before short. Where several are too long together, the first of them; where none helps, `whole`.
 */
export async function nameOverflow<Tree>(
  tree: Tree,
  whole: string,
  { mapTexts, fits }: Shortenable<Tree>,
): Promise<string> {
  const suspects = longestTexts(tree, mapTexts);
  for (const suspect of suspects) if (await fits(shortened(tree, mapTexts, [suspect]))) return suspect;
  const together = await fits(shortened(tree, mapTexts, suspects));
  return (together ? suspects[0] : undefined) ?? whole;
}

function longestTexts<Tree>(tree: Tree, mapTexts: Shortenable<Tree>['mapTexts']): readonly string[] {
  const found = new Map<string, { readonly place: TextPlace; readonly length: number }>();
  mapTexts(tree, (text, place) => {
    if (text.length > SHORT && text.length > (found.get(place.where)?.length ?? 0)) {
      found.set(place.where, { place, length: text.length });
    }
    return text;
  });
  return [...found.values()]
    .sort((a, z) => Number(z.place.isValue) - Number(a.place.isValue) || z.length - a.length)
    .slice(0, MOST_TRIED)
    .map(({ place }) => place.where);
}

function shortened<Tree>(tree: Tree, mapTexts: Shortenable<Tree>['mapTexts'], places: readonly string[]): Tree {
  return mapTexts(tree, (text, { where }) => (places.includes(where) ? text.slice(0, SHORT) : text));
}
