import type { Classification } from '../../domain/classification.ts';
import { parseClassification } from './parse-classification.ts';
import { parseExplanations, type Explanations } from './parse-explanations.ts';

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
 * Loads names and sentences; asked for after the first verdict.
 *
 * Errors: as `loadClassification`.
 */
export async function loadExplanations(): Promise<Explanations> {
  const { default: compiled } = await import('virtual:knowledge/explains');
  return parseExplanations(compiled);
}
