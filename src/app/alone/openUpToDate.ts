import type { Clock } from '../../acts';
import { openKeys } from '../../keys';
import { openRecord, type OpenRecord, type Where } from '../../record';

/** The embedded record of a folder, up to date: for measurements that kill whoever has it open. */
export function openFolderRecord(dataDir: string, keys: string, clock: Clock): Promise<OpenRecord> {
  return openUpToDate({ dataDir }, keys, clock);
}

/** The record of a Postgres, up to date: for measurements that look into it from outside. */
export function openServerRecord(url: string, keys: string, clock: Clock): Promise<OpenRecord> {
  return openUpToDate({ url }, keys, clock);
}

async function openUpToDate(where: Where, keys: string, clock: Clock): Promise<OpenRecord> {
  const open = await openRecord({ ...where, keys: openKeys(keys), clock });
  await open.migrate();
  return open;
}
