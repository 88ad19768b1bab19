/** What a condition may ask about (content map, `condition_language`). */
export const FACT_FIELDS = [
  'patient.age',
  'diagnosis.group',
  'diagnosis.metastasised',
  'diagnosis.subtype_unclear',
  'treatment.few_options',
  'treatment.none_planned',
  'clinician.include_palliative',
  'clinician.include_early_wia',
  'clinician.include_stop_working',
  'hospital.is_ecza',
  'ecza.list',
  'ecza.expired',
  'patient_org.name',
  'contact.name',
  'contact.phone',
  'work.status',
  'work.include',
  'work.share_sheet',
  'work.first_sick_day',
  'work.weeks_sick',
  'work.recovered',
  'work.part_time',
  'work.contract_end',
  'work.rules_lapsed',
] as const;
export type FactField = (typeof FACT_FIELDS)[number];
export type FactValue = string | number | boolean;

/** What is known for one booklet; a field that is not there is unknown. */
export type Facts = Readonly<Partial<Record<FactField, FactValue>>>;

/** Include rule of the content map, in its own words. */
export type Condition =
  | { readonly always: true }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly field: FactField; readonly op: 'known' | 'unknown' }
  | { readonly field: FactField; readonly op: 'eq'; readonly value: FactValue }
  | { readonly field: FactField; readonly op: 'in'; readonly value: readonly string[] }
  | { readonly field: FactField; readonly op: 'gte' | 'lt'; readonly value: number };

/** Whether a condition holds; unknown never counts as yes. */
export function included(condition: Condition, facts: Facts): boolean {
  if ('always' in condition) return true;
  if ('all' in condition) return condition.all.every((part) => included(part, facts));
  if ('any' in condition) return condition.any.some((part) => included(part, facts));
  if ('not' in condition) return !included(condition.not, facts);
  return holds(condition, facts[condition.field]);
}

function holds(test: Extract<Condition, { readonly field: FactField }>, value: FactValue | undefined): boolean {
  switch (test.op) {
    case 'known':
      return value !== undefined;
    case 'unknown':
      return value === undefined;
    case 'eq':
      return value === test.value;
    case 'in':
      return typeof value === 'string' && test.value.includes(value);
    case 'gte':
      return typeof value === 'number' && value >= test.value;
    case 'lt':
      return typeof value === 'number' && value < test.value;
  }
}
