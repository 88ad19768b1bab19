import type {
  ChapterEntry,
  ContentMapFile,
  KortEntry,
  PageEntry,
  SectionEntry,
  SentenceEntry,
} from './booklet-files.ts';

/** The plan of Kort as the app reads it. */
export function compileKort({ blocks, kort }: ContentMapFile): unknown {
  const [cover] = kort.pages[0] && 'sections' in kort.pages[0] ? kort.pages[0].sections : [];
  const coverBlock = blocks.find(({ id }) => id === cover?.blocks[0]);
  const [forWhom, given] = coverBlock?.short_nl?.text ?? [];
  const backPage = kort.pages.at(-1);
  const [back] = backPage && 'sections' in backPage ? backPage.sections : [];
  return {
    cover: { title: coverBlock?.title_nl, forWhom, given },
    chapters: kort.pages.flatMap(chaptersOf),
    back: { title: back?.title_nl, block: back?.blocks[0] },
    fixed: fixedSentences(kort.fixed_nl),
    leads: Object.fromEntries(Object.entries(kort.leads).map(([name, lead]) => [name, planSentence(lead)])),
    firstThings: {
      print: kort.first_things.print,
      candidates: kort.first_things.candidates.map(planSentence),
    },
    timeline: keyDates(kort.timeline),
    oneOf: kort.one_of,
    givesWay: kort.drop_order,
  };
}

function chaptersOf(page: PageEntry): readonly unknown[] {
  if (page.outside) return [];
  if (page.variants) return page.variants.map((variant) => chapter(variant, variant.include));
  return [chapter(page, { always: true })];
}

function chapter({ id, title_nl, chapter: theme, icon, sections }: ChapterEntry, include: unknown): unknown {
  return { id, include, theme, icon, title: title_nl, sections: sections.map(section) };
}

function section({ id, title_nl, kind, blocks, ...rest }: SectionEntry): unknown {
  const base = { id, title: title_nl, kind, blocks };
  switch (kind) {
    case 'text':
      return { ...base, lead: rest.lead ?? null, codes: rest.qr ?? [] };
    case 'appointments':
      return { ...base, copies: rest.copies, labels: rest.labels_nl };
    case 'lines':
      return { ...base, lines: rest.lines };
    default:
      return base;
  }
}

function planSentence({ text_nl, include, lines }: SentenceEntry): unknown {
  return { text: text_nl, include, lines: lines ?? null };
}

function keyDates({ max_rows, label_nl, always, wia_nl }: KortEntry['timeline']): unknown {
  return { maxRows: max_rows, labels: label_nl, always, wia: wia_nl };
}

function fixedSentences(fixed: KortEntry['fixed_nl']): unknown {
  const camelCase = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(fixed).map(([name, text]) => [camelCase(name), text]));
}
