/** You get this when what the hospital set up cannot be used: nothing is started, and every fault is said. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(
    /** Each a Dutch sentence with its place. */
    readonly faults: readonly string[],
  ) {
    super('The configuration has faults.');
  }
}
