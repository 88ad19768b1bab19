import type { ContentMapFile, VolledigEntry } from './booklet-files.ts';

/** The plan of Volledig as the app reads it; the order of its blocks is that of the file. */
export function compileVolledig({ chapters, blocks, volledig }: ContentMapFile): unknown {
  const { contents_title, opening, front, end, fixed_nl, timeline } = volledig;
  return {
    contentsTitle: contents_title,
    opening,
    front: front.map(({ title_nl, ...rest }) => ({ ...rest, title: title_nl })),
    chapters: volledig.chapters.map(({ id, icon, lead_nl, last }) => {
      const own = blocks.filter(({ chapter, kind }) => chapter === id && kind !== 'hand-over-sheet');
      const ids = own.map((block) => block.id).filter((block) => block !== last);
      return {
        id,
        theme: id,
        icon,
        title: chapters.find((chapter) => chapter.id === id)?.title_nl,
        lead: lead_nl,
        blocks: last === undefined ? ids : [...ids, last],
      };
    }),
    end: {
      id: end.id,
      icon: end.icon,
      title: end.title_nl,
      blocks: end.blocks,
      facts: end.facts.map(({ label_nl, text_nl }) => ({ label: label_nl, text: text_nl })),
    },
    fixed: {
      generalPractitioner: fixed_nl.general_practitioner,
      boldFirst: fixed_nl.bold_first,
      ownLines: fixed_nl.own_lines,
      notesContinued: fixed_nl.notes_continued,
    },
    timeline: timelineWords(timeline),
  };
}

function timelineWords(words: VolledigEntry['timeline']): unknown {
  return {
    yearOne: words.year_one_nl,
    yearTwoLater: words.year_two_nl,
    yearTwoLead: words.year_two_lead_nl,
    yearTwo: words.year_two_now_nl,
    next: words.next_nl,
    now: words.now_nl,
    again: words.again_nl,
    week: words.week_nl,
    afterWeek: words.after_week_nl,
    when: words.when_nl,
    past: words.past_nl,
  };
}
