import type { DocumentReference } from 'fhir/r4';
import type { ProfileName } from './profile-name.ts';

type Context = NonNullable<DocumentReference['context']>;
type Attachment = DocumentReference['content'][number]['attachment'];

/** What a server of this kind takes and can do; what it does not name is not sent, asked or hoped for. */
export interface DocumentProfile {
  /** By our identifiers, or by the label in its title or text: where a server keeps no identifiers or cannot search them. */
  readonly knownBy: 'identifier' | 'label';
  /** Whether `If-None-Exist` may be sent, if the server says that it knows it. */
  readonly conditionalCreate: boolean;
  /** Content type of a text; null where none is taken. */
  readonly text: string;
  /** The elements that are sent; null = all. */
  readonly sends: {
    readonly document: readonly (keyof DocumentReference)[];
    readonly context: readonly (keyof Context)[];
    readonly attachment: readonly (keyof Attachment)[];
  } | null;
}

/**
 * Source: `full` is FHIR R4 itself. `epic`: R4 note-create (clinical notes), which takes one text/plain attachment, needs an encounter,
 *         has no conditional create and no update. `oracle`: Millennium R4 DocumentReference, which ignores what it does not name,
 *         needs docStatus and period.end, has no identifier search, and updates with If-Match. Both as of 2026-11; ask the hospital.
 */
export const PROFILES: Readonly<Record<ProfileName, DocumentProfile>> = {
  full: {
    knownBy: 'identifier',
    conditionalCreate: true,
    text: 'text/plain;charset=utf-8',
    sends: null,
  },
  epic: {
    knownBy: 'label',
    conditionalCreate: false,
    text: 'text/plain',
    sends: {
      document: ['resourceType', 'status', 'docStatus', 'type', 'subject', 'date', 'author', 'content', 'context'],
      context: ['encounter'],
      attachment: ['contentType', 'data'],
    },
  },
  oracle: {
    knownBy: 'label',
    conditionalCreate: false,
    text: 'text/plain;charset=utf-8',
    sends: {
      document: ['resourceType', 'status', 'docStatus', 'type', 'subject', 'author', 'content', 'context'],
      context: ['encounter', 'period'],
      attachment: ['contentType', 'data', 'title', 'creation'],
    },
  },
};
