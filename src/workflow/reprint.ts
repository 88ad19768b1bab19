import type { StoredFile } from '../domain/document.ts';
import { onward, type Transition } from './events.ts';
import type { Work } from './state.ts';

/** Fetches the file of a booklet that stands in the chart: printed again as it is, never made anew. */
export function askReprint(work: Work, id: string): Transition {
  const { documents, reprints } = work;
  const isStored = documents.kind === 'read' && documents.documents.some((document) => document.id === id);
  const asked = reprints.get(id)?.kind;
  if (!isStored || asked === 'reading' || asked === 'read') return onward(work);
  const ticket = work.ticket + 1;
  const waiting = new Map([...reprints, [id, { kind: 'reading', ticket }] as const]);
  return onward({ ...work, ticket, reprints: waiting }, { kind: 'read-stored-file', id, ticket });
}

/** The file is here, or why not. */
export function storedFileRead(
  work: Work,
  { id, ticket, file }: { readonly id: string; readonly ticket: number; readonly file: StoredFile },
): Transition {
  const waiting = work.reprints.get(id);
  if (waiting?.kind !== 'reading' || waiting.ticket !== ticket) return onward(work);
  return onward({ ...work, reprints: new Map([...work.reprints, [id, file]]) });
}
