import type { DocumentReference } from 'fhir/r4';
import { createHash } from 'node:crypto';
import type { DocumentLabel } from '../../src/domain/document-label.ts';
import { readLabel } from '../../src/domain/read-label.ts';
import type { LastWord } from './clinician.ts';

/** What went wrong in one run, by what the FHIR server holds and never by what the app believes. */
export type Wrong =
  'duplicate' | 'duplicate that is not shown' | 'lost' | 'silently lost' | 'false success' | 'not superseded';

/** One tab: what its screen said last, and the only files that it can have sent. */
export interface TabWord {
  readonly word: LastWord;
  /** What the bytes of this tab hold. */
  readonly file: string;
}

/** What stands in the chart when all is over, and what the app shows of it at the next launch. */
export interface Ending {
  readonly own: readonly DocumentReference[];
  readonly tabs: readonly TabWord[];
  /** Ids of the booklets on the first screen of a new launch, and whether it says that one stands there twice. */
  readonly next: { readonly shown: readonly string[]; readonly saysTwice: boolean };
}

/** `strict`: the server knows conditional create, so that nothing may stand twice. */
export function judge({ own, tabs, next }: Ending, strict: boolean): readonly Wrong[] {
  const current = own.filter(({ status }) => status === 'current').map(versionOf);
  const doubled = new Set(current).size < current.length;
  const hidden = own.some(({ id }) => !next.shown.includes(id ?? '')) || (doubled && !next.saysTwice);
  const believed = tabs.filter(({ word }) => word.kind === 'written');
  const silent = tabs.some(({ word }) => word.kind !== 'open');
  const wrong: readonly (readonly [Wrong, boolean])[] = [
    ['duplicate', strict && doubled],
    ['duplicate that is not shown', hidden],
    ['lost', strict && own.length === 0],
    ['silently lost', own.length === 0 && silent],
    ['false success', believed.some((tab) => !stands(tab, own))],
    ['not superseded', believed.some(({ word }) => 'marked' in word && !areSuperseded(word.marked, own))],
  ];
  return wrong.flatMap(([name, is]) => (is ? [name] : []));
}

/** What is neither wrong nor as it should be, and is only counted. */
export function remarks({ own, tabs }: Ending): readonly string[] {
  const versions = own.map(versionOf);
  const leftOpen = tabs.filter(
    ({ word, file }) => word.kind === 'open' && own.some((one) => fileOf(one).includes(file)),
  );
  return [
    ...(new Set(versions).size < versions.length ? ['allowed: one version stands twice, and is shown'] : []),
    ...leftOpen.map(() => 'allowed: stored, while the screen left it open'),
  ];
}

/** Which booklet it is, by whatever this kind of server keeps. */
function versionOf(document: DocumentReference): string {
  return document.masterIdentifier?.value ?? labelOf(document)?.number ?? `unknown ${document.id ?? ''}`;
}

function labelOf(document: DocumentReference): DocumentLabel | null {
  return readLabel(document.content[0]?.attachment.title ?? '') ?? readLabel(fileOf(document));
}

/** Whether another one in the chart says that it replaces this one. */
function isReplaced(document: DocumentReference, own: readonly DocumentReference[]): boolean {
  const number = labelOf(document)?.number;
  return own.some(
    (other) =>
      (other.relatesTo ?? []).some(({ target }) => target.reference === `DocumentReference/${document.id ?? ''}`) ||
      (number !== undefined && (labelOf(other)?.replaces ?? []).includes(number)),
  );
}

function fileOf(document: DocumentReference): string {
  return Buffer.from(document.content[0]?.attachment.data ?? '', 'base64').toString();
}

/** Whether what the screen called saved is there: under that id, whole, made in that tab, and current unless replaced since. */
function stands({ word, file }: TabWord, own: readonly DocumentReference[]): boolean {
  const document = own.find(({ id }) => 'id' in word && id === word.id);
  if (document === undefined || document.status === 'entered-in-error') return false;
  const hash = document.content[0]?.attachment.hash;
  const whole = hash === undefined || hash === createHash('sha1').update(fileOf(document)).digest('base64');
  return (
    (document.status === 'current' || isReplaced(document, own)) &&
    whole &&
    new RegExp(`\\n${file}\\s`).test(fileOf(document))
  );
}

function areSuperseded(ids: readonly string[], own: readonly DocumentReference[]): boolean {
  return ids.every((id) => own.find((document) => document.id === id)?.status === 'superseded');
}
