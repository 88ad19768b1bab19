import type { ReadKnowledgeFile } from './read-files.ts';

/** All that a booklet is composed from: content blocks, work timeline, organisations, with version and hash (D20). */
export function compileBooklet(read: ReadKnowledgeFile): unknown {
  return {
    content: read('content/content-map.json'),
    work: read('work/work-timeline.json'),
    organisations: read('organisations.json'),
  };
}
