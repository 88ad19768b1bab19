import type { ContentLink } from '../content.ts';
import { fillSentence } from '../route/fill.ts';
import { printedDate } from '../route/printed.ts';
import type { Route } from '../route/route.ts';
import type { HandoutNode } from './handout.ts';

export type Reference = Extract<HandoutNode, { kind: 'reference' }>;

/** The patient organisations of this diagnosis, each with the day on which somebody vouched for it; the first is worth a code. */
export function organisationReferences(route: Route, { named }: { readonly named: boolean }): readonly Reference[] {
  return route.organisations.map(({ name, url, address, checkedOn }, i) => ({
    kind: 'reference',
    label: name,
    named,
    url,
    address,
    // The sentence names the approval's day; a row of the hospital's own list has been looked at on a day of its own.
    checked: fillSentence(route.kort.fixed.checked, { ...route.slots, 'approval.date': printedDate(checkedOn) }),
    code: i === 0,
  }));
}

export function linkReference(
  { label, url, short }: ContentLink,
  { named, code }: { readonly named: boolean; readonly code: boolean },
): Reference {
  return { kind: 'reference', label, named, url, address: short, checked: null, code };
}
