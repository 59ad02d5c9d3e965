import type { Clock } from '../../acts';
import { openKeys } from '../../keys';
import { openRecord, type OpenRecord } from '../../record';

/** The embedded record of a folder, up to date: for measurements that kill whoever has it open. */
export async function openFolderRecord(dataDir: string, keys: string, clock: Clock): Promise<OpenRecord> {
  const open = await openRecord({ dataDir, keys: openKeys(keys), clock });
  await open.migrate();
  return open;
}
