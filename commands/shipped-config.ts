import { readFileSync } from 'node:fs';
import type { ServerProfileName } from '../sandbox/fhir/server-profile.ts';
import { configForProfile } from '../sandbox/profile-config.ts';
import { parseRuntimeConfig, type IssuerConfig, type RuntimeConfig } from '../src/config/runtime-config.ts';

const CONFIG = new URL('../public/config.json', import.meta.url);
/** Where the shipped config expects the EHR. */
const SHIPPED_ORIGIN = 'http://localhost:4100';

type Written = Parameters<typeof configForProfile>[0];

/** The `config.json` of this release for an EHR of this kind at another origin, as it is written. */
export function writtenConfig(origin: string, profile: ServerProfileName): object {
  const text = readFileSync(CONFIG, 'utf8').replaceAll(SHIPPED_ORIGIN, origin);
  return configForProfile(JSON.parse(text) as Written, profile);
}

/** The same, read as the app reads it. Errors: throws when it has a fault. */
export function shippedConfig(origin: string, profile: ServerProfileName = 'full'): RuntimeConfig {
  const parsed = parseRuntimeConfig(writtenConfig(origin, profile));
  if (parsed.kind === 'faults') throw new Error(parsed.faults.join('\n'));
  return parsed.config;
}

/** The one EHR that it names. Errors: throws when it names none. */
export function issuerOf({ issuers }: RuntimeConfig): IssuerConfig {
  const [issuer] = issuers;
  if (issuer === undefined) throw new Error('config.json names no issuer');
  return issuer;
}
