import { headingOf, type FaultCase } from './fault-case.ts';
import type { Outcome } from './judge.ts';
import { Scene, type House, type View } from './scene.ts';

/** Drives one case in a tab of its own and says what came of it; what goes wrong on the way is part of the outcome. */
export async function runCase(house: House, one: FaultCase): Promise<Outcome> {
  return inScene(house, (scene) => outcomeOf(scene, one));
}

/** Runs `use` in a tab of its own, against a sandbox without faults and with empty logs. */
export async function inScene<T>(house: House, use: (scene: Scene) => Promise<T>): Promise<T> {
  house.sandbox.clearFaults();
  house.sandbox.clearRequests();
  house.foreign.clearRequests();
  const scene = new Scene(house, await house.context.newPage());
  try {
    return await use(scene);
  } finally {
    await scene.close();
  }
}

export async function outcomeOf(scene: Scene, one: FaultCase): Promise<Outcome> {
  const { number, variant } = one;
  const expected = headingOf(one.shows);
  let error: string | null = null;
  try {
    await one.drive(scene);
    await scene.view.getByRole('heading', { name: expected, exact: true }).first().waitFor();
  } catch (cause) {
    error = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
  }
  const seen = await look(scene.view, expected, one.says ?? []);
  // Counted last: some of what is said comes of a request after the heading.
  const hits = one.hits === undefined ? scene.hits() : one.hits(scene);
  return { number, variant, expected, hits, leaked: scene.house.foreign.requests.length, error, ...seen };
}

/** The heading that stands there: the one that was expected, else all that do; and what else is not said. */
async function look(
  view: View,
  expected: string,
  says: readonly string[],
): Promise<Pick<Outcome, 'heading' | 'unsaid'>> {
  const headings = await view.getByRole('heading').allInnerTexts();
  const shown = headings.find((one) => one === expected) ?? headings.join(' / ');
  const unsaid: string[] = [];
  for (const words of says) {
    if (!(await isSaid(view, words))) unsaid.push(words);
  }
  return { heading: shown === '' ? null : shown, unsaid };
}

/** Some of it arrives a moment after the heading. */
async function isSaid(view: View, words: string): Promise<boolean> {
  try {
    await view.getByText(words).first().waitFor();
    return true;
  } catch {
    return false;
  }
}
