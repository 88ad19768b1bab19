import assert from 'node:assert/strict';
import { startForeignServer } from '../../../sandbox/foreign-server.ts';
import type { SandboxPatient, StoredResource } from '../../../sandbox/fixtures.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import type { Chart, ChartReading } from '../../../src/domain/chart.ts';
import type { Lookup } from '../../../src/domain/finding.ts';
import type { Core } from '../../../src/workflow/core.ts';
import { createFhirFetch } from '../../../src/fhir/fhir-fetch.ts';
import { readChart } from '../../../src/fhir/read-chart.ts';
import { signInAtSandbox } from '../../session.ts';
import { issuerOf, shippedConfig } from '../../shipped-config.ts';
import { openDoor, openVisit, type Clinic } from './clinic.ts';
import type { Check } from './checks.ts';
import { startTokenProxy, type TokenProxy } from './token-proxy.ts';

/** What a chart must be read the same as: our own FHIR server, which is none of HAPI's making. */
export interface Reference {
  readonly sandbox: Sandbox;
  readonly core: Pick<Core, 'lookUp'>;
}

/** A check for each invented chart, and those of reading in general. */
export function readingChecks({ fixtures }: Pick<Clinic, 'fixtures'>, reference: Reference): readonly Check[] {
  return [...fixtures.patients.map((one) => sameAsInSandbox(one, reference)), ...PAGING, ...REFUSALS];
}

function sameAsInSandbox(patient: SandboxPatient, { sandbox, core }: Reference): Check {
  return {
    name: `reading: the chart "${patient.name}" and its findings are those of the sandbox`,
    run: async ({ proxy }) => {
      const launch = { patient: patient.patient.id, encounter: patient.encounterId };
      const here = await readChart(openDoor(proxy, launch), () => undefined);
      const issuer = issuerOf(shippedConfig(sandbox.origin));
      const scope = `${issuer.scope} patient/Observation.rs`;
      const session = await signInAtSandbox(sandbox, { ...issuer, scope }, { ...launch, patient: patient.name });
      const there = await readChart(createFhirFetch(session), () => undefined);
      assert.deepEqual(comparable(here, core), comparable(there, core));
    },
  };
}

/** What no two servers share is left out: versions, and the order of a search that asks for none. */
function comparable(reading: ChartReading, { lookUp }: Reference['core']): unknown {
  if (reading.kind === 'stop') return reading;
  const { evidence, ...rest } = reading.chart;
  const items = evidence.items
    .map(({ versionId, ...item }) => item)
    .toSorted((one, other) => one.id.localeCompare(other.id));
  return { rest, findings: lookUp({ ...evidence, items }) satisfies Lookup };
}

const PAGING: readonly Check[] = [
  {
    name: 'reading: 450 Conditions on many pages are all found, each page through the proxy',
    run: async (clinic) => {
      const patient = await putConditions(clinic, 'many', 450);
      const from = clinic.proxy.passed.length;
      const { evidence } = await chartOf(clinic.proxy, patient);
      assert.deepEqual(evidence.gaps, []);
      const ids = evidence.items.flatMap(({ id, origin }) => (origin === 'condition' ? [id] : [])).sort();
      assert.deepEqual(ids, idsOf('many', 450));
      const pages = clinic.proxy.passed.slice(from).filter(({ target }) => target.includes('_getpages'));
      assert.ok(pages.length > 3, `only ${pages.length} pages were fetched`);
      assert.ok(pages.every(({ status }) => status === 200));
    },
  },
  {
    name: 'reading: more Conditions than the limit of pages lets in are a gap, with how many were read',
    run: async (clinic) => {
      const patient = await putConditions(clinic, 'most', 2_100);
      const { evidence } = await chartOf(clinic.proxy, patient);
      const read = evidence.items.filter(({ origin }) => origin === 'condition').length;
      assert.deepEqual(evidence.gaps, [{ what: 'Condition', why: 'too-large', read }]);
      assert.ok(read > 0 && read < 2_100, `${read} were read`);
    },
  },
  {
    name: 'reading: a server that pages by its inner address is read for one page, and said to be incomplete',
    run: async (clinic) => {
      const patient = await putConditions(clinic, 'inner', 130);
      const proxy = await startTokenProxy({
        fhirServer: clinic.hapi.base,
        token: clinic.proxy.token,
        tells: () => null,
      });
      try {
        const { evidence } = await chartOf(proxy, patient);
        assert.deepEqual(whysOf(evidence.gaps), ['Condition list-incomplete']);
        assert.deepEqual(
          proxy.passed.filter(({ target }) => target.includes('_getpages')),
          [],
        );
      } finally {
        await proxy.close();
      }
    },
  },
  {
    name: 'reading: a server that pages by a foreign address is not followed there, and no token goes there',
    run: async (clinic) => {
      const patient = await putConditions(clinic, 'foreign', 130);
      const foreign = await startForeignServer();
      const { token } = clinic.proxy;
      const proxy = await startTokenProxy({ fhirServer: clinic.hapi.base, token, tells: () => foreign.origin });
      try {
        const { evidence } = await chartOf(proxy, patient);
        assert.deepEqual(whysOf(evidence.gaps), ['Condition list-incomplete']);
        assert.deepEqual(foreign.requests, []);
      } finally {
        await proxy.close();
        await foreign.close();
      }
    },
  },
];

const REFUSALS: readonly Check[] = [
  {
    name: 'reading: the proxy turns away who has no token or another, and the server hears nothing of it',
    run: async ({ proxy }) => {
      const [passed, refused] = [proxy.passed.length, proxy.refused.length];
      for (const headers of [{}, { authorization: 'Bearer wrong' }, { authorization: proxy.token }]) {
        const { status } = await fetch(`${proxy.fhirBaseUrl}/Patient`, { headers });
        assert.equal(status, 401);
      }
      assert.deepEqual([proxy.passed.length - passed, proxy.refused.length - refused], [0, 3]);
    },
  },
  {
    name: 'reading: a token that no longer counts ends the session',
    run: async ({ proxy, fixtures }) => {
      const [first] = fixtures.patients;
      const launch = { patient: first?.patient.id ?? '', encounter: null };
      const reading = await readChart(openDoor(proxy, launch, 'expired'), () => undefined);
      assert.deepEqual(reading, { kind: 'stop', why: 'session-ended', code: 'LEES-13' });
    },
  },
  {
    name: 'reading: an encounter of another patient is a gap, and nobody of it is offered',
    run: async (clinic) => {
      const [own, other] = [await openVisit(clinic, 'own'), await openVisit(clinic, 'other')];
      const door = openDoor(clinic.proxy, { patient: own.patient, encounter: other.chart.encounter?.id ?? null });
      const reading = await readChart(door, () => undefined);
      assert.equal(reading.kind, 'chart');
      assert.equal(reading.chart.encounter, null);
      assert.deepEqual(whysOf(reading.chart.evidence.gaps), ['Encounter other-patient']);
      assert.ok(reading.chart.participants.every(({ source }) => source.kind !== 'encounter'));
    },
  },
];

async function chartOf(proxy: TokenProxy, patient: string): Promise<Chart> {
  const reading = await readChart(openDoor(proxy, { patient, encounter: null }), () => undefined);
  if (reading.kind !== 'chart') throw new Error(`the chart was not read: ${reading.why}`);
  return reading.chart;
}

/** Files a patient with so many Conditions, and gives the id. */
async function putConditions({ hapi, fixtures }: Clinic, mark: string, many: number): Promise<string> {
  const [first] = fixtures.patients;
  const condition = first?.resources.find(({ resourceType }) => resourceType === 'Condition');
  if (first === undefined || condition === undefined) throw new Error('there is no chart to copy');
  const patient = `pat-${mark}`;
  const conditions = idsOf(mark, many).map(
    (id): StoredResource => ({ ...condition, id, subject: { reference: `Patient/${patient}` } }) as StoredResource,
  );
  await hapi.put([{ ...first.patient, id: patient }, ...conditions]);
  return patient;
}

function idsOf(mark: string, many: number): readonly string[] {
  return Array.from({ length: many }, (_, at) => `cond-${mark}-${String(at).padStart(3, '0')}`);
}

function whysOf(gaps: Chart['gaps']): readonly string[] {
  return gaps.map(({ what, why }) => `${what} ${why}`);
}
