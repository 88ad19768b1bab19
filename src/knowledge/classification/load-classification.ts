import type { Classification } from '../../domain/classification.ts';
import { parseClassification } from './parse-classification.ts';
import { parseEntities, parseNames, type Entities, type Names } from './parse-explanations.ts';

/**
 * Loads the half of the classification that decides.
 *
 * Errors: rejects with `ClassificationError`, or with the error of the import when the file does not load (F66).
 */
export async function loadClassification(): Promise<Classification> {
  const { default: compiled } = await import('virtual:knowledge/decides');
  return parseClassification(compiled);
}

/**
 * Loads names and reasons: what is shown with a verdict.
 *
 * Errors: as `loadClassification`.
 */
export async function loadNames(): Promise<Names> {
  const { default: compiled } = await import('virtual:knowledge/names');
  return parseNames(compiled);
}

/**
 * Loads what else is said about an entity; asked for once the first screen stands.
 *
 * Errors: as `loadClassification`.
 */
export async function loadEntities(names: Names): Promise<Entities> {
  const { default: compiled } = await import('virtual:knowledge/details');
  return parseEntities(compiled, names);
}
