import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';

import type { Keys } from '../../keys';
import type { Instant } from '../../vocabulary';
import type { Pool } from '../pool';
import { madeAtOf, openArchive, sealArchive } from './archive';
import { restoreEntries } from './restoreBackup';
import { recordEntries } from './writeBackup';

export { ArchiveFault } from './archive';
export { ErasureListFault, openErasureList, readErasures } from './erasureList';
export { RestoreRefused } from './restoreBackup';

interface Open {
  readonly pool: Pool;
  readonly keys: Keys;
  readonly now: Instant;
}

/** Writes everything the record holds to a sealed file, which is there whole or not at all. Opens with the same `KEYS`. */
export async function backupTo(file: string, { pool, keys, now }: Open): Promise<void> {
  const draft = `${file}.draft`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    for await (const line of sealArchive(keys, { id: randomUUID(), madeAt: now }, recordEntries(pool))) {
      await handle.write(`${line}\n`);
    }
    await handle.sync();
    await handle.close();
    await rename(draft, file);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(draft, { force: true });
    throw error;
  }
}

/** When this backup was made, which anybody may read; null for any other file. */
export async function madeAt(file: string): Promise<Instant | null> {
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  for await (const line of lines) {
    lines.close();
    return madeAtOf(line);
  }
  return null;
}

/**
 * Restores such a file into an empty record. Gives the number of rows. It is read to its end first: one that was cut
 * off or changed leaves the record as empty as it was, for an earlier one.
 */
export async function restoreFrom(file: string, { pool, keys, now }: Open): Promise<number> {
  const entries = () =>
    openArchive(keys, createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity }));
  await readToItsEnd(entries());
  return restoreEntries(pool, entries(), now);
}

/** Throws where a line does not open, or the last one is missing. */
async function readToItsEnd(entries: AsyncGenerator<unknown>): Promise<void> {
  let next = await entries.next();
  while (next.done !== true) next = await entries.next();
}
