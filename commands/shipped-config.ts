import { readFileSync } from 'node:fs';
import { parseConfigText } from '../src/config/load-config.ts';
import type { IssuerConfig, RuntimeConfig } from '../src/config/runtime-config.ts';

const CONFIG = new URL('../public/config.json', import.meta.url);
/** Where the shipped config expects the EHR. */
const SHIPPED_ORIGIN = 'http://localhost:4100';

/** The config of this release for an EHR at another origin. Errors: throws when it has a fault. */
export function shippedConfig(origin: string): RuntimeConfig {
  const parsed = parseConfigText(readFileSync(CONFIG, 'utf8').replaceAll(SHIPPED_ORIGIN, origin));
  if (parsed.kind === 'faults') throw new Error(parsed.faults.join('\n'));
  return parsed.config;
}

/** The one EHR that it names. Errors: throws when it names none. */
export function issuerOf({ issuers }: RuntimeConfig): IssuerConfig {
  const [issuer] = issuers;
  if (issuer === undefined) throw new Error('config.json names no issuer');
  return issuer;
}
