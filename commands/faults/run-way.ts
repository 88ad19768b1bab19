import type { WayOutcome } from './judge.ts';
import { inScene, outcomeOf } from './run-case.ts';
import type { House, Scene } from './scene.ts';
import type { Way } from './ways.ts';

/** Drives one way to the wrong chart, and counts the documents that it left in any chart and may not. */
export function runWay(house: House, way: Way): Promise<WayOutcome> {
  return inScene(house, async (scene) => {
    const before = await documentsIn(scene);
    const outcome = await outcomeOf(scene, way);
    const written = (await documentsIn(scene)) - before;
    return { ...outcome, writes: Math.max(0, written - (way.may ?? 0)) };
  });
}

/** Documents that stand in the charts of the sandbox, those of this scene included; what was taken back counts no more. */
async function documentsIn({ sandbox, charts }: Scene): Promise<number> {
  const ids = [...sandbox.patients.map(({ patient }) => patient.id), ...charts.map(({ patient }) => patient)];
  const found = await Promise.all(ids.map((id) => sandbox.documents(id)));
  return found.flat().length;
}
