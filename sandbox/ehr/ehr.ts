// The EHR that the clinician sits at: patient list, charts, documents, and the click that opens the app.
import type { Practitioner, FhirResource } from 'fhir/r4';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import type { Launches } from '../auth/launches.ts';
import type { FhirStore } from '../fhir/store.ts';
import type { SandboxPatient } from '../fixtures.ts';
import { answer, answerText } from '../http.ts';
import type { SandboxSettings } from '../options.ts';
import { chartPage, type Chart } from './chart-page.ts';
import { framePage } from './frame-page.ts';
import type { Html } from './html.ts';
import { patientsPage } from './patients-page.ts';

/** E. Postma, oncologist: signed in unless the launch names another. */
const DEFAULT_USER = 'Practitioner/prac-postma';
const STYLE_SHEET = new URL('ehr.css', import.meta.url);
const ICON = new URL('icon.svg', import.meta.url);

/** No script at all; the frame is for the app inside a chart. */
const PAGE_HEADERS = {
  'content-type': 'text/html;charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};
const DOCUMENT_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "frame-ancestors 'self'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};
/** Types that are shown as they are; anything else is handed over as a download. */
const SHOWN_TYPES = ['application/pdf', 'text/plain'];

class UnknownInSandbox extends Error {
  override readonly name = 'UnknownInSandbox';
}

interface EhrParts {
  readonly settings: SandboxSettings;
  readonly store: FhirStore;
  readonly patients: readonly SandboxPatient[];
  readonly launches: Launches;
}

export interface LaunchRequest {
  readonly patient: string;
  readonly encounter?: string | null;
  readonly user?: string;
}

export class Ehr {
  readonly #parts: EhrParts;

  constructor(parts: EhrParts) {
    this.#parts = parts;
  }

  /** The logical id behind a fixture's name; a name that is no fixture counts as an id of its own. */
  patientIdOf(name: string): string {
    return this.#find(name)?.patient.id ?? name;
  }

  launchUrl({ patient, encounter, user }: LaunchRequest): string {
    const { settings, launches } = this.#parts;
    const found = this.#find(patient);
    const launch = launches.open({
      patient: found?.patient.id ?? patient,
      encounter: encounter === undefined ? (found?.encounterId ?? null) : encounter,
      user: userReference(user),
    });
    const target = new URL(`${settings.appOrigin}/launch.html`);
    target.searchParams.set('iss', settings.fhirBaseUrl);
    target.searchParams.set('launch', launch);
    return target.href;
  }

  async handle(response: ServerResponse, url: URL): Promise<void> {
    try {
      await this.#route(response, url);
    } catch (error) {
      if (!(error instanceof UnknownInSandbox)) throw error;
      answerText(response, 404, error.message);
    }
  }

  async #route(response: ServerResponse, url: URL): Promise<void> {
    const [, , section, name] = url.pathname.split('/');
    switch (section) {
      case undefined:
        page(response, patientsPage(await Promise.all(this.#parts.patients.map((one) => this.#chartOf(one)))));
        break;
      case 'chart':
        page(response, chartPage(await this.#chartNamed(name)));
        break;
      case 'frame':
        page(response, framePage(await this.#chartNamed(name), url.searchParams.get('sandbox')));
        break;
      case 'launch':
        response.writeHead(302, { location: await this.#launchFrom(url), 'cache-control': 'no-store' }).end();
        break;
      case 'documents':
        await this.#document(response, name);
        break;
      case 'ehr.css':
        answer(response, 200, await readFile(STYLE_SHEET), { 'content-type': 'text/css;charset=utf-8' });
        break;
      case 'icon.svg':
        answer(response, 200, await readFile(ICON), { 'content-type': 'image/svg+xml' });
        break;
      case 'smart-style.json':
        answer(response, 200, '{"color_background":"#edeae3"}', { 'content-type': 'application/json' });
        break;
      default:
        throw new UnknownInSandbox('no such page');
    }
  }

  /** `/ehr/launch?patient=NAME[&encounter=none][&user=ID]` */
  async #launchFrom({ searchParams }: URL): Promise<string> {
    const patient = searchParams.get('patient') ?? '';
    if (!(await this.#parts.store.read('Patient', this.patientIdOf(patient)))) {
      throw new UnknownInSandbox('no such patient');
    }
    const encounter = searchParams.get('encounter');
    const user = searchParams.get('user');
    return this.launchUrl({
      patient,
      ...(encounter === null ? {} : { encounter: encounter === 'none' ? null : encounter }),
      ...(user === null ? {} : { user }),
    });
  }

  async #document(response: ServerResponse, id = ''): Promise<void> {
    const document = await this.#parts.store.read('DocumentReference', id);
    const attachment = document?.resourceType === 'DocumentReference' ? document.content[0]?.attachment : undefined;
    if (attachment?.data === undefined) throw new UnknownInSandbox('no such document');
    const written = attachment.contentType ?? '';
    const shown = SHOWN_TYPES.find((type) => written === type || written.startsWith(`${type};`));
    answer(response, 200, Buffer.from(attachment.data, 'base64'), {
      ...DOCUMENT_HEADERS,
      'content-type': shown === undefined ? 'application/octet-stream' : written,
      'content-disposition': shown === undefined ? 'attachment' : 'inline',
    });
  }

  #find(name: string): SandboxPatient | undefined {
    return this.#parts.patients.find((one) => one.name === name || one.patient.id === name);
  }

  async #chartNamed(name = ''): Promise<Chart> {
    const found = this.#find(name);
    if (!found) throw new UnknownInSandbox('no such patient');
    return this.#chartOf(found);
  }

  async #chartOf(patient: SandboxPatient): Promise<Chart> {
    const { store } = this.#parts;
    const query = { patient: patient.patient.id };
    const [conditions, encounters, documents, users] = await Promise.all([
      store.search('Condition', query),
      store.search('Encounter', query),
      store.search('DocumentReference', query),
      store.search('Practitioner', { active: 'true' }),
    ]);
    return { ...patient, conditions, encounters, documents, users: users.filter(isClinician) };
  }
}

/** An insurer stands among the practitioners too, as in a Dutch Epic; it has no personal name. */
function isClinician(resource: FhirResource): resource is Practitioner {
  return resource.resourceType === 'Practitioner' && resource.name?.[0]?.family !== undefined;
}

function userReference(user: string | undefined): string {
  if (user === undefined) return DEFAULT_USER;
  return user.includes('/') ? user : `Practitioner/${user}`;
}

function page(response: ServerResponse, { text }: Html): void {
  answer(response, 200, text, PAGE_HEADERS);
}
