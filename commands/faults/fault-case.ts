import type { FaultArguments, FaultName } from '../../sandbox/faults/fault-options.ts';
import type { GapReason } from '../../src/domain/evidence.ts';
import { launchProblemText, type LaunchProblem } from '../../src/locales/launch-messages.ts';
import { isMessageKey, type MessageKey } from '../../src/locales/messages.ts';
import { askToSave, sayYes } from '../walk/drive.ts';
import { openPreview, say, type Scene } from './scene.ts';

/** One way of one row of the fault table, driven in a browser. */
export interface FaultCase {
  readonly number: string;
  readonly variant: string;
  /** The heading that must stand there at the end: a text of the screens, or why the app did not start. */
  readonly shows: MessageKey | { readonly launch: LaunchProblem };
  /** More of this fault's own words on that screen. */
  readonly says?: readonly string[];
  readonly drive: (scene: Scene) => Promise<void>;
  /** How often the server did it, where no fault of the sandbox counts that. */
  readonly hits?: (scene: Scene) => number;
}

/** The words of a heading, from the locales. */
export function headingOf(shows: FaultCase['shows']): string {
  return typeof shows === 'string' ? say(shows) : launchProblemText(shows.launch, 'nl').heading;
}

/** The line with which the first screen says what was not read, and why. Errors: throws for a type that no text names. */
export function gapLine(type: string, why: GapReason): string {
  const key = `gap.${type}`;
  if (!isMessageKey(key)) throw new Error(`No text names a gap in ${type}.`);
  return `${say(key)}: ${say(`gap.why.${why}`)}`;
}

type Arm = (scene: Scene) => void;

/** Arms one fault of the sandbox. */
export function armed<Name extends FaultName>(name: Name, ...options: FaultArguments<Name>): Arm {
  return (scene) => {
    scene.arm(name, ...options);
  };
}

/** Armed before the launch; the screen that comes of it is waited for by who judges. */
export function onLaunch(arm: Arm): FaultCase['drive'] {
  return async (scene) => {
    const chart = await scene.newChart();
    arm(scene);
    await scene.page.goto(scene.sandbox.launch(chart));
  };
}

/** Armed between the dialog that names the patient and the press that says yes. */
export function onSaving(arm: Arm): FaultCase['drive'] {
  return async (scene) => {
    await openPreview(scene.page, scene.house, await scene.newChart());
    await askToSave(scene.page);
    arm(scene);
    await sayYes(scene.page);
  };
}
