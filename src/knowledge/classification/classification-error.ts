/** The compiled classification is not what this app can read: the build is broken, and nothing may be looked up. */
export class ClassificationError extends Error {
  override readonly name = 'ClassificationError';
  constructor(
    /** Paths of what is wrong. */
    readonly paths: readonly string[],
    cause?: unknown,
  ) {
    super(`The classification does not fit this app: ${paths.join(', ')}.`, { cause });
  }
}
