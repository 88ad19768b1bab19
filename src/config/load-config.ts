import { parseRuntimeConfig, type ParsedConfig } from './runtime-config.ts';

/**
 * Fetches and checks `config.json` of our own origin.
 *
 * Errors: never throws; missing, unreachable, HTML or broken JSON is a fault in the list like any other. There is no default.
 */
export async function loadRuntimeConfig(address: string): Promise<ParsedConfig> {
  const fault = (sentence: string): ParsedConfig => ({ kind: 'faults', faults: [`config.json: ${sentence}.`] });
  let body: string;
  try {
    const response = await fetch(address, { cache: 'no-store', credentials: 'omit', redirect: 'error' });
    if (!response.ok) return fault(`is niet gevonden (antwoord ${response.status})`);
    body = await response.text();
  } catch {
    return fault('is niet bereikbaar');
  }
  try {
    return parseRuntimeConfig(JSON.parse(body));
  } catch (error) {
    if (error instanceof SyntaxError) return fault('is geen JSON');
    throw error;
  }
}
