import type { Approval } from '../domain/approval.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Choices } from '../domain/choices.ts';
import type { ConfirmedDiagnosis } from '../domain/confirmation.ts';
import type { DocumentIdentity, FileFormat } from '../domain/document.ts';
import type { Entity, EntityId, EntityName } from '../domain/entity.ts';
import type { EvidenceSet } from '../domain/evidence.ts';
import type { Lookup } from '../domain/finding.ts';
import type { EmployerSheet } from '../domain/handout/employer-sheet.ts';
import type { Handout, Length, OptionalChapter } from '../domain/handout/handout.ts';
import type { ListReport } from '../domain/directory.ts';
import type { PatientRecord } from '../domain/patient.ts';
import type { Recall } from '../domain/recall.ts';
import type { CentreCase, RouteOrganisation } from '../domain/route/route.ts';
import type { Ports } from './ports.ts';

/** The pure decisions of the domain, already bound to the knowledge of this release. */
export interface Core {
  readonly lookUp: (evidence: EvidenceSet) => Lookup;
  readonly names: ReadonlyMap<EntityId, EntityName>;
  /** The sentence behind every reason key, in the languages of the screens. */
  readonly reasons: ReadonlyMap<string, { readonly nl: string; readonly en: string }>;
  /** Fulfilled when all below is here: it is fetched after the first screen (D39). The same promise at every call. */
  readonly whenComplete: () => Promise<unknown>;
  readonly entities: ReadonlyMap<EntityId, Entity>;
  /** What became of the hospital's own lists (D7). */
  readonly lists: readonly ListReport[];
  /** What the booklet will say about expertise centres, and about organisations. */
  readonly addressesFor: (entity: EntityId) => Addresses;
  readonly composeBooklet: (request: BookletRequest) => Handout;
  /** Null when no sheet for the bedrijfsarts was asked for. */
  readonly composeSheet: (request: BookletRequest) => EmployerSheet | null;
}

/** What the lists name for a diagnosis on the day of asking. */
export interface Addresses {
  readonly centre: CentreCase;
  readonly organisations: readonly RouteOrganisation[];
}

/** All that one booklet is made from, besides what the installation brings. */
export interface BookletRequest {
  readonly diagnosis: ConfirmedDiagnosis;
  readonly patient: PatientRecord;
  /** Completed years, recorded or typed by the clinician. */
  readonly age: number;
  readonly choices: Choices;
  readonly length: Length;
  /** Whether an expertise centre of the hospital's list is named. */
  readonly namesCentre: boolean;
  /** Whether the booklet says that the chart holds a copy. */
  readonly storesCopy: boolean;
  /** Id of the department whose number was chosen; null when the site has none or none was chosen. */
  readonly department: string | null;
  readonly identity: DocumentIdentity;
  readonly today: CalendarDate;
}

/** A polikliniek of the installing hospital, from its own configuration. */
export interface Department {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly hours: string | null;
  /** For the evening and the weekend; null = that of the hospital. */
  readonly emergencyPhone: string | null;
}

/** What is known of this installation and this launch before anything is read. */
export interface Site {
  readonly hospital: string;
  /** For the evening and the weekend; null = none is set. */
  readonly emergencyPhone: string | null;
  /** Whom the clinician calls when something fails, in words. */
  readonly helpDesk: string;
  readonly departments: readonly Department[];
  /** Valid for exactly this content, or null: then everything is a trial (D20). */
  readonly approval: Approval | null;
  readonly saving: SavingRight;
  /** Whether a stored booklet may be marked by the app, as entered in error or as superseded. */
  readonly mayUpdate: boolean;
  readonly recall: Recall;
  /** Chapters that this hospital does not give. */
  readonly chaptersOff: readonly OptionalChapter[];
  /** Whether the patient sees a saved booklet in the portal at once; null = not known. */
  readonly portalShowsAtOnce: boolean | null;
  /** Which length is made unless the clinician chooses the other. */
  readonly defaultLength: Length;
  readonly versions: { readonly app: string; readonly knowledge: string };
}

/** Whether a document may be written: the granted scopes (F10), the write format of the site (D13), and that there is an EHR. */
export type SavingRight =
  | { readonly kind: 'allowed'; readonly format: FileFormat }
  | { readonly kind: 'print-only'; readonly why: 'not-granted' | 'site-setting' | 'without-ehr' };

/** A booklet made by hand: there is no chart to read and none to write to. */
export function isWithoutEhr({ saving }: Site): boolean {
  return saving.kind === 'print-only' && saving.why === 'without-ehr';
}

/** Everything that a transition may use: no clock and no network, only their answers. */
export interface Known {
  readonly core: Core;
  readonly site: Site;
  readonly identify: Ports['identify'];
  readonly today: CalendarDate;
  /** FHIR instant. */
  readonly instant: string;
}
