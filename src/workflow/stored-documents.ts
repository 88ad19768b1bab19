import { nextVersion, type DocumentIdentity, type StoredDocument } from '../domain/document.ts';
import type { ConfirmedDiagnosis } from '../domain/confirmation.ts';
import type { Known, Site } from './core.ts';
import type { Documents } from './filing-state.ts';
import type { Form, Work } from './state.ts';

/** The current booklets in the chart that the clinician must say something about (D23, F55). */
export interface StoredQuestion {
  readonly document: StoredDocument;
  /** About the confirmed diagnosis, or about another one (or one that the document does not name). */
  readonly about: 'same' | 'other';
}

/** One question for each current booklet; none while nothing is confirmed or read, or where nothing can be saved. */
export function storedQuestions(work: Work, site: Site): readonly StoredQuestion[] {
  const { confirmed, documents } = work;
  if (confirmed === null || documents.kind !== 'read' || siteBlock(site) !== null) return [];
  return documents.documents
    .filter((document) => document.status === 'current')
    .map((document) => ({ document, about: document.entity === confirmed.entity.id ? 'same' : 'other' }));
}

/** Whether one booklet stands there more than once: servers that know no conditional create let two tabs write it twice. */
export function standsTwice(documents: Documents): boolean {
  if (documents.kind !== 'read') return false;
  const current = documents.documents.filter(({ status, version }) => status === 'current' && version !== null);
  return new Set(current.map(({ entity, version }) => `${entity ?? ''}/${version ?? ''}`)).size < current.length;
}

/** The documents that the new one replaces, by the clinician's word. */
export function replacedBy(form: Form, documents: Documents): readonly string[] {
  if (documents.kind !== 'read') return [];
  return documents.documents
    .filter((document) => document.status === 'current' && form.stored.get(document.id) === 'replace')
    .map((document) => document.id);
}

/** The printed numbers of those documents, as far as they say which booklet they are. */
export function replacedNumbers({ form, documents }: Work, known: Pick<Known, 'identify'>): readonly string[] {
  if (documents.kind !== 'read') return [];
  const ids = replacedBy(form, documents);
  const numbers = documents.documents.flatMap(({ id, entity, version }) =>
    ids.includes(id) && entity !== null && version !== null ? known.identify(entity, version).number : [],
  );
  return [...new Set(numbers)];
}

/** Number and version for a booklet about this diagnosis, given what stands in the chart. */
export function identityFor(diagnosis: ConfirmedDiagnosis, documents: Documents, known: Known): DocumentIdentity {
  const stored = documents.kind === 'read' ? documents.documents : [];
  return known.identify(diagnosis.entity.id, nextVersion(stored, diagnosis.entity.id));
}

/** Why this booklet cannot be saved here; print and download always can. */
export type SavingBlock =
  | 'trial'
  | 'not-granted'
  | 'site-setting'
  | 'without-ehr'
  | 'author-unknown'
  | 'documents-searching'
  | 'documents-not-read'
  | 'not-allowed';

/** What is known of saving before a booklet exists: said on the first screen (F10, D20). */
export function siteBlock(
  site: Site,
): Extract<SavingBlock, 'trial' | 'not-granted' | 'site-setting' | 'without-ehr'> | null {
  if (site.approval === null) return 'trial';
  return site.saving.kind === 'print-only' ? site.saving.why : null;
}

/**
 * What stands in the way of saving now. A chart whose documents were not read could hold a booklet that a second one would
 * silently push aside: then the clinician looks in the chart.
 */
export function savingBlock(work: Work, site: Site): SavingBlock | null {
  const block = siteBlock(site);
  if (block !== null) return block;
  if (work.createForbidden) return 'not-allowed';
  if (work.chart.user === null) return 'author-unknown';
  if (work.documents.kind === 'searching') return 'documents-searching';
  return work.documents.kind === 'read' ? null : 'documents-not-read';
}
