import type { FullBlock, Route } from '../../route/route.ts';
import type { HandoutAction, HandoutSection } from '../handout.ts';
import { actions, paragraph, type SectionNodes } from '../nodes.ts';
import type { Reference } from '../references.ts';
import { actionSentences, plainSentence, readingText } from '../sentence.ts';
import { formNodes } from './form-nodes.ts';
import { stepNodes } from './work-steps.ts';

/** One block as one section: what is so, what you can do, where to read on. */
export function blockSection(block: FullBlock, references: readonly Reference[], route: Route): HandoutSection {
  const { id, title, whole } = block;
  return { id, title, whole, nodes: blockNodes(block, references, route) };
}

/** A reference with a code stands beside the text that leads to it; one without, or where there is no text, at the end. */
function blockNodes(block: FullBlock, references: readonly Reference[], route: Route): SectionNodes {
  const text = textNodes(block, route);
  const beside = references.filter(({ code }) => code && text.length > 0);
  return [...text, ...beside, ...middleNodes(block, route), ...references.filter((one) => !beside.includes(one))];
}

/** Texts with a mark each are no running text. */
function textNodes(block: FullBlock, route: Route): SectionNodes {
  return block.form?.kind === 'legend' ? [] : paragraph(readingText([block], route));
}

function middleNodes(block: FullBlock, route: Route): SectionNodes {
  switch (block.kind) {
    case 'timeline':
    case 'fill-in':
      return [...stepNodes(block, route), ...actionNodes(block, route)];
    case 'question-list':
      return questionNodes(block, route);
    case 'step-plan':
      return [...actions(block.items.map(plainSentence), true), ...actionNodes(block, route)];
    case 'notes':
      return [{ kind: 'note-pages', continued: route.volledig.fixed.notesContinued }];
    default:
      return [...formNodes(block, route), ...actionNodes(block, route)];
  }
}

/** Where a block has lines of its own, they stand under the last of its actions. */
function actionNodes(block: FullBlock, route: Route): SectionNodes {
  const lines = block.form?.kind === 'lines' ? block.form.lines : 0;
  const sentences = actionSentences([block], route);
  const items = sentences.map((sentence, i): HandoutAction =>
    lines > 0 && i === sentences.length - 1 ? { sentence, lines } : { sentence },
  );
  return items.length > 0 ? [{ kind: 'actions', numbered: false, items }] : [];
}

/** Questions with a line for the answer; those to begin with stand out, and a sentence says so. */
function questionNodes({ items, strong }: FullBlock, { volledig }: Route): SectionNodes {
  const questions = items.map((item, i): HandoutAction => ({
    sentence: plainSentence(item),
    lines: 1,
    strong: strong.includes(i),
  }));
  return [
    ...(strong.length > 0 ? paragraph([plainSentence(volledig.fixed.boldFirst)]) : []),
    { kind: 'actions', numbered: false, items: questions },
  ];
}
