import type { Fixtures } from '../../../sandbox/fixtures.ts';
import { copyChart } from '../../../sandbox/copied-chart.ts';
import { descriptionOf, type DocumentDraft } from '../../../src/domain/document.ts';
import type { EntityId } from '../../../src/domain/entity.ts';
import type { Chart } from '../../../src/domain/chart.ts';
import type { IssuerConfig } from '../../../src/config/runtime-config.ts';
import { identifyDocument } from '../../../src/fhir/document-identity.ts';
import type { DocumentSettings } from '../../../src/fhir/document-reference.ts';
import { createFhirFetch, type FhirFetch } from '../../../src/fhir/fhir-fetch.ts';
import { readChart } from '../../../src/fhir/read-chart.ts';
import { sessionOf } from '../../session.ts';
import { issuerOf, shippedConfig } from '../../shipped-config.ts';
import type { Hapi } from './hapi.ts';
import type { TokenProxy } from './token-proxy.ts';

/** All that the checks work with: HAPI's store, the way in to it, the invented charts, a booklet. */
export interface Clinic {
  readonly hapi: Hapi;
  readonly proxy: TokenProxy;
  readonly fixtures: Fixtures;
  /** A real booklet. */
  readonly pdf: Uint8Array;
}

/** One launch of the app on a chart of its own. */
export interface Visit {
  readonly patient: string;
  readonly door: FhirFetch;
  /** As the app read it. */
  readonly chart: Chart;
}

/** How fast the machine of the judge is must not decide; how the app takes a slow server is tested elsewhere. */
const LIMITS = { timeMs: 120_000, sleep: () => Promise.resolve() } as const;
/** How the shipped config files a booklet. */
export const SETTINGS: DocumentSettings = issuerOf(shippedConfig('http://localhost:9')).document;
const ENTITY = 'leiomyosarcoma' as EntityId;

/** The site of the shipped config, behind this proxy; it reads the results of the pathologist as well. */
export function issuerBehind({ origin }: Pick<TokenProxy, 'origin'>): IssuerConfig {
  const issuer = issuerOf(shippedConfig(origin));
  return { ...issuer, scope: `${issuer.scope} patient/Observation.rs` };
}

/** The app's door to the server for one launch. `token`: another than the one that the proxy lets in. */
export function openDoor(
  proxy: TokenProxy,
  { patient, encounter }: { readonly patient: string; readonly encounter: string | null },
  token = proxy.token,
): FhirFetch {
  const issuer = issuerBehind(proxy);
  return createFhirFetch(sessionOf(issuer, { patient, encounter, scopes: issuer.scope.split(' '), token }), LIMITS);
}

/** Puts a new chart into the store, and launches the app on it. Errors: throws when the app cannot read it. */
export async function openVisit({ hapi, proxy, fixtures }: Clinic, mark: string): Promise<Visit> {
  const { chart, resources } = copyChart(fixtures.patients, mark);
  await hapi.put(resources);
  const door = openDoor(proxy, chart);
  const reading = await readChart(door, () => undefined);
  if (reading.kind !== 'chart') throw new Error(`the chart was not read: ${reading.why}`);
  return { patient: chart.patient, door, chart: reading.chart };
}

/** The same launch in a second tab. */
export function secondTab({ proxy }: Clinic, { patient, chart }: Visit): FhirFetch {
  return openDoor(proxy, { patient, encounter: chart.encounter?.id ?? null });
}

/** A booklet for the chart of a visit, as the app drafts it. */
export function draftFor({ pdf }: Clinic, { door, chart }: Visit, change: Partial<DocumentDraft> = {}): DocumentDraft {
  const { session } = door;
  const { approval } = shippedConfig(new URL(session.fhirBaseUrl).origin);
  if (approval === null || chart.user === null) throw new Error('nobody approved the booklet, or nobody saves it');
  return {
    identity: versionOf(door, 1),
    entity: ENTITY,
    patient: chart.patient,
    format: 'pdf',
    bytes: pdf,
    title: 'Jouw route',
    label: { ...versionOf(door, 1), entity: ENTITY, knowledgeVersion: approval.knowledgeVersion, replaces: [] },
    description: descriptionOf(1, approval),
    language: 'nl',
    knowledgeVersion: approval.knowledgeVersion,
    date: '2026-11-25T11:02:03+01:00',
    author: { reference: chart.user.reference, name: chart.user.name },
    encounterId: chart.encounter?.id ?? null,
    replaces: [],
    ...change,
  };
}

/** How one version of the booklet is known. */
export function versionOf({ session }: FhirFetch, version: number): DocumentDraft['identity'] {
  return identifyDocument({ iss: session.fhirBaseUrl, patientId: session.patientId }, ENTITY, version);
}
