import type { DocumentLabel } from '../domain/document-label.ts';
import type { Handout } from '../domain/handout/handout.ts';
import type { PrintOrder } from '../domain/handout/print-order.ts';
import type { BookletRequest, Core } from './core.ts';
import type { Ports } from './ports.ts';
import type { FiledFile } from './filing-state.ts';
import type { ExtraKind } from './state.ts';

interface MadeExtra {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly pages: number;
}

/** Makes what is wanted beside the booklet; null when it cannot be made. A text has no pages: 0. */
export async function makeExtra(
  extra: ExtraKind,
  request: BookletRequest,
  { core, ports }: { readonly core: Core; readonly ports: Ports },
): Promise<MadeExtra | null> {
  if (extra === 'text') {
    // Apart from the first screen, which has a budget (D39); it comes with what composes.
    const { toPlainText } = await import('../domain/handout/plain-text/to-plain-text.ts');
    return { bytes: new TextEncoder().encode(toPlainText(core.composeBooklet(request))), pages: 0 };
  }
  const order = orderFor(extra, request, core);
  if (order === null) return null;
  const outcome = await ports.renderPdf(order, { onStage: () => undefined, signal: new AbortController().signal });
  return outcome.kind === 'rendered' ? { bytes: outcome.bytes, pages: outcome.pages } : null;
}

/** The note for a chart that takes text: the words of the booklet, and the label by which it is known again. */
export async function makeNote(handout: Handout, label: DocumentLabel, ports: Pick<Ports, 'sha1'>): Promise<FiledFile> {
  const { toChartNote } = await import('../domain/handout/plain-text/to-plain-text.ts');
  const bytes = new TextEncoder().encode(toChartNote(handout, label));
  return { format: 'text', bytes, sha1: await ports.sha1(bytes) };
}

function orderFor(extra: 'folded' | 'sheet', request: BookletRequest, core: Core): PrintOrder | null {
  if (extra === 'folded') {
    return { kind: 'booklet', handout: core.composeBooklet(request), letters: 'normal', folded: true };
  }
  const sheet = core.composeSheet(request);
  return sheet && { kind: 'employer-sheet', sheet };
}
