import type { Route, RouteBlock } from '../../../route/route.ts';
import { actionSentences, plainSentence, readingText } from '../../sentence.ts';
import type { SectionNodes } from '../../nodes.ts';

/** Whom to call: the card when a contact is known, else lines to write on; then the evening, the weekend, and 112. */
export function callNodes(blocks: readonly RouteBlock[], route: Route): SectionNodes {
  const { fixed } = route.kort;
  const beside = blocks.filter(({ kind }) => kind !== 'card');
  return [
    { kind: 'contact', intro: fixed.call, person: route.contact, ask: actionSentences(beside, route) },
    {
      kind: 'emergency',
      intro: fixed.callUrgent,
      phone: route.slots['hospital.emergency_phone'] ?? null,
      warning: readingText(beside, route),
    },
  ];
}

/** What can be done first, numbered, with room to write where it asks for that. */
export function firstThingNodes(route: Route): SectionNodes {
  const items = route.firstThings.map(({ text, lines }) => ({
    sentence: plainSentence(text),
    ...(lines === null ? {} : { lines }),
  }));
  return [{ kind: 'actions', numbered: true, items }];
}
