import type { Handout } from '../domain/handout/handout.ts';
import type { RenderOutcome } from '../domain/handout/render-outcome.ts';

export interface RenderRequest {
  readonly id: number;
  readonly handout: Handout;
}

export interface RenderReply {
  readonly id: number;
  readonly outcome: RenderOutcome;
}
