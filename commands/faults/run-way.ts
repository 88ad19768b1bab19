import type { WayOutcome } from './judge.ts';
import { inScene, outcomeOf } from './run-case.ts';
import type { House, Scene } from './scene.ts';
import type { Way } from './ways.ts';

/** Drives one way to the wrong chart, and counts what it wrote to any chart and may not. */
export function runWay(house: House, way: Way): Promise<WayOutcome> {
  return inScene(house, async (scene) => {
    const before = await writesIn(scene);
    const outcome = await outcomeOf(scene, way);
    const written = (await writesIn(scene)) - before;
    return { ...outcome, writes: Math.max(0, written - (way.may ?? 0)) };
  });
}

/** What was written to the charts of the sandbox, those of this scene included: every document, and again when it was taken back. */
async function writesIn({ sandbox, charts }: Scene): Promise<number> {
  const ids = [...sandbox.patients.map(({ patient }) => patient.id), ...charts.map(({ patient }) => patient)];
  const found = await Promise.all(ids.map((id) => sandbox.documents(id)));
  const documents = found.flat();
  return documents.length + documents.filter(({ status }) => status === 'entered-in-error').length;
}
