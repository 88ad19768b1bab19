import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import type { CareParticipant, Chart, ChartReading } from '../../src/domain/chart.ts';
import type {
  DocumentDraft,
  DocumentSearch,
  MarkOutcome,
  StoredFile,
  StoredDocument,
  WriteOutcome,
} from '../../src/domain/document.ts';
import type { Entity, EntityId } from '../../src/domain/entity.ts';
import type { RecordedDiagnosis } from '../../src/domain/evidence.ts';
import type { Finding, Lookup } from '../../src/domain/finding.ts';
import type { Handout } from '../../src/domain/handout/handout.ts';
import { NOTHING_RECALLED } from '../../src/domain/recall.ts';
import type { PatientId, PatientRecord } from '../../src/domain/patient.ts';
import type { BookletRequest, Core, Known, Site } from '../../src/workflow/core.ts';
import type { Effect, Transition, WorkflowEvent } from '../../src/workflow/events.ts';
import type { RenderOutcome } from '../../src/domain/handout/render-outcome.ts';
import type { Ports } from '../../src/workflow/ports.ts';
import type { State, Work } from '../../src/workflow/state.ts';
import { FIRST_STATE, transition } from '../../src/workflow/transition.ts';

export const TODAY = '2026-11-25' as CalendarDate;
export const INSTANT = '2026-11-25T13:32:00Z';

export const entityId = (id: string): EntityId => id as EntityId;

export function anEntity(id: string, changes: Partial<Entity> = {}): Entity {
  return {
    id: entityId(id),
    nameNl: id,
    nameEn: `${id} (en)`,
    synonyms: [],
    nameInSentenceNl: `een ${id}`,
    explainedNl: 'De kanker begint ergens.',
    sources: ['derived'],
    family: 'sarcoma',
    rare: true,
    ...changes,
  };
}

export const LMS = anEntity('leiomyosarcoma', { nameNl: 'Leiomyosarcoom', nameInSentenceNl: 'een leiomyosarcoom' });
export const GIST = anEntity('gist', { nameNl: 'GIST', synonyms: ['gastro-intestinale stromaceltumor'] });
export const MELANOMA = anEntity('skin-melanoma', { nameNl: 'Melanoom', rare: false });
export const ENTITIES = new Map([LMS, GIST, MELANOMA].map((entity) => [entity.id, entity]));

export function aDiagnosis(id: string, changes: Partial<RecordedDiagnosis> = {}): RecordedDiagnosis {
  return {
    id,
    origin: 'condition',
    code: { coding: [{ system: 'http://snomed.info/sct', code: '443719001', display: 'Leiomyosarcoom' }] },
    bodySite: [],
    alongside: [],
    clinicalStatus: [{ code: 'active' }],
    verificationStatus: [{ code: 'confirmed' }],
    category: [],
    recordedDate: '2026-10-12',
    note: [],
    ...changes,
  };
}

export function aFinding(changes: Partial<Finding> = {}): Finding {
  return {
    evidence: aDiagnosis('1'),
    verdict: 'rare',
    entity: LMS.id,
    candidates: [],
    reasons: [{ key: 'on-the-list' }],
    spread: false,
    aboutCancer: true,
    ...changes,
  };
}

export const open = (changes: Partial<Finding>): Finding => aFinding({ entity: null, ...changes });

export function aLookup(findings: readonly Finding[], changes: Partial<Lookup> = {}): Lookup {
  return { findings, gaps: [], incomplete: false, ...changes };
}

export function aPatient(changes: Partial<PatientRecord> = {}): PatientRecord {
  return {
    id: 'p1' as PatientId,
    name: 'Samira de Boer',
    birthDate: '1974-04-03',
    sex: 'female',
    deceased: false,
    inactive: false,
    replaced: false,
    ...changes,
  };
}

export const JOKE: CareParticipant = {
  name: 'Joke Brands',
  role: 'verpleegkundig specialist',
  isUser: false,
  isCaseManager: false,
  source: { kind: 'encounter', date: '2026-11-09' },
};

export function aChart(changes: Partial<Chart> = {}): Chart {
  return {
    patient: aPatient(),
    user: { reference: 'Practitioner/1', name: 'E. Postma', role: 'internist-oncoloog' },
    encounter: { id: 'e1', start: '2026-11-09' },
    participants: [JOKE],
    evidence: { sex: 'female', items: [], gaps: [] },
    gaps: [],
    ...changes,
  };
}

export function aSite(changes: Partial<Site> = {}): Site {
  return {
    hospital: 'Ziekenhuis De Linde',
    emergencyPhone: '088 000 99 00',
    helpDesk: 'Servicedesk De Linde',
    departments: [
      {
        id: 'onco',
        name: 'Polikliniek Oncologie',
        phone: '088 000 12 34',
        hours: 'van 9 tot 16 uur',
        emergencyPhone: null,
      },
    ],
    approval: {
      knowledgeVersion: '2026-11',
      contentHash: 'a'.repeat(64),
      name: 'A. Voorbeeld',
      role: 'internist-oncoloog',
      date: '2026-11-20' as CalendarDate,
    },
    saving: { kind: 'allowed', format: 'pdf' },
    mayUpdate: true,
    recall: NOTHING_RECALLED,
    chaptersOff: [],
    portalShowsAtOnce: null,
    defaultLength: 'kort',
    versions: { app: '0.1.0', knowledge: '2026-11' },
    ...changes,
  };
}

export function aStoredDocument(changes: Partial<StoredDocument> = {}): StoredDocument {
  return {
    id: 'd1',
    entity: LMS.id,
    version: 1,
    status: 'current',
    date: '2026-11-02T10:00:00Z',
    author: 'E. Postma',
    knowledgeVersion: '2026-11',
    ...changes,
  };
}

const HANDOUT: Handout = {
  language: 'nl',
  length: 'kort',
  title: 'Jouw route',
  author: 'Ziekenhuis De Linde',
  subject: 'Persoonlijk boekje',
  date: TODAY,
  trial: null,
  cover: { title: 'Jouw route', subtitle: [], forWhom: null, given: null },
  contentsTitle: null,
  chapters: [],
  ownLinesTitle: 'Mijn vragen',
  back: { title: '', warning: '', found: '', help: [], imprint: '' },
  givesWay: [],
};

const COMPLETE = Promise.resolve();

/** A core that remembers what it composed. */
export function aCore(lookup: Lookup = aLookup([aFinding()]), composed: BookletRequest[] = []): Core {
  return {
    lookUp: () => lookup,
    names: ENTITIES,
    entities: ENTITIES,
    reasons: new Map([
      ['conflict', { nl: 'De codes spreken elkaar tegen.', en: 'The codes contradict each other.' }],
      ['text-only', { nl: 'De app leest geen losse tekst.', en: 'The app does not read free text.' }],
      ['decides-codes', { nl: 'Kijk in het dossier wat klopt.', en: 'See in the chart what is right.' }],
    ]),
    whenComplete: () => COMPLETE,
    lists: [],
    addressesFor: () => ({ centre: { kind: 'unknown' }, organisations: [] }),
    composeBooklet: (request) => {
      composed.push(request);
      return HANDOUT;
    },
    composeSheet: () => null,
  };
}

export const identify: Ports['identify'] = (entity, version) => ({
  routeId: 'route',
  versionId: `${entity}-${String(version)}`,
  version,
  number: '3F2A-91BC',
});

export function aKnown(changes: Partial<Known> = {}): Known {
  return { core: aCore(), site: aSite(), identify, today: TODAY, instant: INSTANT, ...changes };
}

export const RENDERED: RenderOutcome = {
  kind: 'rendered',
  bytes: new TextEncoder().encode('%PDF-'),
  pages: 8,
  sha1: 'sha-of-what-was-shown',
};

/** Port fakes with a good day, and whatever a test changes in it. Drafts that were sent are kept. */
export interface FakePorts extends Ports {
  readonly sent: DocumentDraft[];
  readonly lookedFor: DocumentDraft[];
  readonly ended: string[];
  /** Ids of documents that were to be retracted. */
  /** Id and new status. */
  readonly marked: string[];
}

interface Day {
  readonly reading: ChartReading;
  readonly documents: DocumentSearch;
  readonly rendered: RenderOutcome;
  readonly writes: readonly (WriteOutcome | Promise<WriteOutcome>)[];
  readonly found: WriteOutcome;
  readonly marking: MarkOutcome;
  readonly storedFile: StoredFile;
}

export const WRITTEN: WriteOutcome = { kind: 'written', id: 'DocumentReference/77', sha1: 'sha-of-what-was-shown' };

export function fakePorts(day: Partial<Day> = {}): FakePorts {
  const sent: DocumentDraft[] = [];
  const lookedFor: DocumentDraft[] = [];
  const ended: string[] = [];
  const marked: string[] = [];
  return {
    marked,
    sent,
    lookedFor,
    ended,
    readChart: () => Promise.resolve(day.reading ?? { kind: 'chart', chart: aChart() }),
    findDocuments: () => Promise.resolve(day.documents ?? { kind: 'read', documents: [] }),
    readStoredFile: () => Promise.resolve(day.storedFile ?? { kind: 'not-read' }),
    identify,
    renderPdf: () => Promise.resolve(day.rendered ?? RENDERED),
    createDocument: async (draft) => {
      sent.push(draft);
      return (await day.writes?.[sent.length - 1]) ?? WRITTEN;
    },
    lookForDocument: (draft) => {
      lookedFor.push(draft);
      return Promise.resolve(day.found ?? WRITTEN);
    },
    markDocument: ({ id, status }) => {
      marked.push(`${id} ${status}`);
      return Promise.resolve(day.marking ?? { kind: 'marked' });
    },
    sha1: (bytes) => Promise.resolve(`sha-of-${bytes.length}-bytes`),
    nextTask: () => Promise.resolve(),
    endSession: () => {
      ended.push('ended');
    },
    today: () => TODAY,
    instant: () => INSTANT,
  };
}

/** Sends events one after another; gives the last state and every effect on the way. */
export function run(events: readonly WorkflowEvent[], known: Known = aKnown(), from: State = FIRST_STATE): Transition {
  const effects: Effect[] = [];
  let state = from;
  for (const event of events) {
    const next = transition(state, event, known);
    state = next.state;
    effects.push(...next.effects);
  }
  return { state, effects };
}

export function workOf({ state }: Transition | { readonly state: State }): Work {
  if (state.at !== 'working') throw new Error(`expected work, got ${state.at}`);
  return state.work;
}

export const reading = (chart: Chart = aChart()): readonly WorkflowEvent[] => [
  { kind: 'started' },
  { kind: 'chart-read', ticket: 1, reading: { kind: 'chart', chart } },
];

/** From the launch to the fill-in screen, with the documents of the chart known. */
export const confirmed = (documents: readonly StoredDocument[] = []): readonly WorkflowEvent[] => [
  ...reading(),
  { kind: 'sole-finding-confirmed' },
  { kind: 'documents-found', ticket: 2, search: { kind: 'read', documents } },
];

export const contactKnown: WorkflowEvent = { kind: 'contact-chosen', contact: { kind: 'user' } };

/** On to a booklet that can be seen. */
export const made: readonly WorkflowEvent[] = [
  ...confirmed(),
  contactKnown,
  { kind: 'preview-asked' },
  {
    kind: 'booklet-rendered',
    ticket: 3,
    outcome: RENDERED,
    about: { title: 'Jouw route', language: 'nl' },
    note: null,
  },
];

export const sending: readonly WorkflowEvent[] = [...made, { kind: 'save-asked' }, { kind: 'save-confirmed' }];
