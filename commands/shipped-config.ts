import { readFile } from 'node:fs/promises';
import type { ServerProfileName } from '../sandbox/fhir/server-profile.ts';
import { configForProfile } from '../sandbox/profile-config.ts';

const SHIPPED = new URL('../public/config.json', import.meta.url);
const SHIPPED_ORIGIN = 'http://localhost:4100';

type Shipped = Parameters<typeof configForProfile>[0];

/** The shipped `config.json` for a sandbox of this kind, at whatever origin it stands. */
export async function shippedConfig(profile: ServerProfileName): Promise<(origin: string) => object> {
  const text = await readFile(SHIPPED, 'utf8');
  return (origin) => configForProfile(JSON.parse(text.replaceAll(SHIPPED_ORIGIN, origin)) as Shipped, profile);
}
