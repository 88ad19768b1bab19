import type { Condition } from 'fhir/r4';
import type { Coding } from '../../src/domain/coding.ts';
import type { EntityId } from '../../src/domain/entity.ts';
import type { RecordedDiagnosis } from '../../src/domain/evidence.ts';
import type { Finding } from '../../src/domain/finding.ts';
import type { Sex } from '../../src/domain/patient.ts';
import { provenanceOf } from '../../src/domain/provenance.ts';
import { mapCondition } from '../../src/fhir/map-condition.ts';
import type { Reading, Resource } from './read-resources.ts';

/** One line of the answer (D30). */
export interface Answer {
  readonly id: string;
  /** `meta.versionId` of the Condition that was judged. */
  readonly version?: string;
  readonly verdict: string;
  readonly entity: string | null;
  readonly candidates: readonly string[];
  /** Dutch sentences; `keys` names each in classification-reasons.json. */
  readonly reasons: readonly string[];
  readonly keys: readonly string[];
  /** The code that each reason is about, in the order of the rules; null where it is about none. */
  readonly codings: readonly (string | null)[];
  /** Where each of these comes from, as keys of the table in knowledge/classification/SOURCES.md. */
  readonly sources: AnswerSources;
  /** Version of the list that said so. */
  readonly knowledge: string;
  readonly spread?: true;
  /** Judged alone: its Patient is not in the stream, so sex and neighbours are unknown. */
  readonly context?: 'missing';
}

interface AnswerSources {
  /** Of the entity; empty when none is named. */
  readonly entity: readonly string[];
  /** Of what the list says about each of `codings`, in that order; empty where the entity is the source, or the code is unknown. */
  readonly codings: readonly (readonly string[])[];
}

export interface Judge {
  readonly findings: (sex: Sex | null, items: readonly RecordedDiagnosis[]) => readonly Finding[];
  readonly sentence: (key: string) => string;
  readonly sourcesOfEntity: (id: EntityId) => readonly string[];
  readonly sourcesOfCode: (coding: Coding) => readonly string[];
  readonly knowledge: string;
}

/** A patient of the stream with the Conditions that followed; they are judged together. */
interface Group {
  readonly patient: Resource;
  readonly conditions: RecordedDiagnosis[];
}

/**
 * Judges every Condition of a stream.
 *
 * Shape:  answers in input order; holds the Conditions of one patient, or of one Bundle.
 */
export async function* classifyResources(
  readings: AsyncIterable<Reading>,
  judge: Judge,
  unreadable: (line: number) => void,
): AsyncGenerator<Answer> {
  let group: Group | null = null;
  for await (const reading of readings) {
    if (reading.kind === 'unreadable') unreadable(reading.line);
    else if (reading.kind === 'bundle' && reading.resources.some(isPatient)) {
      yield* answersOf(group, judge);
      group = null;
      yield* judgeBundle(reading.resources, judge);
    } else {
      for (const resource of reading.kind === 'bundle' ? reading.resources : [reading.resource]) {
        if (isPatient(resource)) {
          yield* answersOf(group, judge);
          group = { patient: resource, conditions: [] };
        } else if (isCondition(resource)) {
          if (group !== null && isAbout(resource, group.patient)) group.conditions.push(mapCondition(resource.content));
          else {
            yield* answersOf(group, judge);
            group = null;
            yield alone(resource, judge);
          }
        }
      }
    }
  }
  yield* answersOf(group, judge);
}

function answersOf(group: Group | null, judge: Judge): readonly Answer[] {
  if (group === null) return [];
  return judge.findings(sexOf(group.patient), group.conditions).map((finding) => toAnswer(finding, judge));
}

/** A Bundle is at hand whole: its Conditions find their Patient and neighbours wherever they stand. */
function judgeBundle(resources: readonly Resource[], judge: Judge): readonly Answer[] {
  const patients = resources.filter(isPatient);
  const conditions = resources.filter(isCondition);
  const answers = new Map<Resource, Answer>();
  for (const patient of patients) {
    const own = conditions.filter((condition) => isAbout(condition, patient));
    const group = { patient, conditions: own.map(({ content }) => mapCondition(content)) };
    answersOf(group, judge).forEach((answer, at) => {
      const condition = own[at];
      if (condition) answers.set(condition, answer);
    });
  }
  return conditions.map((condition) => answers.get(condition) ?? alone(condition, judge));
}

function alone({ content }: ConditionResource, judge: Judge): Answer {
  const [finding] = judge.findings(null, [mapCondition(content)]);
  if (!finding) throw new Error('A lookup gives one finding for each Condition.');
  return { ...toAnswer(finding, judge), context: 'missing' };
}

function toAnswer(finding: Finding, judge: Judge): Answer {
  const { evidence, verdict, entity, candidates, reasons, spread } = finding;
  const { rules: keys, codings } = provenanceOf(finding);
  return {
    id: evidence.id,
    ...(evidence.versionId !== undefined && { version: evidence.versionId }),
    verdict,
    entity,
    candidates,
    reasons: keys.map(judge.sentence),
    keys,
    codings,
    sources: {
      entity: entity === null ? [] : judge.sourcesOfEntity(entity),
      codings: reasons.map(({ coding }) => (coding === undefined ? [] : judge.sourcesOfCode(coding))),
    },
    knowledge: judge.knowledge,
    ...(spread && { spread }),
  };
}

type ConditionResource = Resource & { readonly content: Condition };

function isPatient({ resourceType }: Resource): boolean {
  return resourceType === 'Patient';
}

/** By its own word only; `mapCondition` takes nothing on trust. */
function isCondition(resource: Resource): resource is ConditionResource {
  return resource.resourceType === 'Condition';
}

function isAbout({ content }: ConditionResource, { content: patient, fullUrl }: Resource): boolean {
  const reference: unknown = (content.subject as { reference?: unknown } | undefined | null)?.reference;
  if (typeof reference !== 'string') return false;
  const id: unknown = 'id' in patient ? patient.id : undefined;
  return reference === fullUrl || (typeof id === 'string' && lastTwo(reference) === `Patient/${id}`);
}

/** `https://ehr.example/fhir/Patient/1/_history/2` is `Patient/1`. */
function lastTwo(reference: string): string {
  return reference
    .replace(/\/_history\/.*$/, '')
    .split('/')
    .slice(-2)
    .join('/');
}

const SEXES: readonly Sex[] = ['male', 'female', 'other', 'unknown'];

function sexOf({ content }: Resource): Sex | null {
  const gender: unknown = 'gender' in content ? content.gender : undefined;
  return SEXES.find((sex) => sex === gender) ?? null;
}
