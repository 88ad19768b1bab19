import type { Condition, FactField, Facts } from '../../src/domain/condition.ts';
import { WORK_STATUSES } from '../../src/domain/choices.ts';
import type { ContentBlock } from '../../src/domain/content.ts';
import { LISTED_ENTITIES } from './booklet-knowledge.ts';

/** What can be known together: each axis holds every state that its fields can be in, and no state that they cannot. */
type Axis = readonly Facts[];

const bool = (field: FactField): Axis => [{ [field]: true }, { [field]: false }];
const FAMILIES = [...new Set([...LISTED_ENTITIES.values()].map(({ family }) => family))];
// The years and weeks on both sides of every limit that a condition names.
const AGES = [18, 39, 40, 58, 59, 64, 65, 66, 67, 69, 70, 99];
const WEEKS = [0, 39, 40, 59, 60, 67, 68, 77, 78, 92, 93, 103, 104, 500];

const AXES: readonly Axis[] = [
  AGES.map((age) => ({ 'patient.age': age })),
  FAMILIES.map((family) => ({ 'diagnosis.group': family })),
  [{ 'diagnosis.metastasised': 'yes' }, { 'diagnosis.metastasised': 'no' }, {}],
  bool('diagnosis.subtype_unclear'),
  bool('treatment.few_options'),
  bool('treatment.none_planned'),
  bool('clinician.include_palliative'),
  bool('clinician.include_early_wia'),
  bool('clinician.include_stop_working'),
  [
    { 'hospital.is_ecza': true, 'ecza.expired': false },
    { 'hospital.is_ecza': false, 'ecza.expired': false, 'ecza.list': true },
    { 'hospital.is_ecza': false, 'ecza.expired': true },
    { 'hospital.is_ecza': false, 'ecza.expired': false },
  ],
  [{ 'patient_org.name': true }, {}],
  [{ 'contact.name': 'x', 'contact.phone': 'x' }, { 'contact.name': 'x' }, { 'contact.phone': 'x' }, {}],
  [...WORK_STATUSES.map((status) => ({ 'work.status': status })), {}],
  bool('work.include'),
  bool('work.share_sheet'),
  bool('work.part_time'),
  bool('work.rules_lapsed'),
  [{ 'work.contract_end': 'x' }, {}],
  [
    {},
    ...WEEKS.flatMap((weeks): Axis => {
      const known = { 'work.first_sick_day': 'x', 'work.weeks_sick': weeks };
      return [known, { ...known, 'work.recovered': true }];
    }),
  ],
];

/** The fields that a condition asks for. */
export function fieldsOf(condition: Condition): readonly FactField[] {
  if ('always' in condition) return [];
  if ('all' in condition) return condition.all.flatMap(fieldsOf);
  if ('any' in condition) return condition.any.flatMap(fieldsOf);
  return 'not' in condition ? fieldsOf(condition.not) : [condition.field];
}

/** Everything that can be known as far as these conditions tell it apart. Errors: throws for a field without an axis. */
export function everyFacts(conditions: readonly Condition[]): readonly Facts[] {
  const wanted = new Set(conditions.flatMap(fieldsOf));
  const hasField = (axis: Axis): boolean =>
    axis.some((facts) => Object.keys(facts).some((field) => wanted.has(field as FactField)));
  const used = AXES.filter(hasField);
  const covered = new Set(used.flatMap((axis) => axis.flatMap((facts) => Object.keys(facts))));
  const missing = [...wanted].filter((field) => !covered.has(field));
  if (missing.length > 0) throw new Error(`No axis for ${missing.join(', ')}.`);
  return used.reduce<readonly Facts[]>(
    (all, axis) => all.flatMap((facts) => axis.map((more) => ({ ...facts, ...more }))),
    [{}],
  );
}

/** Limits that conditions name for a field; each must have a value on both sides among the axes. */
export function limitsOf(field: FactField, blocks: readonly ContentBlock[]): readonly number[] {
  const limits = (condition: Condition): readonly number[] => {
    if ('always' in condition) return [];
    if ('all' in condition) return condition.all.flatMap(limits);
    if ('any' in condition) return condition.any.flatMap(limits);
    if ('not' in condition) return limits(condition.not);
    return condition.field === field && (condition.op === 'gte' || condition.op === 'lt') ? [condition.value] : [];
  };
  return [...new Set(blocks.flatMap(({ include }) => limits(include)))];
}

export const AXIS_VALUES = { 'patient.age': AGES, 'work.weeks_sick': WEEKS } as const;
