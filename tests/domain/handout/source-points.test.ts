import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { handoutOfCase } from '../../support/cases.ts';
import { handoutText } from '../../support/handout-text.ts';

interface CoverageFile {
  readonly points: readonly {
    readonly point: string;
    readonly what: string;
    readonly volledig: readonly string[];
    /** Points of the Route only. */
    readonly kort?: readonly string[];
  }[];
  /** By case and point: why it does not belong there. */
  readonly absent: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly links: readonly { readonly link: string; readonly url: string; readonly what: string }[];
  readonly absentLinks: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const file = JSON.parse(
  readFileSync(new URL('../../../fixtures/source-points/points.json', import.meta.url), 'utf8'),
) as CoverageFile;
const GOLDENS = new URL('../../../fixtures/goldens/source-points/', import.meta.url);

interface PrintedLine {
  readonly where: string;
  readonly text: string;
  readonly urls: readonly string[];
}

/** Every line of a composed booklet with chapter and section; marks of who says it are left out, they prove nothing. */
function linesOf(name: string, length: 'kort' | 'volledig'): readonly PrintedLine[] {
  let [chapter, section] = ['omslag', ''];
  return handoutText(handoutOfCase(name, length))
    .split('\n')
    .flatMap((line) => {
      const [, level, title = ''] = /^(#{1,2}|===) (.*?)(?: ===| \([^)]*\))?$/.exec(line) ?? [];
      if (level !== undefined) {
        if (level === '##') section = title.replace(/^(\(blijft bijeen\) )?(– )?/, '');
        else [chapter, section] = [title, ''];
        return [];
      }
      const text = line
        .replace(/ {2}\{[^}]*\}$/, '')
        .replace(/ <[^>]*>/g, '')
        .replace(/^(\d+\. )?(\[ \]|→|!|v|>|-) /, '')
        .trim();
      const urls = [...line.matchAll(/<([^>]*)>/g)].map(([, url = '']) => url);
      return text === '' ? [] : [{ where: section === '' ? chapter : `${chapter} · ${section}`, text, urls }];
    });
}

const cell = (text: string): string => text.replaceAll('|', '/');

function pointRows(name: string, length: 'kort' | 'volledig'): readonly (readonly [string, string, string])[] {
  const lines = linesOf(name, length);
  const body = lines.filter(({ where }) => !where.startsWith('Woorden'));
  return file.points.flatMap(({ point, what, ...phrases }) => {
    const wanted = phrases[length];
    if (wanted === undefined) return [];
    const found = body.filter(({ text }) => wanted.some((phrase) => text.includes(phrase)));
    const why = file.absent[name]?.[point];
    const printed = found.map(({ where, text }) => `${text} (${where})`).join('<br>');
    return [[point, what, printed || (why === undefined ? 'MISSING' : `Not here: ${why}`)] as const];
  });
}

describe.each(['leiomyosarcoma', 'everything-on'])('coverage of the source by %s', (name) => {
  it.each(['volledig', 'kort'] as const)('every point stands in %s', async (length) => {
    const rows = pointRows(name, length);
    expect(rows).toHaveLength(length === 'volledig' ? 53 : 32);
    expect(rows.filter(([, , printed]) => printed === 'MISSING').map(([point]) => point)).toEqual([]);
    const table = [
      '| point | the source says | printed as |',
      '| --- | --- | --- |',
      ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
    ];
    await expect(`${table.join('\n')}\n`).toMatchFileSnapshot(new URL(`${name}-${length}-points.md`, GOLDENS).pathname);
  });

  it('every link stands in Volledig', async () => {
    const lines = linesOf(name, 'volledig');
    const rows = file.links.map(({ link, url, what }) => {
      const places = [...new Set(lines.filter(({ urls }) => urls.includes(url)).map(({ where }) => where))];
      const why = file.absentLinks[name]?.[link];
      return [link, what, places.join('<br>') || (why === undefined ? 'MISSING' : `Not here: ${why}`)] as const;
    });
    expect(rows).toHaveLength(29);
    expect(rows.filter(([, , places]) => places === 'MISSING').map(([link]) => link)).toEqual([]);
    const table = [
      '| link | to | printed in |',
      '| --- | --- | --- |',
      ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
    ];
    await expect(`${table.join('\n')}\n`).toMatchFileSnapshot(new URL(`${name}-links.md`, GOLDENS).pathname);
  });

  it('a point that is said not to be there is not', () => {
    const printed = pointRows(name, 'volledig').filter(([, , text]) => text.startsWith('Not here'));
    expect(printed.map(([point]) => point)).toEqual(Object.keys(file.absent[name] ?? {}));
  });
});
