import type { Route } from '../../src/domain/route/route.ts';
import type { Person } from './people.ts';

/** A person as a page of tables that a reviewer reads: who, what was chosen, which blocks, what is filled in, which dates. */
export function personTable({ name, why, case: from, route }: Person): string {
  const { patient, confirmation, choices, today, booklet } = from;
  const lines = [
    `# ${name}`,
    '',
    why,
    '',
    '| who | |',
    '| --- | --- |',
    `| born | ${patient.birthDate ?? `age ${patient.age ?? 'unknown'}`} |`,
    `| diagnosis | ${confirmation?.entity ?? 'none'}: ${route.diagnosis.nameInSentence} |`,
    `| today | ${today}, version ${booklet.version} |`,
    `| centre | ${centreLine(route)} |`,
    `| organisations | ${route.organisations.map((one) => one.name).join(', ') || 'none: the platform'} |`,
    `| chosen | ${JSON.stringify(choices)} |`,
    '',
    '## Blocks of Volledig (k = in Kort too)',
    '',
    ...blockLines(route),
    '',
    '## Filled in',
    '',
    '| slot | as printed |',
    '| --- | --- |',
    ...Object.entries(route.slots).map(([slot, value]) => `| ${slot} | ${value} |`),
    '',
    '## Dates',
    '',
    ...dateLines(route, today),
  ];
  return `${lines.join('\n').replaceAll('\u00A0', ' ')}\n`;
}

function centreLine({ centre }: Route): string {
  return centre.kind === 'named' ? `named: ${centre.centres.map((one) => one.name).join(', ')}` : centre.kind;
}

function blockLines({ fullBlocks, blocks }: Route): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const id of fullBlocks.keys()) {
    const group = id.slice(0, id.indexOf('-'));
    groups.set(group, [...(groups.get(group) ?? []), blocks.has(id) ? `${id} (k)` : id]);
  }
  return [...groups].map(([group, ids]) => `- ${group}: ${ids.join(', ')}`);
}

function dateLines({ workSteps, work, fullBlocks }: Route, today: string): readonly string[] {
  const announced = [...fullBlocks.values()].some(({ kind }) => kind === 'timeline' || kind === 'fill-in');
  if (workSteps.kind === 'none' || !announced) return ['None.'];
  const inKort = new Set(work.kind === 'none' ? [] : work.rows.map(({ id }) => id));
  const mark = (id: string): string => (inKort.has(id) ? 'k' : '');
  if (workSteps.kind === 'weeks')
    return [
      '| week | step | Kort |',
      '| --- | --- | --- |',
      ...workSteps.rows.map(({ id, week, label }) => `| ${week} | ${label} | ${mark(id)} |`),
    ];
  return [
    '| date | week | step | | Kort |',
    '| --- | --- | --- | --- | --- |',
    ...workSteps.steps.map(
      ({ id, date, week, label }) => `| ${date} | ${week} | ${label} | ${date < today ? 'past' : ''} | ${mark(id)} |`,
    ),
  ];
}
