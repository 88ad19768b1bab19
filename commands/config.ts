// npm run config -- hash: the knowledge version and content hash that an approval must name (D20).
import { compileBooklet } from '../knowledge/compile/compile-booklet.ts';
import { readKnowledgeFile } from '../knowledge/compile/read-files.ts';
import { parseBookletKnowledge } from '../src/knowledge/booklet/parse-booklet-knowledge.ts';

const SUBCOMMANDS: Readonly<Record<string, () => void>> = {
  hash: () => {
    const { version } = parseBookletKnowledge(compileBooklet(readKnowledgeFile));
    process.stdout.write(`${JSON.stringify(version, null, 2)}\n`);
  },
};

const [name = ''] = process.argv.slice(2);
const run = Object.hasOwn(SUBCOMMANDS, name) ? SUBCOMMANDS[name] : undefined;
if (run) {
  run();
} else {
  process.stderr.write(`npm run config -- ${Object.keys(SUBCOMMANDS).join(' | ')}\n`);
  process.exitCode = 1;
}
