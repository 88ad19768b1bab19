import type { Locator, Page } from 'playwright-core';

/** How a clinician works the screens: with a pointer, or with the keyboard alone. */
export interface Hand {
  /** A button or a link. */
  readonly press: (target: Locator) => Promise<void>;
  /** A radio, a checkbox or a switch, on. */
  readonly choose: (target: Locator) => Promise<void>;
  readonly type: (field: Locator, text: string) => Promise<void>;
}

export function pointerHand(): Hand {
  return {
    press: (target) => target.click(),
    choose: (target) => target.check(),
    type: (field, text) => field.fill(text),
  };
}

const MOST_STOPS = 200;
const MOST_ARROWS = 20;

/** Tab to what is wanted, arrows within a choice, Space and Enter. Errors: throws when Tab does not reach it. */
export function keyboardHand(page: Page): Hand {
  const tabTo = async (isThere: () => Promise<boolean>, what: Locator): Promise<void> => {
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      if (await isThere()) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${String(what)}.`);
  };
  const isFocused = (target: Locator) => () => target.evaluate((element) => element === document.activeElement);
  return {
    press: async (target) => {
      await tabTo(isFocused(target), target);
      await page.keyboard.press('Enter');
    },
    choose: async (target) => {
      if (await target.isChecked()) return;
      await tabTo(() => target.evaluate(isInFocusedGroup), target);
      for (let arrows = 0; arrows < MOST_ARROWS && !(await isFocused(target)()); arrows += 1)
        await page.keyboard.press('ArrowDown');
      if (!(await target.isChecked())) await page.keyboard.press('Space');
    },
    type: async (field, text) => {
      await tabTo(isFocused(field), field);
      await page.keyboard.type(text);
    },
  };
}

/** Runs in the page: radios of one name are one stop of Tab. */
function isInFocusedGroup(element: Element): boolean {
  const focused = document.activeElement;
  if (focused === element) return true;
  if (!(focused instanceof HTMLInputElement) || !(element instanceof HTMLInputElement)) return false;
  return focused.type === 'radio' && element.type === 'radio' && focused.name === element.name;
}
