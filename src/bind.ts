import type { Arriving } from './arriving.ts';
import type { Clock } from './clock.ts';
import type { IssuerConfig, RuntimeConfig } from './config/runtime-config.ts';
import { validApproval, type ContentVersion } from './domain/approval.ts';
import type { Classification } from './domain/classification.ts';
import { lookUp } from './domain/lookup/look-up.ts';
import { createDocument, lookForDocument } from './fhir/create-document.ts';
import { identifyDocument } from './fhir/document-identity.ts';
import { createFhirFetch } from './fhir/fhir-fetch.ts';
import { findDocuments } from './fhir/find-documents.ts';
import type { Session } from './fhir/open-session.ts';
import { retractDocument } from './fhir/retract-document.ts';
import { readStoredFile } from './fhir/read-stored-file.ts';
import { readChart } from './fhir/read-chart.ts';
import type * as composing from './composing.ts';
import type { OwnDirectory } from './config/directory/load-directory.ts';
import type { BookletKnowledge } from './knowledge/booklet/parse-booklet-knowledge.ts';
import type { Explanations } from './knowledge/classification/parse-explanations.ts';
import { createPdfRenderer } from './pdf/render-pdf.ts';
import type { Core, SavingRight, Site } from './workflow/core.ts';
import type { Ports } from './workflow/ports.ts';

// Where the rooms meet: adapters are bound to the ports of the workflow, knowledge to the decisions of the domain. That
// they fit is the compiler's business.

/** What arrives while the chart is being read (D39): names and sentences, what a booklet is made of, and who composes it. */
export interface LateKnowledge {
  readonly explanations: Explanations;
  readonly booklet: BookletKnowledge;
  readonly directory: OwnDirectory;
  readonly composing: Pick<typeof composing, 'composeBooklet' | 'composeSheet' | 'addressesFor'>;
}

/** Where the app runs, and what this launch may do there. */
export interface Installation {
  readonly config: RuntimeConfig;
  readonly saving: SavingRight;
  readonly mayRetract: boolean;
}

/** The decisions of the domain over the knowledge of this release. The workflow asks for the late half once it has a chart. */
export function bindCore(
  classification: Classification,
  late: Arriving<LateKnowledge>,
  { config, clock }: { readonly config: RuntimeConfig; readonly clock: Clock },
): Core {
  const hospital = () => ({ config, directory: late.here().directory });
  return {
    lookUp: (evidence) => lookUp(evidence, classification),
    get entities() {
      return late.here().explanations.entities;
    },
    get reasons() {
      return late.here().explanations.reasons;
    },
    get lists() {
      return late.here().directory.reports;
    },
    addressesFor: (entity) =>
      late.here().composing.addressesFor(entity, clock.today(), late.here().booklet, hospital()),
    composeBooklet: (request) => late.here().composing.composeBooklet(request, late.here().booklet, hospital()),
    composeSheet: (request) => late.here().composing.composeSheet(request, late.here().booklet, hospital()),
  };
}

/** What the screens say of this installation and this launch. */
export function describeSite(
  { config, saving, mayRetract }: Installation,
  { version, clock }: { readonly version: ContentVersion; readonly clock: Clock },
): Site {
  return {
    hospital: config.hospital.name,
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
  readonly late: Arriving<LateKnowledge>;
}

/** After what the browser has to do now. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

export function bindPorts(session: Session, { issuer, clock, late }: Surroundings): Ports {
  const fhirFetch = createFhirFetch(session);
  const chart = { iss: session.fhirBaseUrl, patientId: session.patientId };
  return {
    readChart: async (stillReading) => (await Promise.all([readChart(fhirFetch, stillReading), late.whenHere]))[0],
    findDocuments: () => findDocuments(fhirFetch),
    readStoredFile: (id) => readStoredFile(fhirFetch, id),
    identify: (entity, version) => identifyDocument(chart, entity, version),
    renderPdf: createPdfRenderer(),
    createDocument: (draft) => createDocument(fhirFetch, issuer.document, draft),
    lookForDocument: (draft) => lookForDocument(fhirFetch, draft),
    retractDocument: (id, patient) => retractDocument(fhirFetch, id, patient),
    nextTask,
    endSession: session.end,
    ...clock,
  };
}
