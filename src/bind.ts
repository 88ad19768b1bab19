import type { Arriving } from './arriving.ts';
import type { Clock } from './clock.ts';
import type { IssuerConfig, RuntimeConfig } from './config/runtime-config.ts';
import { validApproval, type ContentVersion } from './domain/approval.ts';
import type { Classification } from './domain/classification.ts';
import { lookUp } from './domain/lookup/look-up.ts';
import { identifyDocument } from './fhir/document-identity.ts';
import { createFhirFetch } from './fhir/fhir-fetch.ts';
import { takesUpdates } from './fhir/profile-name.ts';
import type { Session } from './fhir/open-session.ts';
import { readChart } from './fhir/read-chart.ts';
import type * as composing from './composing.ts';
import type * as filing from './filing.ts';
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
  /** What finds the booklets in the chart, writes to it, and reads the bytes of a written document back. */
  readonly filing: typeof filing;
}

/** Where the app runs, and what this launch may do there. */
export interface Installation {
  readonly config: RuntimeConfig;
  readonly saving: SavingRight;
  readonly mayUpdate: boolean;
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
  { config, saving, mayUpdate }: Installation,
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
    mayUpdate,
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
  const { format } = issuer.document;
  if (format === 'none') return { kind: 'print-only', why: 'site-setting' };
  return session.canCreateDocuments ? { kind: 'allowed', format } : { kind: 'print-only', why: 'not-granted' };
}

/** Whether the status of a stored booklet may be changed by this launch, at a server that can (D23). */
export function mayUpdate(session: Session, { document }: IssuerConfig): boolean {
  return document.format !== 'none' && takesUpdates(document.profile) && session.canUpdateDocuments;
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
  const filed = async () => (await parts.arrival).filing;
  const chart = { iss: session.fhirBaseUrl, patientId: session.patientId };
  return {
    readChart: async (stillReading) => (await Promise.all([readChart(fhirFetch, stillReading), names.whenHere()]))[0],
    findDocuments: async () => (await filed()).findDocuments(fhirFetch, issuer.document),
    readStoredFile: async (id) => (await filed()).readStoredFile(fhirFetch, issuer.document, id),
    identify: (entity, version) => identifyDocument(chart, entity, version),
    renderPdf: createPdfRenderer(),
    createDocument: async (draft) => (await filed()).createDocument(fhirFetch, issuer.document, draft),
    lookForDocument: async (draft) => (await filed()).lookForDocument(fhirFetch, issuer.document, draft),
    markDocument: async (mark) => (await filed()).markDocument(fhirFetch, issuer.document, mark),
    sha1: async (bytes) => {
      const { sha1Of, toHex } = await filed();
      return toHex(await sha1Of(bytes));
    },
    nextTask,
    endSession: session.end,
    ...clock,
  };
}
