import type { BlockEntry, FormEntry, ItemsRuleEntry } from './booklet-files.ts';

/** One block as the app reads it, with the text of both lengths. */
export function compileBlock(block: BlockEntry): unknown {
  const { id, kind, title_nl, include, chosen_by, links, short_nl } = block;
  return {
    id,
    kind,
    title: title_nl,
    include,
    chosenByClinician: chosen_by === 'clinician only',
    links,
    short: short_nl ?? null,
    full: {
      text: block.text_nl,
      actions: block.actions_nl,
      items: block.form || block.items_rule ? [] : block.items_nl,
      strong: block.strong_items ?? [],
      whole: block.whole ?? false,
      form: formOf(block),
    },
  };
}

/** The form with its labels in place of their numbers; a list of words is one too. */
function formOf({ form, items_rule: rule, items_nl: items }: BlockEntry): unknown {
  if (rule) return glossary(rule, items);
  return form ? labelled(form, items) : null;
}

function labelled(form: FormEntry, items: readonly string[]): unknown {
  switch (form.kind) {
    case 'lines':
    case 'legend':
      return form;
    case 'cards':
      return {
        ...form,
        rows: form.rows.map(({ items: cells, lines }) => ({ labels: cells.map((item) => items[item]), lines })),
      };
    case 'table':
      return {
        kind: form.kind,
        columns: form.filled_with.map((filledWith, i) => ({ label: items[i], filledWith })),
      };
    case 'yes-no':
      return { kind: form.kind, yes: form.yes, no: form.no, unanswered: form.default_nl, questions: items };
  }
}

function glossary({ max_items, rank, also_require }: ItemsRuleEntry, items: readonly string[]): unknown {
  return {
    kind: 'glossary',
    atMost: max_items,
    words: items.map((item) => {
      const [term = '', ...meaning] = item.split(': ');
      return {
        term,
        meaning: meaning.join(': '),
        include: also_require[term] ?? { always: true },
        rank: rank.indexOf(term) + 1,
      };
    }),
  };
}
