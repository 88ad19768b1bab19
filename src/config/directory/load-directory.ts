import type { Centre, ListReport, Organisation } from '../../domain/directory.ts';
import { ConfigError } from '../config-error.ts';
import { loadOwnFile } from '../load-own-file.ts';
import type { RuntimeConfig } from '../runtime-config.ts';
import { centreList } from './centres.ts';
import type { Release } from './check-row.ts';
import { ORGANISATION_LIST } from './organisations.ts';
import { readList, type ListKind, type ListReading } from './read-list.ts';

/** The lists of the hospital as far as they may be used. */
export interface OwnDirectory {
  readonly centres: readonly Centre[];
  /** Null: the hospital has no list of its own, so that of the release holds. */
  readonly organisations: readonly Organisation[] | null;
  readonly reports: readonly ListReport[];
}

/**
 * Fetches and reads the hospital's own lists, those that `config.json` names. `base` is the address of `config.json`.
 *
 * Errors: rejects with `ConfigError` when a named list is not there or is no such list; a faulty row is in its report.
 */
export async function loadDirectory(
  { directory, hospital }: Pick<RuntimeConfig, 'directory' | 'hospital'>,
  release: Release,
  base: string,
): Promise<OwnDirectory> {
  const read = <Item>(file: string | null, kind: ListKind<Item>): Promise<ListReading<Item> | null> =>
    file === null ? Promise.resolve(null) : loadList(file, kind, release, base);
  const [centres, organisations] = await Promise.all([
    read(directory.centres, centreList(hospital.name)),
    read(directory.organisations, ORGANISATION_LIST),
  ]);
  const faults = [centres, organisations].flatMap((one) => (one?.kind === 'faults' ? one.faults : []));
  if (faults.length > 0) throw new ConfigError(faults);
  return {
    centres: itemsOf(centres) ?? [],
    organisations: itemsOf(organisations),
    reports: [centres, organisations].flatMap((one) => (one?.kind === 'read' ? [one.report] : [])),
  };
}

async function loadList<Item>(
  file: string,
  kind: ListKind<Item>,
  release: Release,
  base: string,
): Promise<ListReading<Item>> {
  const loaded = await loadOwnFile(new URL(file, base).href);
  return loaded.kind === 'fault'
    ? { kind: 'faults', faults: [`${file}: ${loaded.says}.`] }
    : readList(file, loaded.text, kind, release);
}

function itemsOf<Item>(reading: ListReading<Item> | null): readonly Item[] | null {
  return reading?.kind === 'read' ? reading.items : null;
}
