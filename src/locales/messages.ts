import en from './en.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };

/** The languages of the screens (D12); the booklet has its own. */
export type Locale = 'nl' | 'en';

/** A text of the screens, named `screen.element.meaning`. Dutch says which exist. */
export type MessageKey = keyof typeof nl;

// A key that English lacks does not compile.
const MESSAGES: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = { nl, en };

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
  return Object.hasOwn(nl, name);
}
