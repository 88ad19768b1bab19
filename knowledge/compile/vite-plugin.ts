import type { Plugin } from 'vite';
import { compileBooklet } from './compile-booklet.ts';
import { compileClassification } from './compile-classification.ts';
import { readKnowledgeFile } from './read-files.ts';

const MODULES: Readonly<Record<string, () => unknown>> = {
  'virtual:knowledge/decides': () => compileClassification(readKnowledgeFile).decides,
  'virtual:knowledge/names': () => compileClassification(readKnowledgeFile).explains.names,
  'virtual:knowledge/details': () => compileClassification(readKnowledgeFile).explains.details,
  'virtual:knowledge/booklet': () => compileBooklet(readKnowledgeFile),
  'virtual:knowledge/version': () => compileBooklet(readKnowledgeFile).version,
};

/** Compiles the knowledge files at build time into modules that only `src/knowledge` imports. */
export function knowledge(): Plugin {
  return {
    name: 'knowledge',
    resolveId: (id) => (id in MODULES ? `\0${id}` : null),
    load(id) {
      const compile = MODULES[id.slice(1)];
      return compile ? `export default JSON.parse(${JSON.stringify(JSON.stringify(compile()))});` : null;
    },
  };
}
