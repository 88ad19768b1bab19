import type { StoredResource } from './fixtures.ts';
import type { Sandbox } from './sandbox.ts';

/** What a launch on a copied chart needs. */
export interface CopiedChart {
  readonly patient: string;
  readonly encounter: string;
}

/**
 * Puts a copy of the chart of `leiomyosarcoom` into the store under ids of its own, so that nothing else stands in it.
 *
 * Shape: `mark` is part of the ids and must be new; `change` may alter each resource, or make several of it, or none.
 */
export async function putCopiedChart(
  sandbox: Sandbox,
  mark: string,
  change: (resource: StoredResource) => readonly StoredResource[] = (resource) => [resource],
): Promise<CopiedChart> {
  const fixture = sandbox.patients.find(({ name }) => name === 'leiomyosarcoom');
  if (fixture === undefined) throw new Error('The sandbox has no patient "leiomyosarcoom".');
  const renamed = JSON.stringify(fixture.resources).replaceAll('-4101', `-${mark}`);
  for (const resource of (JSON.parse(renamed) as readonly StoredResource[]).flatMap(change))
    await sandbox.put(resource);
  return { patient: `pat-${mark}`, encounter: `enc-${mark}` };
}
