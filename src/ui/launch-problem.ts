import { launchProblemText, type LaunchProblem } from '../locales/launch-messages.ts';
import type { Locale } from '../locales/messages.ts';

export interface ProblemDetails {
  /** For the help desk. */
  readonly code: string | null;
  /** Words from outside: the issuer, or what the EHR said. */
  readonly detail?: string | null;
  /** Faults of the configuration, each a sentence. */
  readonly faults?: readonly string[];
}

/**
 * Says in the page why the app did not start. Plain DOM and text nodes: the launch page has no React, and what comes from
 * outside is never markup.
 */
export function showLaunchProblem(
  container: Element,
  problem: LaunchProblem,
  { code, detail = null, faults = [] }: ProblemDetails,
  locale: Locale = 'nl',
): void {
  const text = launchProblemText(problem, locale, detail);
  const heading = element('h1', text.heading);
  heading.tabIndex = -1;
  const notice = element('div');
  notice.className = 'notice t-info';
  const action = element('p');
  action.append(element('strong', text.actionLabel), ` ${text.action}`);
  notice.append(heading, element('p', text.meaning), action, ...listOf(faults));
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
