import type { Answer } from './classify-resources.ts';

/** How many Conditions came to which verdict, and to which entity. */
export interface Summary {
  readonly knowledge: string;
  readonly conditions: number;
  readonly verdicts: Readonly<Record<string, number>>;
  /** By entity, those with most first; only rare ones, for whom there is a booklet. */
  readonly rare: Readonly<Record<string, number>>;
  /** Rare, but more than one entity fits: the clinician chooses. */
  readonly rare_without_entity: number;
  /** By the reason that is shown first, those with most first. */
  readonly undecided: Readonly<Record<string, number>>;
}

/** Counts answers as they come; holds numbers only. */
export function summaryOf(knowledge: string): {
  readonly add: (answer: Answer) => void;
  readonly summary: () => Summary;
} {
  let conditions = 0;
  let open = 0;
  const [verdicts, rare, undecided] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const count = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  return {
    add: ({ verdict, entity, keys }) => {
      conditions += 1;
      count(verdicts, verdict);
      if (verdict === 'rare') {
        if (entity === null) open += 1;
        else count(rare, entity);
      }
      if (verdict === 'undecided') count(undecided, keys[0] ?? '');
    },
    summary: () => ({
      knowledge,
      conditions,
      verdicts: mostFirst(verdicts),
      rare: mostFirst(rare),
      rare_without_entity: open,
      undecided: mostFirst(undecided),
    }),
  };
}

function mostFirst(counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  return Object.fromEntries([...counts].sort(([a, one], [b, other]) => other - one || a.localeCompare(b)));
}
