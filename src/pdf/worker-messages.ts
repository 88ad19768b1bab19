import type { PrintOrder, RenderStage } from '../domain/handout/print-order.ts';
import type { RenderOutcome } from '../domain/handout/render-outcome.ts';

export interface RenderRequest {
  readonly id: number;
  readonly order: PrintOrder;
}

export type RenderReply =
  { readonly id: number; readonly stage: RenderStage } | { readonly id: number; readonly outcome: RenderOutcome };
