import type { Arriving } from './arriving.ts';
import type { Clock } from './clock.ts';
import type { IssuerConfig, RuntimeConfig } from './config/runtime-config.ts';
import { validApproval, type ContentVersion } from './domain/approval.ts';
import type { Classification } from './domain/classification.ts';
import { lookUp } from './domain/lookup/look-up.ts';
import type * as creating from './fhir/create-document.ts';
import { identifyDocument } from './fhir/document-identity.ts';
import { createFhirFetch } from './fhir/fhir-fetch.ts';
import { findDocuments } from './fhir/find-documents.ts';
import type { Session } from './fhir/open-session.ts';
import type * as rereading from './fhir/read-stored-file.ts';
import type * as retracting from './fhir/retract-document.ts';
import { readChart } from './fhir/read-chart.ts';
import type * as composing from './composing.ts';
import type { OwnDirectory } from './config/directory/load-directory.ts';
import type { BookletKnowledge } from './knowledge/booklet/parse-booklet-knowledge.ts';
import type { Entities, Names } from './knowledge/classification/parse-explanations.ts';
import { createPdfRenderer } from './pdf/render-pdf.ts';
import type { Core, SavingRight, Site } from './workflow/core.ts';
import type { Ports } from './workflow/ports.ts';

// Where the rooms meet: adapters are bound to the ports of the workflow, knowledge to the decisions of the domain. That
// they fit is the compiler's business.

/** What arrives once the first screen stands (D39): what a booklet is made of, and who composes it. */
export interface BookletParts {
  readonly entities: Entities;
  readonly booklet: BookletKnowledge;
  readonly directory: OwnDirectory;
  readonly composing: Pick<typeof composing, 'composeBooklet' | 'composeSheet' | 'addressesFor'>;
  /** What writes to the chart, and reads the bytes of a written document back. */
  readonly filing: Pick<typeof creating, 'createDocument' | 'lookForDocument'> &
    Pick<typeof rereading, 'readStoredFile'> &
    Pick<typeof retracting, 'retractDocument'>;
}

/** Where the app runs, and what this launch may do there. */
export interface Installation {
  readonly config: RuntimeConfig;
  readonly saving: SavingRight;
  readonly mayRetract: boolean;
}

/** The knowledge of this release, in the order in which a clinician needs it. */
export interface Knowledge {
  readonly classification: Classification;
  /** Here before a verdict is shown. */
  readonly names: Arriving<Names>;
  readonly parts: Arriving<BookletParts>;
}

/** The decisions of the domain over the knowledge of this release. */
export function bindCore(
  { classification, names, parts }: Knowledge,
  { config, clock }: { readonly config: RuntimeConfig; readonly clock: Clock },
): Core {
  const hospital = () => ({ config, directory: parts.here().directory });
  return {
    lookUp: (evidence) => lookUp(evidence, classification),
    get names() {
      return names.here().names;
    },
    get reasons() {
      return names.here().reasons;
    },
    whenComplete: () => parts.arrival,
    get entities() {
      return parts.here().entities;
    },
    get lists() {
      return parts.here().directory.reports;
    },
    addressesFor: (entity) =>
      parts.here().composing.addressesFor(entity, clock.today(), parts.here().booklet, hospital()),
    composeBooklet: (request) => parts.here().composing.composeBooklet(request, parts.here().booklet, hospital()),
    composeSheet: (request) => parts.here().composing.composeSheet(request, parts.here().booklet, hospital()),
  };
}

/** What the screens say of this installation and this launch. */
export function describeSite(
  { config, saving, mayRetract }: Installation,
  { version, clock }: { readonly version: ContentVersion; readonly clock: Clock },
): Site {
  return {
    hospital: config.hospital.name,
    emergencyPhone: config.hospital.emergencyPhone,
    helpDesk: config.helpDesk,
    departments: config.departments,
    defaultLength: config.defaultLength,
    approval: validApproval(config.approval, version, clock.today()),
    saving,
    mayRetract,
    recall: {
      release: config.recall.knowledgeVersions.includes(version.knowledgeVersion),
      entities: new Set(config.recall.entities),
      versions: new Set(config.recall.knowledgeVersions),
    },
    chaptersOff: config.chaptersOff,
    portalShowsAtOnce: config.portalShowsAtOnce,
    versions: { app: APP_VERSION, knowledge: version.knowledgeVersion },
  };
}

/** Whether this launch may write at all: said on the first screen, not at the end (F10, D13). */
export function savingRightOf(session: Session, issuer: IssuerConfig): SavingRight {
  if (issuer.document.format === 'none') return { kind: 'print-only', why: 'site-setting' };
  return session.canCreateDocuments ? { kind: 'allowed' } : { kind: 'print-only', why: 'not-granted' };
}

/** What a launch works with besides its session. */
export interface Surroundings {
  readonly issuer: IssuerConfig;
  readonly clock: Clock;
  readonly names: Arriving<Names>;
  readonly parts: Arriving<BookletParts>;
}

/** After what the browser has to do now. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

export function bindPorts(session: Session, { issuer, clock, names, parts }: Surroundings): Ports {
  const fhirFetch = createFhirFetch(session);
  const filing = async () => (await parts.arrival).filing;
  const chart = { iss: session.fhirBaseUrl, patientId: session.patientId };
  return {
    readChart: async (stillReading) => (await Promise.all([readChart(fhirFetch, stillReading), names.whenHere()]))[0],
    findDocuments: () => findDocuments(fhirFetch),
    readStoredFile: async (id) => (await filing()).readStoredFile(fhirFetch, id),
    identify: (entity, version) => identifyDocument(chart, entity, version),
    renderPdf: createPdfRenderer(),
    createDocument: async (draft) => (await filing()).createDocument(fhirFetch, issuer.document, draft),
    lookForDocument: async (draft) => (await filing()).lookForDocument(fhirFetch, draft),
    retractDocument: async (id, patient) => (await filing()).retractDocument(fhirFetch, id, patient),
    nextTask,
    endSession: session.end,
    ...clock,
  };
}
