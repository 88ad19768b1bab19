import { createHash } from 'node:crypto';
import type {
  ContractEndEntry,
  DiagnosisEntry,
  ContentMapFile,
  MilestoneEntry,
  OrganisationEntry,
  WorkTimelineFile,
} from './booklet-files.ts';
import { canonicalJson } from './canonical-json.ts';
import { compileBlock } from './compile-block.ts';
import { compileEmployerSheet } from './compile-employer-sheet.ts';
import { compileKort } from './compile-kort.ts';
import { compileVolledig } from './compile-volledig.ts';
import type { ReadKnowledgeFile } from './read-files.ts';

/** Compiled, and unchecked until `src/knowledge` has read it. */
export interface CompiledBooklet {
  readonly content: unknown;
  readonly timeline: unknown;
  readonly organisations: unknown;
  readonly version: { readonly knowledgeVersion: string; readonly contentHash: string };
}

/**
 * All that a booklet is composed from, in the shape the app reads: content, work timeline, organisations, with the version
 * and the hash that an approval is about (D20).
 *
 * Shape:  only what the composed lengths print; notes, sources and unprinted texts stay in the files. The hash also covers how
 *         each diagnosis is named and explained, which is printed too but compiled elsewhere.
 */
export function compileBooklet(read: ReadKnowledgeFile): CompiledBooklet {
  const map = read('content/content-map.json') as ContentMapFile;
  const content = {
    blocks: map.blocks.map(compileBlock),
    kort: compileKort(map),
    volledig: compileVolledig(map),
    employerSheet: compileEmployerSheet(map),
  };
  const timeline = compileTimeline(read('work/work-timeline.json') as WorkTimelineFile);
  const organisations = (read('organisations.json') as readonly OrganisationEntry[]).flatMap(organisation);
  const { knowledgeVersion } = read('version.json') as { readonly knowledgeVersion: string };
  const diagnoses = (read('classification/rare-cancers.json') as readonly DiagnosisEntry[]).map(printedDiagnosis);
  const printed = canonicalJson({ content, timeline, organisations, diagnoses });
  const contentHash = createHash('sha256').update(printed).digest('hex');
  return { content, timeline, organisations, version: { knowledgeVersion, contentHash } };
}

function printedDiagnosis({ id, family, name_in_sentence_nl, explained_nl }: DiagnosisEntry): unknown {
  return [id, family, name_in_sentence_nl, explained_nl];
}

function compileTimeline({ milestones, variant_of_work_status, variants }: WorkTimelineFile): unknown {
  const ofVariant = (name: string): readonly MilestoneEntry[] => {
    const { milestones: own, milestone_ids: ids = [] } = variants[name] ?? {};
    return (own ?? milestones.filter(({ id }) => ids.includes(id))).filter(isDated);
  };
  const ofStatus = Object.entries(variant_of_work_status).map(
    ([status, variant]) => [status, ofVariant(variant)] as const,
  );
  const ends = Object.values(variants).flatMap(({ contract_end }) => contract_end ?? []);
  const checked = [...ofStatus.flatMap(([, entries]) => entries), ...ends].map(({ checked_on }) => checked_on);
  return {
    checkedOn: checked.sort()[0],
    milestones: Object.fromEntries(ofStatus.map(([status, entries]) => [status, entries.map(milestone)])),
    contractEnd: ends.map(contractEnd)[0],
  };
}

/** What may be done at any time or within a window has no date of its own. */
function isDated({ date_rule, print_in_booklet }: MilestoneEntry): boolean {
  return print_in_booklet && date_rule !== 'anytime' && date_rule !== 'window';
}

function milestone({ id, label_nl, action_nl, action_past_nl, date_rule, offset }: MilestoneEntry): unknown {
  const { repeat_every_weeks: everyWeeks, until_week: untilWeek } = offset;
  const repeat = everyWeeks === undefined ? null : { everyWeeks, untilWeek };
  const said = { id, label: label_nl, action: action_nl, pastAction: action_past_nl ?? action_nl };
  return { ...said, rule: date_rule, week: offset.weeks ?? 1, repeat };
}

function contractEnd({ id, label_nl, action_nl, after_status }: ContractEndEntry): unknown {
  return { step: { id, label: label_nl, action: action_nl, pastAction: action_nl }, after: after_status };
}

/** Patient organisations with a website that are for at least one entity. */
function organisation({ id, name, kind, url, address, entities = [] }: OrganisationEntry): readonly unknown[] {
  const named = kind === 'patient-organisation' && url !== null && entities.length > 0;
  return named ? [{ id, name, url, address, entities }] : [];
}
