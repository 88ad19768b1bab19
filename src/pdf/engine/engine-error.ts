/** The document engine is not the one this was written for, or was asked for what it cannot do. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}
