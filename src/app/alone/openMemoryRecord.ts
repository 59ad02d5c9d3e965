import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../acts';
import { newKeys, openKeys } from '../../keys';
import { imageName, openRecord, type OpenRecord } from '../../record';
import { projectRoot } from '../projectRoot';

/**
 * A fresh, migrated, empty record in this process's memory: rehearsal, simulation. A new one takes seconds to make, so
 * an empty one that has started is kept in `.cache/` beside the code for as long as it would be made the same.
 */
export async function openMemoryRecord(clock: Clock): Promise<OpenRecord> {
  const keys = openKeys(newKeys('memory'));
  const file = join(projectRoot(), '.cache', imageName());
  const image = existsSync(file) ? readFileSync(file) : await makeImage(file, clock);
  return openRecord({ memory: true, image, keys, clock });
}

async function makeImage(file: string, clock: Clock): Promise<Uint8Array> {
  const open = await openRecord({ memory: true, keys: openKeys(newKeys('image')), clock });
  await open.migrate();
  const image = await open.image();
  await open.close();
  keepImage(file, image);
  return image;
}

/** Written beside and renamed, so that nobody reads half of one; where it cannot be kept, the next start is slower. */
function keepImage(file: string, image: Uint8Array): void {
  try {
    mkdirSync(join(projectRoot(), '.cache'), { recursive: true });
    const part = `${file}.${process.pid}`;
    writeFileSync(part, image);
    renameSync(part, file);
  } catch {
    return;
  }
}
