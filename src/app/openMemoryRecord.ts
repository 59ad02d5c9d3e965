import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../acts';
import { newKeys, openKeys } from '../keys';
import { openRecord, type OpenRecord } from '../record';
import { migrationFiles } from '../record/migrate';
import { projectRoot } from './projectRoot';

/**
 * A fresh, migrated, empty record in this process's memory: rehearsal, simulation. A new one takes two seconds to
 * make, so an empty one is kept in `.cache/` beside the code for as long as the migrations stay the same.
 */
export async function openMemoryRecord(clock: Clock): Promise<OpenRecord> {
  const keys = openKeys(newKeys('memory'));
  const file = imageFile();
  if (existsSync(file)) {
    return openRecord({ memory: true, image: readFileSync(file), keys, clock });
  }
  const open = await openRecord({ memory: true, keys, clock });
  await open.migrate();
  keepImage(file, await open.image());
  return open;
}

function imageFile(): string {
  const hash = createHash('sha256');
  for (const { name, hash: own } of migrationFiles()) hash.update(`${name} ${own}\n`);
  return join(projectRoot(), '.cache', `slim-record-${hash.digest('hex').slice(0, 16)}`);
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
