/** What one judge found. */
export interface Findings {
  readonly passed: number;
  readonly failed: number;
  /** What went wrong, then one line that says what was judged. */
  readonly lines: readonly string[];
}

/** One thing that was judged, and why it is not right; no faults is a pass. */
export interface Verdict {
  readonly what: string;
  readonly faults: readonly string[];
}

/** Counts verdicts; each that is not right gets its lines. */
export function findingsOf(verdicts: readonly Verdict[], summary: string): Findings {
  const wrong = verdicts.filter(({ faults }) => faults.length > 0);
  return {
    passed: verdicts.length - wrong.length,
    failed: wrong.length,
    lines: [...wrong.flatMap(({ what, faults }) => [what, ...faults.map((fault) => `  ${fault}`)]), summary],
  };
}
