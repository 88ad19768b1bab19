import type { Bundle, FhirResource, Patient } from 'fhir/r4';
import { readFile } from 'node:fs/promises';

const FOLDER = new URL('../fixtures/fhir/', import.meta.url);

/** A stored resource: it has an id. */
export type StoredResource = FhirResource & { readonly id: string };

/** A patient of the sandbox, by the name that `--patient` and the launch take. */
export interface SandboxPatient {
  readonly name: string;
  /** Why this patient exists, in one Dutch line. */
  readonly why: string;
  /** `case`: an ordinary chart. `trial`: made to be refused or to go wrong; folded away on the EHR page. */
  readonly kind: 'case' | 'trial';
  readonly patient: Patient & { readonly id: string };
  /** Id of the encounter that a launch opens; null when the chart has none. */
  readonly encounterId: string | null;
  /** The whole chart, Patient first. */
  readonly resources: readonly StoredResource[];
}

export interface Fixtures {
  /** Practitioners, roles and organisations. */
  readonly hospital: readonly StoredResource[];
  readonly patients: readonly SandboxPatient[];
}

type PatientLine = Pick<SandboxPatient, 'name' | 'why' | 'kind'>;

async function readJsonFile(path: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(path, FOLDER), 'utf8'));
}

async function readBundle(path: string): Promise<StoredResource[]> {
  const bundle = (await readJsonFile(path)) as Bundle<FhirResource>;
  return (bundle.entry ?? []).map(({ resource }) => {
    if (resource?.id === undefined) throw new Error(`${path}: an entry without a resource or without an id`);
    return { ...resource, id: resource.id };
  });
}

async function readPatient(line: PatientLine): Promise<SandboxPatient> {
  const resources = await readBundle(`${line.name}/bundle.json`);
  const [patient] = resources;
  if (patient?.resourceType !== 'Patient') throw new Error(`${line.name}: the first entry must be the Patient`);
  const encounter = resources.find(({ resourceType }) => resourceType === 'Encounter');
  return { ...line, patient, encounterId: encounter?.id ?? null, resources };
}

/** Reads the synthetic charts of `fixtures/fhir`. */
export async function readFixtures(): Promise<Fixtures> {
  const lines = (await readJsonFile('patients.json')) as PatientLine[];
  const [hospital, patients] = await Promise.all([readBundle('hospital.json'), Promise.all(lines.map(readPatient))]);
  return { hospital, patients };
}
