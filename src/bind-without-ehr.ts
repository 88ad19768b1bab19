import type { Arriving } from './arriving.ts';
import { nextTask } from './bind.ts';
import type { Clock } from './clock.ts';
import type { ChartReading } from './domain/chart.ts';
import type { PatientId } from './domain/patient.ts';
import { identifyDocument } from './fhir/document-identity.ts';
import type { Names } from './knowledge/classification/parse-explanations.ts';
import { createPdfRenderer } from './pdf/render-pdf.ts';
import type { Ports } from './workflow/ports.ts';

// The other half of the workflow's ports: nobody's chart. Nothing here asks a network for anything but our own files.

const NOBODY = 'zonder-epd' as PatientId;

/** A chart without a person, a diagnosis or a clinician: all of that is typed. */
const EMPTY_CHART: ChartReading = {
  kind: 'chart',
  chart: {
    patient: { id: NOBODY, name: '', sex: 'unknown', deceased: false, inactive: false, replaced: false },
    user: null,
    encounter: null,
    participants: [],
    evidence: { sex: 'unknown', items: [], gaps: [] },
    gaps: [],
  },
};

/** The ports of a booklet made by hand. What would write answers that it may not. */
export function bindWithoutEhr({ clock, names }: { readonly clock: Clock; readonly names: Arriving<Names> }): Ports {
  // Every opening of the page has numbers of its own: no chart tells which booklets were made before.
  const thisOpening = { iss: `urn:uuid:${crypto.randomUUID()}`, patientId: NOBODY };
  return {
    readChart: async () => {
      await names.whenHere();
      return EMPTY_CHART;
    },
    findDocuments: () => Promise.resolve({ kind: 'not-read' }),
    readStoredFile: () => Promise.resolve({ kind: 'not-read' }),
    identify: (entity, version) => identifyDocument(thisOpening, entity, version),
    renderPdf: createPdfRenderer(),
    createDocument: () => Promise.resolve({ kind: 'not-allowed' }),
    lookForDocument: () => Promise.resolve({ kind: 'unknown' }),
    markDocument: () => Promise.resolve({ kind: 'not-allowed' }),
    sha1: () => Promise.reject(new Error('nothing is filed without an EHR')),
    nextTask,
    endSession: () => undefined,
    ...clock,
  };
}
