import type { Handout, HandoutNode, HandoutSection, Sentence } from '../../src/domain/handout/handout.ts';

/**
 * A handout as plain text that a reviewer reads top to bottom: headings, [ ] for a tick box, ____ for a line to write on,
 * → for an address, and the block that says it at the end of a line.
 */
export function handoutText(handout: Handout): string {
  const { cover, back } = handout;
  const lines = [
    ...(handout.trial === null ? [] : [`*** ${handout.trial} ***`, '']),
    `(${handout.title} · ${handout.author} · ${handout.subject} · ${handout.date})`,
    '',
    '=== omslag ===',
    cover.title,
    ...cover.subtitle,
    ...[cover.forWhom, cover.given].filter((text) => text !== null),
    ...handout.chapters.flatMap((chapter) => [
      '',
      `=== ${chapter.id} (${chapter.theme}, ${chapter.icon}) ===`,
      `# ${chapter.number === null ? '' : `${chapter.number}. `}${chapter.title}`,
      ...(chapter.lead === null ? [] : [chapter.lead]),
      ...chapter.sections.flatMap(sectionText),
    ]),
    '',
    '=== achterkant ===',
    `# ${back.title}`,
    back.warning,
    '____',
    back.found,
    '____',
    ...back.help.map(sentenceText),
    back.imprint,
    '',
    `mag wijken: ${handout.givesWay.join(', ')}`,
  ];
  return `${lines.join('\n').replaceAll('\u00A0', ' ')}\n`;
}

/** Every text of a handout that can reach paper, one by one. */
export function printedTexts(handout: Handout): readonly string[] {
  return handoutText(handout)
    .split('\n')
    .filter((line) => !line.startsWith('mag wijken'));
}

function sectionText({ id, title, whole, nodes }: HandoutSection): readonly string[] {
  return ['', `##${whole ? ' (blijft bijeen)' : ''} ${title ?? '–'} (${id})`, ...nodes.flatMap(nodeText)];
}

function sentenceText({ runs, block }: Sentence): string {
  const text = runs.map((run) => (run.link ? `${run.text} <${run.link.url}>` : run.text)).join('');
  return block === null ? text : `${text}  {${block}}`;
}

function nodeText(node: HandoutNode): readonly string[] {
  switch (node.kind) {
    case 'paragraph':
      return node.sentences.map(sentenceText);
    case 'highlight':
      return [`! ${sentenceText(node.heading)}`, ...node.sentences.map((sentence) => `! ${sentenceText(sentence)}`)];
    case 'contact':
      return node.person === null
        ? [...node.ask.map(sentenceText), '____']
        : [node.intro, ...Object.values(node.person).filter((text): text is string => text !== null)];
    case 'emergency':
      return [...(node.phone === null ? [] : [`${node.intro} ${node.phone}`]), ...node.warning.map(sentenceText)];
    case 'actions':
      return node.items.flatMap(({ sentence, lines = 0 }, i) => [
        `${node.numbered ? `${i + 1}. ` : ''}[ ] ${sentenceText(sentence)}`,
        ...Array<string>(lines).fill('    ____'),
      ]);
    case 'reference': {
      const marks = [node.address, node.checked, node.code ? 'QR' : null].filter((mark) => mark !== null);
      return [`→ ${node.label}: ${marks.join(', ')} <${node.url}>`];
    }
    case 'timeline':
      return node.rows.map(({ when, label, next }) => `${next ? '>' : '-'} ${when}: ${label}`);
    case 'week-lines':
      return node.rows.map(({ week, label }) => `- week ${week}: ${label} ____`);
    case 'fill-in':
      return [`${node.label} ____`];
    case 'writing-lines':
      return [`(${node.atLeast} of meer lijnen)`];
    case 'cards':
      return [`${node.copies} × ${node.rows.flatMap(({ labels }) => labels.map((label) => `[${label}]`)).join(' ')}`];
    case 'milestones':
      return node.periods.flatMap(({ title, lead, rows }) => [
        `### ${title}`,
        ...(lead === null ? [] : [lead]),
        ...rows.flatMap(({ when, week, state, steps }) => [
          `${{ past: 'v', next: '>', later: '-' }[state]} ${when}${week === null ? '' : ` (${week})`}`,
          ...steps.flatMap(({ label, action }) => [`    ${label}`, ...(action ? [`    ${sentenceText(action)}`] : [])]),
        ]),
      ]);
    case 'table':
      return [
        node.columns.map(({ label, filledWith }) => `| ${label}${filledWith === 'cross' ? ' [ ]' : ''} `).join(''),
      ];
    case 'yes-no':
      return node.questions.map((question) => `${question} [ ] ${node.yes} [ ] ${node.no}`);
    case 'legend':
      return node.items.map(({ mark, sentence }) => `(${mark}) ${sentenceText(sentence)}`);
    case 'glossary':
      return node.items.map(({ term, meaning }) => `${term}: ${meaning}`);
    case 'facts':
      return node.rows.map(({ label, value }) => `${label}: ${value}`);
    case 'note-pages':
      return [`(bladzijden om op te schrijven; daarna: ${node.continued})`];
    case 'colophon':
      return [`${node.title}.`, ...node.sentences.map(sentenceText)];
  }
}
