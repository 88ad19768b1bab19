/** A code as the chart holds it; any part may be missing, nothing is normalised here. */
export interface Coding {
  readonly system?: string;
  readonly version?: string;
  readonly code?: string;
  readonly display?: string;
}

/** Codes and free text for one idea, in the order of the chart. */
export interface CodeableConcept {
  readonly coding: readonly Coding[];
  readonly text?: string;
}
