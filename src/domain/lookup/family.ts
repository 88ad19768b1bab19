import type { Classification, DecidingEntity } from '../classification.ts';
import type { EntityId } from '../entity.ts';
import { rememberOne } from './remember.ts';

/** The entity's group, that group's group, and so on; nearest first. */
export function ancestorsOf(id: EntityId, { entities }: Classification): readonly EntityId[] {
  const ancestors: EntityId[] = [];
  let parent = entities.get(id)?.parent ?? null;
  while (parent !== null && !ancestors.includes(parent)) {
    ancestors.push(parent);
    parent = entities.get(parent)?.parent ?? null;
  }
  return ancestors;
}

/** Same entity, or one stands under the other. */
export function inOneLine(a: EntityId, b: EntityId, classification: Classification): boolean {
  return a === b || ancestorsOf(a, classification).includes(b) || ancestorsOf(b, classification).includes(a);
}

export function areSiblings(a: EntityId, b: EntityId, { entities }: Classification): boolean {
  const parent = entities.get(a)?.parent ?? null;
  return parent !== null && parent === (entities.get(b)?.parent ?? null);
}

/** Whether all of `inner` stand under, or are, one of `outer`, and the two are not the same. */
export function standWithin(
  inner: readonly EntityId[],
  outer: readonly EntityId[],
  classification: Classification,
): boolean {
  const within = inner.every(
    (id) => outer.includes(id) || ancestorsOf(id, classification).some((a) => outer.includes(a)),
  );
  return inner.length > 0 && within && !outer.every((id) => inner.includes(id));
}

/** The nearest group that holds all of them and is rare itself; null when there is none. */
export function rareGroupOver(ids: readonly EntityId[], classification: Classification): EntityId | null {
  const lines = ids.map((id) => [id, ...ancestorsOf(id, classification)]);
  const shared = lines[0]?.find((group) => lines.every((line) => line.includes(group)));
  return shared !== undefined && classification.entities.get(shared)?.verdict === 'rare' ? shared : null;
}

/** What a clinician may choose from: groups give way to the entities at the end of their branches. */
export function detailsOf(ids: readonly EntityId[], { details }: Classification): readonly EntityId[] {
  return unique(ids.flatMap((id) => details.get(id) ?? [id]));
}

/** The rows of these entities, in the order of the list. */
export function entitiesOf(ids: readonly EntityId[], classification: Classification): readonly DecidingEntity[] {
  const { rows, places } = orderOf(classification);
  return unique(ids)
    .map((id) => places.get(id))
    .filter((place) => place !== undefined)
    .sort((a, b) => a - b)
    .flatMap((place) => rows.slice(place, place + 1));
}

const orderOf = rememberOne(({ entities }: Classification) => {
  const rows = [...entities.values()];
  return { rows, places: new Map(rows.map(({ id }, place) => [id, place])) };
});

export function unique<Member>(members: readonly Member[]): readonly Member[] {
  return [...new Set(members)];
}
