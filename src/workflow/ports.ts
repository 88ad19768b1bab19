import type { CalendarDate } from '../domain/calendar-date.ts';
import type { ChartReading } from '../domain/chart.ts';
import type { DocumentDraft, DocumentIdentity, DocumentSearch, WriteOutcome } from '../domain/document.ts';
import type { EntityId } from '../domain/entity.ts';
import type { Handout } from '../domain/handout/handout.ts';

export type { ChartReading } from '../domain/chart.ts';

/**
 * What the workflow needs from outside. The adapters are plain functions that know nothing of this file; that they fit is
 * checked by the compiler in `main.tsx`.
 */
export interface Ports {
  /** Reads the chart once; `stillReading` names the kinds of resource that are not in yet. */
  readonly readChart: (stillReading: (kinds: readonly string[]) => void) => Promise<ChartReading>;
  readonly findDocuments: () => Promise<DocumentSearch>;
  readonly identify: (entity: EntityId, version: number) => DocumentIdentity;
  readonly renderBooklet: (handout: Handout) => Promise<RenderOutcome>;
  readonly createDocument: (draft: DocumentDraft) => Promise<WriteOutcome>;
  /** Looks for a document whose write answer was lost. */
  readonly lookForDocument: (draft: DocumentDraft) => Promise<WriteOutcome>;
  /** Removes token and launch state from this browser. */
  readonly endSession: () => void;
  readonly today: () => CalendarDate;
  /** FHIR instant. */
  readonly instant: () => string;
}

export type RenderOutcome =
  | {
      readonly kind: 'rendered';
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly pages: number;
      readonly sha1: string;
    }
  /** A value does not fit: named by its place in the handout ("bellen.contact.name"). */
  | { readonly kind: 'does-not-fit'; readonly where: string }
  /** The font cannot print these letters, each once (F41). */
  | { readonly kind: 'missing-letters'; readonly letters: readonly string[] }
  | { readonly kind: 'failed'; readonly why: 'engine' | 'font' };
