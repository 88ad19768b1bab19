import type {
  Handout,
  HandoutBack,
  HandoutChapter,
  HandoutCover,
  HandoutSection,
} from '../../domain/handout/handout.ts';
import { mapNode } from './node-texts.ts';
import { type Scope, type TextMapper, scopeOf } from './text-scope.ts';

/** The same handout with every printed text replaced. Addresses behind links are left alone. */
export function mapHandoutTexts(handout: Handout, map: TextMapper): Handout {
  const { trial, ownLinesTitle } = handout;
  return {
    ...handout,
    trial: trial === null ? null : map(trial, { where: 'trial', isValue: false }),
    ownLinesTitle: map(ownLinesTitle, { where: 'ownLinesTitle', isValue: false }),
    cover: mapCoverTexts(handout.cover, map),
    contentsTitle:
      handout.contentsTitle === null ? null : map(handout.contentsTitle, { where: 'contentsTitle', isValue: false }),
    chapters: handout.chapters.map((chapter) => mapChapterTexts(chapter, map)),
    back: mapBackTexts(handout.back, map),
  };
}

export function mapCoverTexts(cover: HandoutCover, map: TextMapper): HandoutCover {
  const at = scopeOf('cover', map);
  return {
    title: at.fixed('title', cover.title),
    subtitle: cover.subtitle.map((line) => at.fixed('subtitle', line)),
    forWhom: at.optional('forWhom', cover.forWhom),
    given: at.optional('given', cover.given),
  };
}

export function mapBackTexts(back: HandoutBack, map: TextMapper): HandoutBack {
  const at = scopeOf('back', map);
  return {
    title: at.fixed('title', back.title),
    warning: at.fixed('warning', back.warning),
    found: at.fixed('found', back.found),
    help: at.sentences('help', back.help),
    imprint: at.value('imprint', back.imprint),
  };
}

export function mapChapterTexts(chapter: HandoutChapter, map: TextMapper): HandoutChapter {
  const at = scopeOf(chapter.id, map);
  return {
    ...chapter,
    title: at.fixed('title', chapter.title),
    lead: chapter.lead === null ? null : at.fixed('lead', chapter.lead),
    sections: chapter.sections.map((section) => mapSection(section, at)),
  };
}

function mapSection(section: HandoutSection, at: Scope): HandoutSection {
  return {
    ...section,
    title: section.title === null ? null : at.fixed(section.id, section.title),
    nodes: section.nodes.map((node) => mapNode(node, section.id, at)),
  };
}
