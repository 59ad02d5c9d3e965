import { join } from 'node:path';
import type { Config } from '../config';

/** Where the journal of a day's messages stands; null where the record needs none (Postgres), or nobody depends on it. */
export function journalFolder({
  mode,
  databaseUrl,
  dataDir,
}: Pick<Config, 'mode' | 'databaseUrl' | 'dataDir'>): string | null {
  return mode !== 'live' || databaseUrl ? null : join(dataDir, 'journal');
}
