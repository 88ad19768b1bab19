import type { FullBlock, Route } from '../../route/route.ts';
import { paragraph, type SectionNodes } from '../nodes.ts';
import { plainSentence, readingText } from '../sentence.ts';

/** What a block gives to write on, or its texts with a mark each. Which words are explained is known once the whole booklet is. */
export function formNodes(block: FullBlock, route: Route): SectionNodes {
  const { form } = block;
  switch (form?.kind) {
    case 'cards':
    case 'table':
      return [form];
    case 'yes-no': {
      const { yes, no, questions, unanswered } = form;
      return [{ kind: 'yes-no', yes, no, questions }, ...paragraph([plainSentence(unanswered)])];
    }
    case 'legend': {
      const sentences = readingText([block], route);
      const items = form.marks.flatMap((mark, i) => {
        const sentence = sentences[i];
        return sentence ? [{ mark, sentence }] : [];
      });
      return [{ kind: 'legend', items }];
    }
    case 'glossary':
      return [{ kind: 'glossary', items: form.words.map(({ term, meaning }) => ({ term, meaning })) }];
    default:
      return [];
  }
}
