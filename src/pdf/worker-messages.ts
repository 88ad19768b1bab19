import type { Handout } from '../domain/handout/handout.ts';
import type { BookletOutcome } from './outcome.ts';

export interface RenderRequest {
  readonly id: number;
  readonly handout: Handout;
}

export interface RenderReply {
  readonly id: number;
  readonly outcome: BookletOutcome;
}
