import { mkdirSync } from 'node:fs';
import { systemClock } from '../../clock';
import type { Config } from '../../config';
import { openRecord } from '../../record';
import { verifyAnchors } from '../../record/chain/anchors';
import { eraseAgain } from '../../acts';
import { backupTo, madeAt, readErasures, restoreFrom } from '../../record/backup';
import { erasuresFile } from '../erasuresFile';
import { openKeysOf } from '../keyRingText';

/** The record these settings name, and nothing else of the house: for the tools that keep it. */
export interface RecordAlone {
  /** The names of the migrations applied. */
  migrate(): Promise<readonly string[]>;
  backup(file: string): Promise<void>;
  /** Puts a backup back, and destroys again what was destroyed since it was made, but for a list that is lost. */
  restore(file: string, options: { readonly withoutErasures: boolean }): Promise<Restored>;
  close(): Promise<void>;
}

export interface Restored {
  readonly rows: number;
  /** False when an anchor does not hold: somebody changed the record before the backup was made. */
  readonly whole: boolean;
  /** Entries of the list that were done again, and lines of it that were cut off. */
  readonly erasures: { readonly again: number; readonly damaged: number };
}

/** When a backup was made; null for any other file. */
export { madeAt as backupMadeAt } from '../../record/backup';

/** Opens the record these settings name, and nothing else of the house: for tools that keep it. */
export async function openRecordAlone(config: Config): Promise<RecordAlone> {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const keys = openKeysOf(config);
  const where = config.databaseUrl ? { url: config.databaseUrl } : { dataDir: config.dataDir };
  const open = await openRecord({ ...where, keys, clock: systemClock });
  const at = () => ({ pool: open.pool, keys, now: systemClock.now() });
  return {
    migrate: open.migrate,
    backup: (file) => backupTo(file, at()),
    async restore(file, { withoutErasures }) {
      const list = withoutErasures ? NO_LIST : await readErasures({ file: erasuresFile(config), keys });
      const since = (await madeAt(file)) ?? '';
      const rows = await restoreFrom(file, at());
      const whole = (await verifyAnchors(open.db)).ok;
      const erasures = list.erasures.filter((one) => one.at >= since);
      const again = await eraseAgain({ record: open.record, clock: systemClock }, erasures);
      return { rows, whole, erasures: { again, damaged: list.damaged } };
    },
    close: open.close,
  };
}

const NO_LIST = { erasures: [], damaged: 0 } as const;
