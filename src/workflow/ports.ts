import type { CalendarDate } from '../domain/calendar-date.ts';
import type { ChartReading } from '../domain/chart.ts';
import type {
  DocumentDraft,
  DocumentMark,
  DocumentIdentity,
  DocumentSearch,
  MarkOutcome,
  StoredFile,
  WriteOutcome,
} from '../domain/document.ts';
import type { EntityId } from '../domain/entity.ts';
import type { PrintOrder, RenderStage } from '../domain/handout/print-order.ts';
import type { RenderOutcome } from '../domain/handout/render-outcome.ts';

/**
 * What the workflow needs from outside. The adapters are plain functions that know nothing of this file; that they fit is
 * checked by the compiler in `bind.ts`.
 */
export interface Ports {
  /** Reads the chart once; `stillReading` names the kinds of resource that are not in yet. */
  readonly readChart: (stillReading: (kinds: readonly string[]) => void) => Promise<ChartReading>;
  readonly findDocuments: () => Promise<DocumentSearch>;
  /** The very bytes of a booklet that stands in the chart. */
  readonly readStoredFile: (id: string) => Promise<StoredFile>;
  readonly identify: (entity: EntityId, version: number) => DocumentIdentity;
  readonly renderPdf: (
    order: PrintOrder,
    options: { readonly onStage: (stage: RenderStage) => void; readonly signal: AbortSignal },
  ) => Promise<RenderOutcome>;
  readonly createDocument: (draft: DocumentDraft) => Promise<WriteOutcome>;
  /** Looks for a document whose write answer was lost. */
  readonly lookForDocument: (draft: DocumentDraft) => Promise<WriteOutcome>;
  /** Gives a stored booklet of this patient another status, as it stands; its file is not touched. */
  readonly markDocument: (mark: DocumentMark) => Promise<MarkOutcome>;
  /** SHA-1 in lower-case hex, for comparing what is read back with what was shown. */
  readonly sha1: (bytes: Uint8Array) => Promise<string>;
  /** Lets the page draw and answer first: composing is done in a task of its own. */
  readonly nextTask: () => Promise<void>;
  /** Removes token and launch state from this browser. */
  readonly endSession: () => void;
  readonly today: () => CalendarDate;
  /** FHIR instant. */
  readonly instant: () => string;
}
