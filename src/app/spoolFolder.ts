import { join } from 'node:path';
import type { Config } from '../config';

/** Where messages wait while the record is away. */
export function spoolFolder({ spoolDir, dataDir }: Pick<Config, 'spoolDir' | 'dataDir'>): string {
  return spoolDir ?? join(dataDir, 'spool');
}
