import type { DocumentReference, Identifier } from 'fhir/r4';
import type { DocumentDraft } from '../domain/document.ts';
import type { EntityId } from '../domain/entity.ts';
import { listOf, textOf } from './map-concept.ts';

/*
 * How a Route document is known in the chart. All of it stands in `DocumentReference.identifier`, which every server can search.
 *
 * | system            | value                | what for                                                             |
 * | ----------------- | -------------------- | -------------------------------------------------------------------- |
 * | urn:ietf:rfc:3986 | urn:uuid:<routeId>   | all Route documents of this patient (D23)                            |
 * | urn:ietf:rfc:3986 | urn:uuid:<versionId> | this version; `masterIdentifier` and `If-None-Exist` as well         |
 * | BOOKLET_SYSTEM    | <entity>/<version>   | which booklet it is, read back when the chart is opened again        |
 * | KNOWLEDGE_SYSTEM  | <knowledge version>  | recall: every booklet made with version X (D21)                      |
 *
 * The two systems are UUIDs of our own, because the project owns no domain name that could be promised for ever.
 */
export const UUID_SYSTEM = 'urn:ietf:rfc:3986';
export const BOOKLET_SYSTEM = 'urn:uuid:605a1ce6-61e6-4b87-be3f-5197753ebc8a';
export const KNOWLEDGE_SYSTEM = 'urn:uuid:76a7534f-4b1d-4278-a3fd-15815b101016';

/** A UUID as the value of an identifier. */
export function uuidIdentifier(uuid: string): Identifier & { readonly system: string; readonly value: string } {
  return { system: UUID_SYSTEM, value: `urn:uuid:${uuid}` };
}

/** All identifiers of a new document. */
export function identifiersOf({ identity, entity, knowledgeVersion }: DocumentDraft): Identifier[] {
  return [
    uuidIdentifier(identity.routeId),
    uuidIdentifier(identity.versionId),
    { system: BOOKLET_SYSTEM, value: `${entity}/${identity.version}` },
    { system: KNOWLEDGE_SYSTEM, value: knowledgeVersion },
  ];
}

/** `system|value` as a token of a search. */
export function searchToken(uuid: string): string {
  const { system, value } = uuidIdentifier(uuid);
  return `${system}|${value}`;
}

/** Whether a document carries this UUID, as identifier or master identifier. */
export function hasUuid(document: DocumentReference, uuid: string): boolean {
  const { system, value } = uuidIdentifier(uuid);
  return [...listOf(document.identifier), ...listOf([document.masterIdentifier])].some(
    (identifier) => identifier?.system === system && textOf(identifier.value)?.toLowerCase() === value,
  );
}

/** Entity and version that a stored document says it is about; null for what it does not say. */
export function bookletOf(document: DocumentReference): {
  readonly entity: EntityId | null;
  readonly version: number | null;
} {
  const booklet = listOf(document.identifier).find(({ system }) => system === BOOKLET_SYSTEM);
  const [, entity, version] = /^([a-z0-9-]+)\/([1-9]\d{0,5})$/.exec(textOf(booklet?.value) ?? '') ?? [];
  return { entity: (entity as EntityId | undefined) ?? null, version: version === undefined ? null : Number(version) };
}

/** Which texts a stored document was made from (D21); null when it does not say. */
export function knowledgeVersionOf(document: DocumentReference): string | null {
  const identifier = listOf(document.identifier).find(({ system }) => system === KNOWLEDGE_SYSTEM);
  return textOf(identifier?.value) ?? null;
}
