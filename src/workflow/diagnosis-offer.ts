import type { EntityId, EntityName } from '../domain/entity.ts';
import type { Finding, Lookup } from '../domain/finding.ts';

/** An entity that the chart names or leaves open, with the findings that do so. */
export interface Candidate<Named extends EntityName = EntityName> {
  readonly entity: Named;
  readonly findings: readonly Finding[];
}

/**
 * The one entity that the chart names with certainty, with the findings it rests on, else null (D5).
 *
 * Any other entity, a contradiction, or a chart that was not read whole leaves the choice to the clinician.
 */
export function soleFinding(lookup: Lookup, entities: ReadonlyMap<EntityId, EntityName>): Candidate | null {
  if (lookup.incomplete || lookup.findings.some(contradictsItself)) return null;
  const certain = lookup.findings.filter((finding) => finding.verdict === 'rare' && finding.entity !== null);
  const [id, ...others] = new Set(certain.map((finding) => finding.entity));
  const entity = id ? entities.get(id) : undefined;
  if (entity === undefined || others.length > 0) return null;
  return lookup.findings.every((finding) => agreesWith(finding, entity.id)) ? { entity, findings: certain } : null;
}

const CONTRADICTIONS: ReadonlySet<string> = new Set(['conflict', 'sex-conflict']);

/** Whether the codes of this record cannot all be true. */
export function contradictsItself(finding: Finding): boolean {
  return finding.reasons.some((reason) => CONTRADICTIONS.has(reason.key));
}

function agreesWith(finding: Finding, entity: EntityId): boolean {
  if (finding.verdict === 'common' || finding.verdict === 'none') return true;
  if (finding.entity !== null) return finding.entity === entity;
  return finding.verdict === 'undecided' || finding.candidates.includes(entity);
}

/** The entities to choose from that the chart brings, in the order of the findings; what counts for nothing brings none. */
export function candidatesOf<Named extends EntityName>(
  lookup: Lookup,
  entities: ReadonlyMap<EntityId, Named>,
): readonly Candidate<Named>[] {
  const found = new Map<EntityId, Finding[]>();
  for (const finding of inReadingOrder(lookup.findings)) {
    if (finding.verdict !== 'rare' && finding.verdict !== 'undecided') continue;
    for (const id of finding.entity === null ? finding.candidates : [finding.entity]) {
      found.set(id, [...(found.get(id) ?? []), finding]);
    }
  }
  return [...found].flatMap(([id, findings]) => {
    const entity = entities.get(id);
    return entity && entity.rare !== false ? [{ entity, findings }] : [];
  });
}

const ORDER = { rare: 0, undecided: 1, common: 2, none: 3 } as const;

/** Rare, undecided, common, none; the latest recorded first within each, undated last. */
export function inReadingOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (one, other) =>
      ORDER[one.verdict] - ORDER[other.verdict] ||
      (other.evidence.recordedDate ?? '').localeCompare(one.evidence.recordedDate ?? ''),
  );
}
