import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

/** One entry of the lock file. */
interface Package {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
}

const root = new URL('../', import.meta.url);
const read = (path: string): Promise<string> => readFile(new URL(path, root), 'utf8');
const lock = JSON.parse(await read('package-lock.json')) as { readonly packages: Readonly<Record<string, Package>> };
const packages = Object.entries(lock.packages).filter(([folder]) => folder !== '');
/** What is installed for a hospital; the rest builds and judges. */
const shipped = packages.filter(([, { dev, devOptional }]) => !dev && !devOptional);

/** A package more is a decision (docs/adr). */
const MOST_SHIPPED = 49;
/** They may be given on with the app; each asks for its own text beside it, no more. */
const LICENCES = [
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  '(MIT AND Zlib)',
  'MIT AND OFL-1.1',
];

describe('the packages of the lock file', () => {
  it('C1 have a sum of what they hold, and name no place of their own', () => {
    expect(packages.length).toBeGreaterThan(shipped.length);
    const unsafe = packages.filter(
      ([, { integrity = '', resolved }]) => !integrity.startsWith('sha512-') || resolved !== undefined,
    );
    expect(unsafe.map(([folder]) => folder)).toEqual([]);
  });

  it('C1 that are shipped are no more than were decided', () => {
    expect(shipped.length).toBeLessThanOrEqual(MOST_SHIPPED);
  });

  it('C2 run nothing while they are installed, and no new one would like to', async () => {
    expect(await read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
    expect(packages.flatMap(([folder, { hasInstallScript }]) => (hasInstallScript ? [folder] : []))).toEqual([
      'node_modules/core-js',
      'node_modules/esbuild',
      'node_modules/fhirpath',
      'node_modules/msw',
    ]);
  });

  it('C2 that are shipped have a licence of the list, in the lock file or in a file of their own', async () => {
    const licences = await Promise.all(
      shipped.map(async ([folder, { license }]) => [folder, license ?? (await ownLicence(folder))] as const),
    );
    expect(licences.filter(([, licence]) => !LICENCES.includes(licence))).toEqual([]);
  });
});

/** Some say it only in a file. */
async function ownLicence(folder: string): Promise<string> {
  const [title = ''] = (await read(`${folder}/LICENSE`)).split('\n');
  return title.replace(/ License$/, '');
}
