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

const NULL_FLAVOR =
  /^https?:\/\/terminology\.hl7\.org\/CodeSystem\/v3-NullFlavor$|^urn:oid:2\.16\.840\.1\.113883\.5\.1008$/i;

/**
 * Whether a coding says that there is no code: HiX sends a diagnosis in words as NullFlavor OTH beside the text.
 *
 * Source: HL7 v3 NullFlavor, http://terminology.hl7.org/CodeSystem/v3-NullFlavor.
 */
export function isNullFlavor({ system }: Coding): boolean {
  return system !== undefined && NULL_FLAVOR.test(system);
}
