import type { Classification, DecidingEntity, SexRestriction, StatusRule } from '../classification.ts';
import type { Coding } from '../coding.ts';
import type { EntityId } from '../entity.ts';
import type { Reason } from '../finding.ts';
import type { Sex } from '../patient.ts';
import type { Judgement, LookupContext, RecordedStatus } from './claim.ts';
import { ancestorsOf, entitiesOf, unique } from './family.ts';
import { rememberOne } from './remember.ts';

/** A code that names the other sex contradicts the chart: undecided. */
export function compareSex(judgement: Judgement, { sex }: LookupContext): Judgement {
  const named = judgement.by?.meaning.sex ?? null;
  if (judgement.verdict === 'none' || named === null || !isKnown(sex) || named === sex) return judgement;
  return { ...judgement, verdict: 'undecided', reasons: [{ key: 'sex-conflict' }, ...judgement.reasons], by: null };
}

/** Entities that only one sex has go before their group for that sex, and drop out for the other (breast cancer in men). */
export function restrictBySex(judgement: Judgement, { sex, classification }: LookupContext): Judgement {
  const { by } = judgement;
  if (by === null || judgement.verdict === 'none' || !by.meaning.kind.primary) return judgement;
  const known = isKnown(sex) ? sex : by.meaning.sex;
  return restrictedBySex(classification).reduce(
    (sofar, restricted) => restrictTo(sofar, restricted, known, classification),
    judgement,
  );
}

/** An entity that only one sex has, and all that gives way to it for that sex. */
interface Restricted {
  readonly entity: DecidingEntity;
  readonly givesWay: ReadonlySet<EntityId>;
}

const restrictedBySex = rememberOne((classification: Classification): readonly Restricted[] => {
  const all = [...classification.entities.values()];
  const restricted = all.filter(({ restrict }) => restrict !== null);
  return restricted.map((entity) => {
    const under = all.filter(({ id }) => id !== entity.id && isUnder(id, entity.parent, classification));
    return { entity, givesWay: new Set(under.map(({ id }) => id)) };
  });
});

function restrictTo(
  judgement: Judgement,
  { entity, givesWay }: Restricted,
  sex: 'male' | 'female' | null,
  classification: Classification,
): Judgement {
  const { id: restricted, restrict } = entity;
  const concerned = judgement.entities.some((id) => id === restricted || givesWay.has(id));
  if (restrict === null || !concerned) return judgement;
  if (sex === null) return leaveOpen(judgement, restricted, restrict);
  if (sex !== restrict.sex) return { ...judgement, entities: judgement.entities.filter((id) => id !== restricted) };
  const entities = unique(judgement.entities.map((id) => (givesWay.has(id) ? restricted : id)));
  const allRare = entitiesOf(entities, classification).every(({ verdict }) => verdict === 'rare');
  return allRare
    ? { ...judgement, verdict: 'rare', entities, reasons: because(restrict.reason, judgement) }
    : { ...judgement, entities };
}

function leaveOpen(judgement: Judgement, restricted: EntityId, { reasonWhenUnknown }: SexRestriction): Judgement {
  if (judgement.verdict !== 'common') return judgement;
  const reasons = because(reasonWhenUnknown, judgement);
  return { ...judgement, verdict: 'undecided', entities: [...judgement.entities, restricted], reasons };
}

/** A reason about the deciding code goes before the others. */
function because(key: string, { by, reasons }: Judgement): readonly Reason[] {
  return [{ key, ...(by && { coding: by.coding }) }, ...reasons];
}

function isUnder(id: EntityId, group: EntityId | null, classification: Classification): boolean {
  return group !== null && (id === group || ancestorsOf(id, classification).includes(group));
}

function isKnown(sex: Sex | null): sex is 'male' | 'female' {
  return sex === 'male' || sex === 'female';
}

/** A metastasis that may be a rare primary itself, while no primary is recorded (C78.6): undecided. */
export function askForPrimary(judgement: Judgement, { primaryRecorded }: LookupContext): Judgement {
  const meaning = judgement.by?.meaning;
  if (!meaning || meaning.reasonWithoutPrimary === null) return judgement;
  if (primaryRecorded) return { ...judgement, entities: [] };
  const reasons = because(meaning.reasonWithoutPrimary, judgement);
  return { ...judgement, verdict: 'undecided', entities: meaning.entities, reasons };
}

/** Status, origin and category of the record: what does not count is none, what is not certain at most undecided. */
export function restrictByStatus(judgement: Judgement, rules: readonly StatusRule[]): Judgement {
  const strongest = rules.find(({ verdict }) => verdict === 'none') ?? rules[0];
  if (!strongest) return judgement;
  const reasons = [...withVerdict(rules, strongest.verdict), ...judgement.reasons];
  if (strongest.verdict === 'none') return { ...judgement, verdict: 'none', entities: [], reasons };
  return judgement.verdict === 'none' ? judgement : { ...judgement, verdict: 'undecided', reasons };
}

function withVerdict(rules: readonly StatusRule[], verdict: StatusRule['verdict']): readonly Reason[] {
  return rules.filter((rule) => rule.verdict === verdict).map(({ reason }) => ({ key: reason }));
}

/** Refuted and entered in error: such a record is no evidence for another one either. */
export function isWithdrawn({ verificationStatus }: RecordedStatus, { status }: Classification): boolean {
  return matching(status.verification, codesOf(verificationStatus)).some(({ verdict }) => verdict === 'none');
}

/** The rules that the status, origin and category of a record meet, in their order. */
export function statusRules(record: RecordedStatus, { status }: Classification): readonly StatusRule[] {
  const category = codesOf(record.category);
  const counts = category.some((code) => status.categoryCounts.includes(code));
  return [
    ...matching(status.verification, codesOf(record.verificationStatus)),
    ...matching(status.clinical, codesOf(record.clinicalStatus)),
    ...matching(status.origin, [record.origin]),
    ...(counts ? [] : matching(status.category, category)),
  ];
}

function matching(rules: readonly StatusRule[], codes: readonly string[]): readonly StatusRule[] {
  return rules.filter((rule) => rule.codes.some((code) => codes.includes(code)));
}

function codesOf(codings: readonly Coding[]): readonly string[] {
  return codings.flatMap(({ code }) => (code === undefined ? [] : [code.trim().toLowerCase()]));
}
