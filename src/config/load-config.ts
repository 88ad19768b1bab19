import { loadOwnFile } from './load-own-file.ts';
import { parseRuntimeConfig, type ParsedConfig } from './runtime-config.ts';

/**
 * Fetches and checks `config.json` of our own origin.
 *
 * Errors: never throws; missing, unreachable, HTML or broken JSON is a fault in the list like any other. There is no default.
 */
export async function loadRuntimeConfig(address: string): Promise<ParsedConfig> {
  const loaded = await loadOwnFile(address);
  return loaded.kind === 'fault' ? fault(loaded.says) : parseConfigText(loaded.text);
}

/** Checks the text of a `config.json`: the same sentences in the browser and for `npm run config -- check`. */
export function parseConfigText(text: string): ParsedConfig {
  try {
    return parseRuntimeConfig(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return fault('is geen JSON');
    throw error;
  }
}

function fault(sentence: string): ParsedConfig {
  return { kind: 'faults', faults: [`config.json: ${sentence}.`] };
}
