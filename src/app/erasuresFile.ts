import { join } from 'node:path';
import type { Config } from '../config';

/** Where it is noted what was destroyed: not in the record, for a restored one would have forgotten it. */
export function erasuresFile({ erasuresFile: file, dataDir }: Pick<Config, 'erasuresFile' | 'dataDir'>): string {
  return file ?? join(dataDir, 'erasures.list');
}
