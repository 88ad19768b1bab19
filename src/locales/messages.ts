import nl from './nl.json' with { type: 'json' };
import type later from './nl-later.json';

/** The languages of the screens (D12); the booklet has its own. */
export type Locale = 'nl' | 'en';

/** A text of the screens, named `screen.element.meaning`. Dutch says which exist. */
export type MessageKey = keyof typeof nl | keyof typeof later;

type Texts = Readonly<Record<MessageKey, string>>;

/** How each language is called by who speaks it. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { nl: 'Nederlands', en: 'English' };

// The first screen has a budget (D39): until the later ones bring their own texts Dutch holds only what it says, and English, for
// which nine in ten clinicians never ask, comes when it is asked for.
const dutch = { ...nl } as Texts;
const MESSAGES: { readonly nl: Texts; en: Texts } = { nl: dutch, en: dutch };

/** Takes in the texts of the later screens; see `later-texts.ts`. */
export function addDutch(texts: typeof later): void {
  Object.assign(dutch, texts);
}

/** Loads the texts of a language; until then its messages are Dutch. Errors: rejects when they do not load (F66). */
export async function loadLanguage(locale: Locale): Promise<void> {
  if (locale !== 'en') return;
  // A key that English lacks does not compile.
  const { default: english }: { readonly default: Texts } = await import('./en.json', { with: { type: 'json' } });
  MESSAGES.en = english;
}

/** A piece of a message: text, or the name of a value that goes there. */
export type MessagePart = { readonly text: string } | { readonly value: string };

/** Splits a message at its placeholders, so that a value can be set as an element of its own. */
export function messageParts(locale: Locale, key: MessageKey): readonly MessagePart[] {
  return MESSAGES[locale][key]
    .split(/\{(\w+)\}/)
    .map((part, index) => (index % 2 === 0 ? { text: part } : { value: part }))
    .filter((part) => !('text' in part && part.text === ''));
}

/**
 * Fills a message in.
 *
 * Errors: a value that is not given stays visible as its name in braces; the tests find it.
 */
export function message(
  locale: Locale,
  key: MessageKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return messageParts(locale, key)
    .map((part) => ('text' in part ? part.text : String(values[part.value] ?? `{${part.value}}`)))
    .join('');
}

/** Whether a text of this name exists: for names that come from outside, such as a status code. */
export function isMessageKey(name: string): name is MessageKey {
  return Object.hasOwn(dutch, name);
}
