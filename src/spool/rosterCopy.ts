import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Keys } from '../keys';
import type { Roster } from '../vocabulary';
import { writeDurably } from './durableFile';

const PLACE = 'roster-copy';
const FILE = 'roster.sealed';

/**
 * The last roster, sealed in one file, so that the duty lead can be paged while the record is away. `last` is null when
 * there is none yet, and throws `CannotOpen` when its key is gone.
 */
export function openRosterCopy(options: { readonly folder: string; readonly keys: Keys }): {
  keep(roster: Roster): Promise<void>;
  last(): Promise<Roster | null>;
} {
  const { folder, keys } = options;
  const file = join(folder, FILE);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let keptVersion: string | null = null;
  return {
    /** Writes only when the version moved. */
    async keep(roster) {
      if (roster.version === keptVersion) return;
      await writeDurably(file, keys.seal(JSON.stringify(roster), PLACE));
      keptVersion = roster.version;
    },

    async last() {
      try {
        return JSON.parse(keys.open(await readFile(file, 'utf8'), PLACE)) as Roster;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
  };
}
