import type { RecallConfig } from './runtime-config.ts';

/** What a release holds, as far as a configuration can name it. */
export interface ReleaseNames {
  readonly entities: ReadonlySet<string>;
  readonly blocks: ReadonlySet<string>;
}

/** A recall that names what this release does not have recalls nothing: said as a fault, before a booklet is made (D21). */
export function recallFaults({ entities, blocks }: RecallConfig, names: ReleaseNames): readonly string[] {
  return [
    ...unknown('recall.entities', entities, names.entities, 'deze diagnose'),
    ...unknown('recall.blocks', blocks, names.blocks, 'dit tekstblok'),
  ];
}

function unknown(place: string, named: readonly string[], known: ReadonlySet<string>, what: string): readonly string[] {
  return named.flatMap((name, i) => (known.has(name) ? [] : [`${place}[${i}]: kent ${what} niet: ${name}.`]));
}
