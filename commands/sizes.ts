// npm run sizes: gzipped sizes of what a page loads before its first screen, against the budgets (fault table, C6 and D39).
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

interface Chunk {
  readonly file: string;
  readonly name?: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

const DIST = new URL('../dist/', import.meta.url);
const read = (file: string): Buffer => readFileSync(new URL(file, DIST));
const manifestOf = (mode: string) =>
  JSON.parse(read(`.vite/${mode}.json`).toString()) as Readonly<Record<string, Chunk>>;
const manifest = { ...manifestOf('app'), ...manifestOf('launch') };
const zipped = (file: string): number => gzipSync(read(file), { level: 9 }).length;

/** All files that the browser must have before a page runs: what it names, what that imports statically, and their styles. */
function filesBefore(html: string): Set<string> {
  const seen = new Set<string>();
  const coming = [
    ...read(html)
      .toString()
      .matchAll(/assets\/[\w.-]+\.(?:js|css)/g),
  ].map(([file]) => file);
  for (let file = coming.pop(); file !== undefined; file = coming.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const { css = [], imports = [] } = Object.values(manifest).find((chunk) => chunk.file === file) ?? {};
    coming.push(...css, ...imports.flatMap((key) => manifest[key]?.file ?? []));
  }
  if (seen.size === 0) throw new Error(`The built ${html} names no file: run npm run build first.`);
  return seen;
}

const pageSize = (html: string): number =>
  zipped(html) + [...filesBefore(html)].reduce((sum, file) => sum + zipped(file), 0);

function dynamicSize(part: string): number {
  const key = Object.keys(manifest).find((name) => name.includes(part));
  const found = key === undefined ? undefined : manifest[key];
  return found === undefined ? Number.NaN : zipped(found.file);
}

const rows = [
  { what: 'launch page', bytes: pageSize('launch.html'), budget: 30_000 },
  {
    what: 'first screen, with what decides and the names of it',
    bytes: pageSize('index.html') + dynamicSize('knowledge/decides') + dynamicSize('knowledge/names'),
    budget: 220_000,
  },
  { what: 'knowledge that decides', bytes: dynamicSize('knowledge/decides'), budget: 60_000 },
];

for (const { what, bytes, budget } of rows) {
  const verdict = bytes <= budget ? 'ok  ' : 'OVER';
  process.stdout.write(`${verdict}  ${what}: ${(bytes / 1000).toFixed(1)} kB of ${(budget / 1000).toFixed(0)} kB\n`);
}
if (rows.some(({ bytes, budget }) => !(bytes <= budget))) process.exitCode = 1;
