import type { CalendarDate } from './calendar-date.ts';
import type { Entity, EntityId } from './entity.ts';
import type { RecordReference } from './provenance.ts';
import { isRecalled, type Recall } from './recall.ts';

declare const confirmedBrand: unique symbol;

/** A diagnosis that a clinician has confirmed. Only `confirm` makes one; nothing is composed, printed or written without it (D5). */
export interface ConfirmedDiagnosis {
  readonly [confirmedBrand]: true;
  readonly entity: Entity;
  /** As it stands in the booklet: the clinician may change it. */
  readonly nameInSentence: string;
  /** Null when the clinician changed the name: then nothing explains it (content map, slot diagnosis.explained). */
  readonly explained: string | null;
  readonly by: string;
  readonly role: string | null;
  readonly on: CalendarDate;
  /** `Condition/<id>` with version of the findings that it rests on; empty when chosen by search. */
  readonly restsOn: readonly RecordReference[];
}

/** What the clinician answered on the diagnosis screen. */
export interface Decision {
  readonly entity: string;
  readonly by: string;
  readonly role?: string;
  readonly on: CalendarDate;
  /** The name for the patient, where the clinician changed it. */
  readonly nameInSentence?: string;
  readonly restsOn?: readonly RecordReference[];
}

export type Confirmation =
  | { readonly kind: 'confirmed'; readonly diagnosis: ConfirmedDiagnosis }
  | { readonly kind: 'invalid'; readonly why: WhyInvalid };

export type WhyInvalid = 'unknown-entity' | 'not-on-rare-list' | 'recalled' | 'nobody-named' | 'name-empty';

/**
 * Turns the clinician's decision into the only key to what follows.
 *
 * Errors: never throws; an entity that the list does not hold, holds as common, or that is recalled (D21), and a decision without
 *         a person, are `invalid`.
 */
export function confirm(decision: Decision, entities: ReadonlyMap<EntityId, Entity>, recall: Recall): Confirmation {
  const entity = entities.get(decision.entity as EntityId);
  if (!entity) return { kind: 'invalid', why: 'unknown-entity' };
  const name = (decision.nameInSentence ?? entity.nameInSentenceNl).trim();
  const why = whyInvalid(entity, decision.by, name, recall);
  if (why !== null) return { kind: 'invalid', why };
  const diagnosis = {
    entity,
    nameInSentence: name,
    explained: name === entity.nameInSentenceNl ? entity.explainedNl : null,
    by: decision.by.trim(),
    role: decision.role?.trim() || null,
    on: decision.on,
    restsOn: decision.restsOn ?? [],
  };
  return { kind: 'confirmed', diagnosis: diagnosis as typeof diagnosis & { readonly [confirmedBrand]: true } };
}

function whyInvalid(entity: Entity, by: string, name: string, recall: Recall): WhyInvalid | null {
  if (entity.rare === false) return 'not-on-rare-list';
  if (isRecalled(entity.id, recall)) return 'recalled';
  if (by.trim() === '') return 'nobody-named';
  return name === '' ? 'name-empty' : null;
}
