import type { EntityId, EntityName } from '../domain/entity.ts';
import { isRecalled, type Recall } from '../domain/recall.ts';
import type { Lookup } from '../domain/finding.ts';
import { contradictsItself, soleFinding, type Candidate } from './diagnosis-offer.ts';

/** What the dossier screen says at the top. Not recorded, not read and not decided are three things (rule 3). */
export type Outlook =
  | { readonly kind: 'sole'; readonly candidate: Candidate }
  | {
      readonly kind:
        /** no booklet may be made at all now (D21) */
        | 'release-recalled'
        /** the one certain finding is of a diagnosis that is recalled */
        | 'recalled'
        /** recorded diagnoses contradict each other */
        | 'conflict'
        /** on the list, but which one is the clinician's choice */
        | 'rare'
        /** no diagnosis could be read */
        | 'not-read'
        /** some were read, some not */
        | 'incomplete'
        | 'undecided'
        | 'common'
        | 'none'
        /** read whole, and empty */
        | 'empty';
    };

/** Sums the lookup up without deciding anything: the gravest first. */
export function outlookOf(lookup: Lookup, entities: ReadonlyMap<EntityId, EntityName>, recall: Recall): Outlook {
  if (recall.release) return { kind: 'release-recalled' };
  const candidate = soleFinding(lookup, entities);
  if (candidate !== null && isRecalled(candidate.entity.id, recall)) return { kind: 'recalled' };
  return candidate === null ? { kind: leadingKind(lookup) } : { kind: 'sole', candidate };
}

function leadingKind(lookup: Lookup): Exclude<Outlook['kind'], 'sole' | 'recalled' | 'release-recalled'> {
  const { findings, incomplete } = lookup;
  const has = (verdict: string): boolean => findings.some((finding) => finding.verdict === verdict);
  if (findings.some(contradictsItself)) return 'conflict';
  if (has('rare')) return 'rare';
  if (incomplete) return findings.length === 0 ? 'not-read' : 'incomplete';
  if (has('undecided')) return 'undecided';
  if (has('common')) return 'common';
  return findings.length === 0 ? 'empty' : 'none';
}
