import type { DocumentReference } from 'fhir/r4';
import { createHash } from 'node:crypto';
import type { LastWord } from './clinician.ts';

/** What went wrong in one run, by what the FHIR server holds and never by what the app believes. */
export type Wrong = 'duplicate' | 'lost' | 'false success';

/** One tab: what its screen said last, and the only files that it can have sent. */
export interface TabWord {
  readonly word: LastWord;
  /** What the bytes of this tab begin with. */
  readonly file: string;
}

/** Judges one run by all that stands in the chart of its patient. */
export function judge(own: readonly DocumentReference[], tabs: readonly TabWord[]): readonly Wrong[] {
  const versions = own.map(({ masterIdentifier }) => masterIdentifier?.value);
  const believed = tabs.filter(({ word }) => word.kind === 'written');
  return [
    ...(new Set(versions).size < versions.length ? (['duplicate'] as const) : []),
    ...(own.length === 0 ? (['lost'] as const) : []),
    ...(believed.some((tab) => !stands(tab, own)) ? (['false success'] as const) : []),
  ];
}

/** Whether what the screen called saved is there: under that id, current, whole, and made in that tab. */
function stands({ word, file }: TabWord, own: readonly DocumentReference[]): boolean {
  const document = own.find(({ id }) => 'id' in word && id === word.id);
  const attachment = document?.content[0]?.attachment;
  const bytes = Buffer.from(attachment?.data ?? '', 'base64');
  const sha1 = createHash('sha1').update(bytes).digest('base64');
  return document?.status === 'current' && attachment?.hash === sha1 && bytes.toString().includes(`\n${file} `);
}
