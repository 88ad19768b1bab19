import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import en from '../../src/locales/en.json' with { type: 'json' };
import { launchProblemText, type LaunchProblem } from '../../src/locales/launch-messages.ts';
import { loadLanguage, message, messageParts, type MessageKey } from '../../src/locales/messages.ts';
import '../../src/locales/later-texts.ts';
import later from '../../src/locales/nl-later.json' with { type: 'json' };
import first from '../../src/locales/nl.json' with { type: 'json' };

const nl = { ...first, ...later };
const UI = new URL('../../src/ui/', import.meta.url);
const SCREENS = readdirSync(UI, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
const KEYS = Object.keys(nl) as MessageKey[];
const placeholders = (locale: 'nl' | 'en', key: MessageKey): readonly string[] =>
  messageParts(locale, key)
    .flatMap((part) => ('value' in part ? [part.value] : []))
    .sort();

beforeAll(() => loadLanguage('en'));

describe('D12 the texts of the screens', () => {
  it('say the same things in both languages, with the same values', () => {
    expect(Object.keys(en).sort()).toEqual([...KEYS].sort());
    for (const key of KEYS) expect([key, placeholders('en', key)]).toEqual([key, placeholders('nl', key)]);
  });

  it('are never empty', () => {
    for (const text of [...Object.values(nl), ...Object.values(en)]) expect(text.trim()).not.toBe('');
  });

  it.each([
    ['D6 never claim to detect or to advise', /detect|opspor|herken|advise/i],
    ['do not blame or shout', /ongeldig|mislukt|helaas|fout opgetreden|!/i],
  ])('%s', (_, words) => {
    expect(Object.values(nl).filter((text) => words.test(text))).toEqual([]);
  });

  it('are short: no sentence of more than fifteen words', () => {
    const sentences = Object.values(nl).flatMap((text) => text.split(/(?<=[.?!:])\s+/));
    expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 15)).toEqual([]);
  });

  it('are each said somewhere', () => {
    const source = SCREENS.map((file) => readFileSync(new URL(file, UI), 'utf8')).join('\n');
    // `stop.${why}.title` says every key of that shape.
    const shapes = [...source.matchAll(/`([\w.-]+\$\{[^`]*)`/g)].map(([, shape = '']) => {
      const fixed = shape.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'));
      return new RegExp(`^${fixed.join('[\\w-]+')}$`);
    });
    const isSaid = (key: string): boolean =>
      [`'${key}'`, `"${key}"`].some((quoted) => source.includes(quoted)) || shapes.some((shape) => shape.test(key));
    expect(KEYS.filter((key) => !isSaid(key))).toEqual([]);
    expect(isSaid('evidence.nobody-says-this')).toBe(false);
  });

  it('leave a value that is missing visible', () => {
    expect(message('nl', 'reading.pending')).toBe('Nog bezig: {kinds}');
    expect(message('nl', 'reading.pending', { kinds: 'diagnoses' })).toBe('Nog bezig: diagnoses');
  });
});

describe('why the app did not start', () => {
  it('F01 names the issuer as plain text, shortened, and whom to ask', () => {
    const text = launchProblemText('unknown-issuer', 'nl', `https://evil.example/${'x'.repeat(500)}<b>$&`);
    expect(text.meaning).toContain('https://evil.example/');
    expect(text.meaning.length).toBeLessThan(400);
    expect(text.action).toContain('helpdesk');
  });

  it('F02 says to start from the chart', () => {
    expect(launchProblemText('not-from-chart', 'nl').meaning).toContain('Start deze app vanuit het dossier');
  });

  it('F05 a replacement pattern in the words of the EHR is text', () => {
    expect(launchProblemText('refused-by-ehr', 'nl', 'access_denied $& $1').meaning).toContain('access_denied $& $1');
  });

  it.each<LaunchProblem>(['unknown-issuer', 'refused-by-ehr'])(
    'D40 %s without detail leaves its sentence out',
    (problem) => {
      for (const locale of ['nl', 'en'] as const) {
        const { meaning } = launchProblemText(problem, locale);
        expect(meaning).not.toMatch(/[{}]/);
        expect(meaning).toMatch(/\.$/);
      }
    },
  );
});
