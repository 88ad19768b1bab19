import { fillSentence } from '../route/fill.ts';
import type { Route } from '../route/route.ts';
import type { HandoutBack, HandoutCover } from './handout.ts';
import { readingText } from './sentence.ts';

/** The front: title, for whom (only when the patient wants that), where and when. */
export function composeCover({ kort, slots }: Route): HandoutCover {
  return {
    title: kort.cover.title,
    subtitle: kort.fixed.subtitle,
    forWhom: fillSentence(kort.cover.forWhom, slots) || null,
    given: fillSentence(kort.cover.given, slots) || null,
  };
}

/** The back: what others may see too, help with reading, and which booklet this is. */
export function composeBack(route: Route): HandoutBack {
  const { blocks, kort, slots, place, approval } = route;
  const { fixed } = kort;
  const help = [...blocks.values()].filter(({ id }) => id === kort.back.block);
  // Without an approval nothing is saved (D20), so there is no copy to speak of.
  const keepsCopy = place.storesCopy && approval !== null;
  const imprint = [fixed.version, fixed.contentVersion, fixed.noAdvice, ...(keepsCopy ? [fixed.copy] : [])];
  return {
    title: kort.back.title,
    warning: fixed.outside,
    found: fixed.found,
    help: readingText(help, route),
    imprint: imprint
      .map((sentence) => fillSentence(sentence, slots))
      .filter((sentence) => sentence !== '')
      .join(' '),
  };
}
