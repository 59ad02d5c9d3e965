import { mkdirSync } from 'node:fs';
import { systemClock } from '../clock';
import type { Config } from '../config';
import { openKeys } from '../keys';
import { openRecord } from '../record';
import { verifyAnchors } from '../record/anchors';
import { backupTo, restoreFrom } from '../record/backup';
import { keyRingText } from './keyRingText';

/** The record these settings name, and nothing else of the house: for the tools that keep it. */
export interface RecordAlone {
  /** The names of the migrations applied. */
  migrate(): Promise<readonly string[]>;
  backup(file: string): Promise<void>;
  /** `whole` is false when an anchor does not hold: somebody changed the record before the backup was made. */
  restore(file: string): Promise<{ readonly rows: number; readonly whole: boolean }>;
  close(): Promise<void>;
}

export async function openRecordAlone(config: Config): Promise<RecordAlone> {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const keys = openKeys(keyRingText(config));
  const where = config.databaseUrl ? { url: config.databaseUrl } : { dataDir: config.dataDir };
  const open = await openRecord({ ...where, keys, clock: systemClock });
  const at = () => ({ pool: open.pool, keys, now: systemClock.now() });
  return {
    migrate: open.migrate,
    backup: (file) => backupTo(file, at()),
    async restore(file) {
      const rows = await restoreFrom(file, at());
      return { rows, whole: (await verifyAnchors(open.db)).ok };
    },
    close: open.close,
  };
}
