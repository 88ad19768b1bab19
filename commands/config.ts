// npm run config -- hash: the knowledge version and content hash that an approval must name (D20).
// npm run config -- check FILE: every fault of a config.json, in the sentences that the app would show.
import { readFileSync } from 'node:fs';
import { compileBooklet } from '../knowledge/compile/compile-booklet.ts';
import { readKnowledgeFile } from '../knowledge/compile/read-files.ts';
import { parseConfigText } from '../src/config/load-config.ts';
import { parseBookletKnowledge } from '../src/knowledge/booklet/parse-booklet-knowledge.ts';

const USAGE = 'npm run config -- hash | check FILE\n';

function contentVersion() {
  return parseBookletKnowledge(compileBooklet(readKnowledgeFile)).version;
}

function printHash(): void {
  process.stdout.write(`${JSON.stringify(contentVersion(), null, 2)}\n`);
}

/** Says every fault, or that there is none and whether the approval is about the content of this version. */
function check(file: string): void {
  const parsed = parseConfigText(readFileSync(file, 'utf8'));
  if (parsed.kind === 'faults') {
    for (const sentence of parsed.faults) process.stderr.write(`${sentence}\n`);
    process.exitCode = 1;
    return;
  }
  process.stdout.write(`${file}: geen fouten.\n${approvalSentence(parsed.config.approval)}\n`);
}

function approvalSentence(
  approval: { readonly knowledgeVersion: string; readonly contentHash: string } | null,
): string {
  const { knowledgeVersion, contentHash } = contentVersion();
  if (approval === null) return 'approval: er is geen goedkeuring. Elk boekje is een proefversie, en opslaan kan niet.';
  return approval.knowledgeVersion === knowledgeVersion && approval.contentHash === contentHash
    ? 'approval: gaat over de tekst van deze versie.'
    : 'approval: gaat over een andere tekst. Elk boekje is een proefversie, en opslaan kan niet.';
}

function main([name, file]: readonly string[]): void {
  if (name === 'hash') {
    printHash();
  } else if (name === 'check' && file !== undefined) {
    try {
      check(file);
    } catch (error) {
      process.stderr.write(`${file}: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    }
  } else {
    process.stderr.write(USAGE);
    process.exitCode = 1;
  }
}

main(process.argv.slice(2));
