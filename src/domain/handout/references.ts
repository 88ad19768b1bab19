import type { ContentLink } from '../content.ts';
import { fillSentence } from '../route/fill.ts';
import type { Route } from '../route/route.ts';
import type { HandoutNode } from './handout.ts';

export type Reference = Extract<HandoutNode, { kind: 'reference' }>;

/** The patient organisations of this diagnosis, on the word of the approval; the first is worth a code. */
export function organisationReferences(route: Route, { named }: { readonly named: boolean }): readonly Reference[] {
  const checked = fillSentence(route.kort.fixed.checked, route.slots) || null;
  return route.organisations.map(({ name, url, address }, i) => ({
    kind: 'reference',
    label: name,
    named,
    url,
    address,
    checked,
    code: i === 0,
  }));
}

export function linkReference(
  { label, url, short }: ContentLink,
  { named, code }: { readonly named: boolean; readonly code: boolean },
): Reference {
  return { kind: 'reference', label, named, url, address: short, checked: null, code };
}
