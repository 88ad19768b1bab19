import type { SandboxPatient, StoredResource } from './fixtures.ts';
import type { Sandbox } from './sandbox.ts';

/** What a launch on a copied chart needs. */
export interface CopiedChart {
  readonly patient: string;
  readonly encounter: string;
}

/**
 * A copy of the chart of `leiomyosarcoom` under ids of its own, so that nothing else stands in it.
 *
 * Shape: `mark` is part of the ids and must be new.
 */
export function copyChart(
  patients: readonly SandboxPatient[],
  mark: string,
): { readonly chart: CopiedChart; readonly resources: readonly StoredResource[] } {
  const fixture = patients.find(({ name }) => name === 'leiomyosarcoom');
  if (fixture === undefined) throw new Error('There is no patient "leiomyosarcoom".');
  const renamed = JSON.stringify(fixture.resources).replaceAll('-4101', `-${mark}`);
  return {
    chart: { patient: `pat-${mark}`, encounter: `enc-${mark}` },
    resources: JSON.parse(renamed) as readonly StoredResource[],
  };
}

/** Puts such a copy into the store; `change` may alter each resource, or make several of it, or none. */
export async function putCopiedChart(
  sandbox: Sandbox,
  mark: string,
  change: (resource: StoredResource) => readonly StoredResource[] = (resource) => [resource],
): Promise<CopiedChart> {
  const { chart, resources } = copyChart(sandbox.patients, mark);
  for (const resource of resources.flatMap(change)) await sandbox.put(resource);
  return chart;
}
