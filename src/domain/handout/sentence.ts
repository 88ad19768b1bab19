import type { ContentLink } from '../content.ts';
import type { Route, RouteBlock } from '../route/route.ts';
import type { Run, Sentence } from './handout.ts';

// Captures the addresses, so that split keeps them at the odd places.
const ADDRESS = /((?:[\w.-]+@)?[\w-]+(?:\.[\w-]+)+(?:\/[\w-]+)*)/;

/** A sentence outside the blocks, as it is. */
export function plainSentence(text: string): Sentence {
  return { runs: [{ text }], block: null };
}

/** The sentences of a block, one per text of it; an address in a text leads where the content says. */
function blockSentences(block: RouteBlock, texts: readonly string[], route: Route): readonly Sentence[] {
  return texts.map((text) => ({ runs: linkedRuns(text, block, route), block: block.id }));
}

/** All reading text of some blocks, in order. */
export function readingText(blocks: readonly RouteBlock[], route: Route): readonly Sentence[] {
  return blocks.flatMap((block) => blockSentences(block, block.text, route));
}

/** All things to do of some blocks, in order. */
export function actionSentences(blocks: readonly RouteBlock[], route: Route): readonly Sentence[] {
  return blocks.flatMap((block) => blockSentences(block, block.actions, route));
}

function linkedRuns(text: string, block: RouteBlock, route: Route): readonly Run[] {
  if (!ADDRESS.test(text)) return [{ text }];
  const others = [...route.blocks.values()].flatMap(({ links }) => links);
  const linkLists = [block.links, others];
  const runs: Run[] = [];
  text.split(ADDRESS).forEach((part, i) => {
    const link = i % 2 === 1 ? linkLists.map((links) => linkFor(part, links)).find(Boolean) : undefined;
    const last = runs.at(-1);
    if (link) runs.push({ text: part, link: { url: link.url, label: link.label } });
    else if (last && !last.link) runs[runs.length - 1] = { text: last.text + part };
    else runs.push({ text: part });
  });
  return runs.filter((run) => run.text !== '');
}

/** The link printed as exactly this address, else the one that is searched for on it ("kanker.nl, zoek op: voeding"). */
function linkFor(address: string, links: readonly ContentLink[]): ContentLink | undefined {
  return links.find(({ short }) => short === address) ?? links.find(({ short }) => short.startsWith(`${address}, `));
}
