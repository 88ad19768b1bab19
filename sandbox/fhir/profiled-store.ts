// The store as one kind of EHR shows it: what it refuses, drops, keeps apart and cannot do, for documents only.
import type { Binary, DocumentReference, FhirResource } from 'fhir/r4';
import { entriesOf } from './bundle-entries.ts';
import { operationOutcome } from './operation-outcome.ts';
import { SERVERS, type ServerProfile, type ServerProfileName } from './server-profile.ts';
import type { FhirStore, Interaction, StoreAnswer } from './store.ts';

/** Carries out interactions as the store does, but within what this kind of EHR can. */
export class ProfiledStore {
  readonly #store: FhirStore;
  readonly #profile: ServerProfile;
  readonly #fhirBaseUrl: string;

  constructor(store: FhirStore, profile: ServerProfileName, fhirBaseUrl: string) {
    this.#store = store;
    this.#profile = SERVERS[profile];
    this.#fhirBaseUrl = fhirBaseUrl;
  }

  async handle(interaction: Interaction): Promise<StoreAnswer> {
    const [, type = '', id] = interaction.path.split('/');
    if (type === 'Binary' && id !== undefined && this.#profile.keepsFilesApart) return this.#file(id);
    if (type !== 'DocumentReference') return this.#store.handle(interaction);
    const { method } = interaction;
    if (method === 'POST') return this.#create(interaction);
    if (method === 'PUT') return this.#update(interaction);
    if (method === 'GET') return this.#read(interaction);
    return this.#profile.deletes ? this.#store.handle(interaction) : NOT_SUPPORTED;
  }

  async #create(interaction: Interaction): Promise<StoreAnswer> {
    const { body, headers } = interaction;
    if (body?.resourceType !== 'DocumentReference') return this.#store.handle(interaction);
    const why = this.#profile.refusal(body);
    if (why !== null) return { status: 400, resource: operationOutcome('invalid', why) };
    const { 'if-none-exist': condition, ...rest } = headers;
    const kept = this.#profile.conditionalCreate && condition !== undefined ? headers : rest;
    return this.#store.handle({ ...interaction, body: this.#profile.keeps(body), headers: kept });
  }

  /** An EHR that keeps files apart takes a new status, and leaves the rest as it was. */
  async #update(interaction: Interaction): Promise<StoreAnswer> {
    const { body, headers, path } = interaction;
    if (!this.#profile.updates) return NOT_SUPPORTED;
    if (!this.#profile.keepsFilesApart || body?.resourceType !== 'DocumentReference')
      return this.#store.handle(interaction);
    if (headers['if-match'] === undefined) {
      return { status: 412, resource: operationOutcome('conflict', 'If-Match is required') };
    }
    const standing = await this.#store.read('DocumentReference', path.split('/')[2] ?? '');
    if (standing?.resourceType !== 'DocumentReference') return this.#store.handle(interaction);
    return this.#store.handle({ ...interaction, body: { ...standing, status: body.status } });
  }

  async #read(interaction: Interaction): Promise<StoreAnswer> {
    const { searchParams } = interaction;
    const asks = searchParams.has('identifier');
    if (asks && this.#profile.identifierSearch === 'refused') {
      return { status: 400, resource: operationOutcome('not-supported', 'unknown parameter: identifier') };
    }
    if (asks && this.#profile.identifierSearch === 'ignored') searchParams.delete('identifier');
    const answer = await this.#store.handle({ ...interaction, searchParams });
    return this.#profile.keepsFilesApart ? { ...answer, resource: this.#withoutFiles(answer.resource) } : answer;
  }

  #withoutFiles(resource: FhirResource): FhirResource {
    if (resource.resourceType === 'DocumentReference') return this.#withoutFile(resource);
    if (resource.resourceType !== 'Bundle') return resource;
    const entry = entriesOf(resource).map((one) => {
      const held = one.resource;
      return held?.resourceType === 'DocumentReference' ? { ...one, resource: this.#withoutFile(held) } : one;
    });
    return { ...resource, entry };
  }

  #withoutFile(document: DocumentReference): DocumentReference {
    const url = `${this.#fhirBaseUrl}/Binary/${document.id ?? ''}`;
    const content = document.content.map(({ attachment: { data: _, ...attachment } }) => ({
      attachment: { ...attachment, url },
    }));
    return { ...document, content };
  }

  /** The file of a document, under the document's id; whose it is stands in `securityContext`. */
  async #file(id: string): Promise<StoreAnswer> {
    const document = await this.#store.read('DocumentReference', id);
    if (document?.resourceType !== 'DocumentReference') {
      return { status: 404, resource: operationOutcome('not-found', 'no such file') };
    }
    const { contentType = 'application/octet-stream', data = '' } = document.content[0]?.attachment ?? {};
    const binary: Binary = {
      resourceType: 'Binary',
      id,
      contentType,
      data,
      ...(document.subject && { securityContext: document.subject }),
    };
    return { status: 200, resource: binary };
  }
}

const NOT_SUPPORTED: StoreAnswer = {
  status: 405,
  resource: operationOutcome('not-supported', 'this server does not let an app do that'),
};
