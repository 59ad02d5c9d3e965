import type { LineId } from '../../vocabulary';
import type { Db } from '../db';
import type { RepeatedWorry } from './types';

/** What was counted as the third worry of a kind on these lines, oldest first. */
export async function readRepeated(db: Db, lines: readonly LineId[]): Promise<readonly RepeatedWorry[]> {
  return db.all<RepeatedWorry>(
    `select chain_id as line, data->>'about' as about, data->>'kind' as kind, happened_at as at from events
     where chain_id = any($1) and name = 'repeated-worries-found' order by happened_at, n`,
    [lines],
  );
}
