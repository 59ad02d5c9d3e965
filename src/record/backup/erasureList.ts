import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { HouseError } from '../../errors';
import type { Keys } from '../../keys';
import type { Erasure } from '../../vocabulary';

const PLACE = 'erasures';

/** The list of what was destroyed is missing, or opens with other keys. */
export class ErasureListFault extends HouseError {}

/**
 * What was destroyed, one sealed line each, in a file kept where backups are: a backup made before brings it all back,
 * and only what lies outside the record still knows. The file is there from the first opening on, empty while nothing
 * was destroyed, so that one that is missing is known to be lost. Several processes may add to it.
 */
export function openErasureList(options: { readonly file: string; readonly keys: Keys }): {
  note(erasure: Erasure): Promise<void>;
} {
  const { file, keys } = options;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
  return {
    /** On the disk when it returns; throws what the disk says. A line cut off by a power cut spoils no other. */
    async note(erasure) {
      const handle = await open(file, 'a', 0o600);
      try {
        await handle.appendFile(`\n${keys.seal(JSON.stringify(erasure), PLACE)}\n`);
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
  };
}

/** Every entry in the order it was noted, and how many lines were cut off. Throws `ErasureListFault`. */
export async function readErasures(options: {
  readonly file: string;
  readonly keys: Keys;
}): Promise<{ readonly erasures: readonly Erasure[]; readonly damaged: number }> {
  const { file, keys } = options;
  if (!existsSync(file))
    throw new ErasureListFault(
      'erasures-missing',
      `There is no list of what was destroyed at ${file}. Name it with ERASURES_FILE; if it is lost, see restore --help.`,
    );
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  const erasures = lines.map((line) => openLine(keys, line)).filter((one) => one !== null);
  if (lines.length > 0 && erasures.length === 0)
    throw new ErasureListFault(
      'erasures-other-keys',
      'The list of what was destroyed does not open: set KEYS to those it was made with.',
    );
  return { erasures, damaged: lines.length - erasures.length };
}

function openLine(keys: Keys, line: string): Erasure | null {
  try {
    return JSON.parse(keys.open(line, PLACE)) as Erasure;
  } catch {
    return null;
  }
}
