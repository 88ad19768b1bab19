import { launchProblemText, type LaunchProblem } from '../locales/launch-messages.ts';
import type { Locale } from '../locales/messages.ts';

export interface ProblemDetails {
  /** For the help desk. */
  readonly code: string | null;
  /** Words from outside: the issuer, or what the EHR said. */
  readonly detail?: string | null;
  /** Faults of the configuration, each a sentence. */
  readonly faults?: readonly string[];
  /** Address of the way without an EHR, where the site allows it. */
  readonly byHand?: string | null;
}

/** What the launch and the sign-in throw, as far as the page needs to know it. */
interface Launching {
  readonly kind: LaunchProblem;
  readonly code: string;
  readonly said: string | null;
}

/**
 * Runs the start of a page and shows what ended it. What is no expected end of a launch is a part of the app that did not
 * load or is broken: said with a code of its own, never left as an empty page.
 */
export async function startOrShow(
  container: Element,
  start: () => Promise<void>,
  isLaunchError: (error: unknown) => error is Launching,
): Promise<void> {
  try {
    await start();
  } catch (error) {
    if (isLaunchError(error)) showLaunchProblem(container, error.kind, { code: error.code, detail: error.said });
    else showLaunchProblem(container, 'app-incomplete', { code: 'START-66' });
  }
}

/**
 * Says in the page why the app did not start. Plain DOM and text nodes: the launch page has no React, and what comes from
 * outside is never markup.
 */
export function showLaunchProblem(
  container: Element,
  problem: LaunchProblem,
  { code, detail = null, faults = [], byHand = null }: ProblemDetails,
  locale: Locale = 'nl',
): void {
  const text = launchProblemText(problem, locale, detail);
  const heading = element('h1', text.heading);
  heading.tabIndex = -1;
  const notice = element('div');
  notice.className = 'notice t-info';
  const action = element('p');
  action.append(element('strong', text.actionLabel), ` ${text.action}`);
  notice.append(heading, element('p', text.meaning), action, ...listOf(faults), ...wayByHand(byHand, text.byHand));
  const main = element('main');
  main.className = 'center';
  main.append(notice, ...(code === null ? [] : [codeLine(text.codeLabel, code)]));
  container.replaceChildren(main);
  heading.focus();
}

function listOf(faults: readonly string[]): readonly Element[] {
  if (faults.length === 0) return [];
  const list = element('ul');
  list.append(...faults.map((fault) => element('li', fault)));
  return [list];
}

function wayByHand(address: string | null, text: string): readonly Element[] {
  if (address === null) return [];
  const link = document.createElement('a');
  link.href = address;
  link.textContent = text;
  const line = element('p');
  line.append(link);
  return [line];
}

function codeLine(label: string, code: string): Element {
  const line = element('p');
  line.className = 'soft small';
  line.append(`${label} `, element('code', code));
  return line;
}

function element(name: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
