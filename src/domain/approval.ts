import type { CalendarDate } from './calendar-date.ts';

/** The hospital's own doctor vouches for the content of exactly one version (D20). */
export interface Approval {
  readonly knowledgeVersion: string;
  /** SHA-256, hex, over all that a booklet prints from the release: its texts, the work timeline, the organisations, the names of the diagnoses. */
  readonly contentHash: string;
  readonly name: string;
  readonly role: string;
  readonly date: CalendarDate;
}

/** Which content is loaded: what an approval must match. */
export interface ContentVersion {
  readonly knowledgeVersion: string;
  readonly contentHash: string;
}

/** The approval if it is about exactly this content and not dated after today, else null: then every page says PROEFVERSIE and saving is off. */
export function validApproval(
  approval: Approval | null,
  content: ContentVersion,
  today: CalendarDate,
): Approval | null {
  if (approval === null || approval.date > today) return null;
  const matches =
    approval.knowledgeVersion === content.knowledgeVersion && approval.contentHash === content.contentHash;
  return matches ? approval : null;
}
