import type { Route } from '../route/route.ts';
import type { Handout, Length } from './handout.ts';
import { composeKort } from './kort/compose-kort.ts';
import { composeVolledig } from './volledig/compose-volledig.ts';

/**
 * Composes the booklet of a route: cover, chapters and back as a tree of meaning, without pages or measures.
 *
 * Shape:  a section without anything to say is left out; nothing on cover and back names a disease, a department or a role.
 */
export function composeHandout(route: Route, { length }: { readonly length: Length }): Handout {
  return length === 'kort' ? composeKort(route) : composeVolledig(route);
}
