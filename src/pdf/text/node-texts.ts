import type { CardRow, HandoutNode, MilestonePeriod } from '../../domain/handout/handout.ts';
import type { Scope } from './text-scope.ts';

type Of<Kind extends HandoutNode['kind']> = Extract<HandoutNode, { kind: Kind }>;
/** What is looked up: rows and addresses. */
type ListNode = Of<'timeline' | 'milestones' | 'legend' | 'glossary' | 'facts' | 'reference'>;
/** What is written on, beside what is read. */
type FormNode = Of<'cards' | 'table' | 'yes-no' | 'fill-in' | 'week-lines' | 'writing-lines' | 'note-pages'>;

// eslint-disable-next-line complexity -- one case per kind of node
export function mapNode(node: HandoutNode, section: string, at: Scope): HandoutNode {
  switch (node.kind) {
    case 'paragraph':
    case 'colophon':
      return { ...node, sentences: at.sentences(section, node.sentences), ...titleOf(node, section, at) };
    case 'highlight':
      return {
        ...node,
        heading: at.sentence(section, node.heading),
        sentences: at.sentences(section, node.sentences),
      };
    case 'contact':
      return mapContact(node, section, at);
    case 'emergency':
      return {
        ...node,
        intro: at.fixed(section, node.intro),
        phone: at.optional('emergency.phone', node.phone),
        warning: at.sentences(section, node.warning),
      };
    case 'actions':
      return {
        ...node,
        items: node.items.map((item) => ({ ...item, sentence: at.sentence(section, item.sentence) })),
      };
    case 'timeline':
    case 'milestones':
    case 'legend':
    case 'glossary':
    case 'facts':
    case 'reference':
      return mapList(node, section, at);
    case 'cards':
    case 'table':
    case 'yes-no':
    case 'fill-in':
    case 'week-lines':
    case 'writing-lines':
    case 'note-pages':
      return mapForm(node, section, at);
  }
}

function mapList(node: ListNode, section: string, at: Scope): HandoutNode {
  switch (node.kind) {
    case 'reference':
      return {
        ...node,
        address: at.value('reference.address', node.address),
        checked: at.optional('reference.checked', node.checked),
      };
    case 'timeline':
      return {
        ...node,
        rows: node.rows.map((row) => ({
          ...row,
          when: at.value('timeline.when', row.when),
          label: at.fixed('timeline.label', row.label),
        })),
      };
    case 'milestones':
      return { ...node, periods: node.periods.map((period) => mapPeriod(period, section, at)) };
    case 'legend':
      return {
        ...node,
        items: node.items.map((item) => ({ ...item, sentence: at.sentence(section, item.sentence) })),
      };
    case 'glossary':
      return {
        ...node,
        items: node.items.map(({ term, meaning }) => ({
          term: at.fixed(section, term),
          meaning: at.fixed(section, meaning),
        })),
      };
    case 'facts':
      return {
        ...node,
        rows: node.rows.map(({ label, value }) => ({
          label: at.fixed(section, label),
          value: at.value('facts', value),
        })),
      };
  }
}

function titleOf(node: Of<'paragraph'> | Of<'colophon'>, section: string, at: Scope): { readonly title?: string } {
  return node.kind === 'colophon' ? { title: at.fixed(section, node.title) } : {};
}

function mapContact(node: Of<'contact'>, section: string, at: Scope): HandoutNode {
  const { person } = node;
  return {
    ...node,
    intro: at.fixed(section, node.intro),
    ask: at.sentences(section, node.ask),
    person: person && {
      name: at.value('contact.name', person.name),
      role: at.optional('contact.role', person.role),
      phone: at.value('contact.phone', person.phone),
      hours: at.optional('contact.hours', person.hours),
    },
  };
}

function mapPeriod({ title, lead, rows }: MilestonePeriod, section: string, at: Scope): MilestonePeriod {
  return {
    title: at.fixed(section, title),
    lead: lead === null ? null : at.fixed(section, lead),
    rows: rows.map((row) => ({
      ...row,
      when: at.value('milestones.when', row.when),
      week: at.optional('milestones.week', row.week),
      steps: row.steps.map(({ label, action }) => ({
        label: at.fixed('milestones.label', label),
        action: action && at.sentence(section, action),
      })),
    })),
  };
}

function mapForm(node: FormNode, section: string, at: Scope): HandoutNode {
  switch (node.kind) {
    case 'week-lines':
      return { ...node, rows: node.rows.map((row) => ({ ...row, label: at.fixed('week-lines.label', row.label) })) };
    case 'fill-in':
      return { ...node, label: at.fixed(section, node.label) };
    case 'writing-lines':
      return node;
    case 'cards':
      return { ...node, rows: node.rows.map((row) => ({ ...row, labels: mapLabels(row.labels, section, at) })) };
    case 'table':
      return {
        ...node,
        columns: node.columns.map((column) => ({ ...column, label: at.fixed(section, column.label) })),
      };
    case 'yes-no':
      return {
        ...node,
        yes: at.fixed(section, node.yes),
        no: at.fixed(section, node.no),
        questions: node.questions.map((question) => at.fixed(section, question)),
      };
    case 'note-pages':
      return { ...node, continued: at.fixed(section, node.continued) };
  }
}

function mapLabels(labels: CardRow['labels'], section: string, at: Scope): CardRow['labels'] {
  const [left, right] = labels;
  return right === undefined ? [at.fixed(section, left)] : [at.fixed(section, left), at.fixed(section, right)];
}
