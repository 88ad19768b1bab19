/** Chance that can be repeated: the same seed gives the same runs. */
export interface Random {
  /** From 0 up to, not including, 1. */
  readonly fraction: () => number;
  readonly chance: (probability: number) => boolean;
  readonly oneOf: <Choice>(choices: readonly [Choice, ...Choice[]]) => Choice;
  readonly between: (least: number, most: number) => number;
}

const RANGE = 2 ** 32;

/** Source: the xorshift generator of 32 bits (G. Marsaglia, Journal of Statistical Software 8:14, 2003: 13, 17, 5). */
export function createRandom(seed: number): Random {
  // Zero would stay zero for ever; the multiplication spreads neighbouring seeds.
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  const fraction = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / RANGE;
  };
  const between = (least: number, most: number): number => least + Math.floor(fraction() * (most - least + 1));
  return {
    fraction,
    between,
    chance: (probability) => fraction() < probability,
    oneOf: (choices) => choices[between(0, choices.length - 1)] ?? choices[0],
  };
}
