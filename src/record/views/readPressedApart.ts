import {
  PRESSED_ON_A_PAGE,
  type Instant,
  type LineId,
  type PractitionerId,
  type PressedOnAPage,
} from '../../vocabulary';
import type { Db } from '../db';
import type { PressedApart } from './types';

interface Row {
  chain_id: LineId;
  practitioner: PractitionerId;
  pressed: PressedOnAPage;
  happened_at: Instant;
}

/** Of each of these lines, what was pressed to no effect on a young person's page and nobody has done for good since. */
export async function readPressedApart(
  db: Db,
  lines: readonly LineId[],
): Promise<readonly (PressedApart & { readonly line: LineId })[]> {
  const rows = await db.all<Row>(
    `select chain_id, data->>'practitioner' as practitioner, data->>'pressed' as pressed, happened_at
     from events as apart
     where chain_id = any($1) and name = 'act-kept-apart' and data->>'pressed' = any($2)
       and not exists (
         select 1 from events as done
         where done.chain_id = apart.chain_id and done.name = apart.data->>'pressed' and done.n > apart.n)
     order by happened_at, chain_id, n`,
    [lines, PRESSED_ON_A_PAGE],
  );
  return rows.map((row) => ({ line: row.chain_id, by: row.practitioner, pressed: row.pressed, at: row.happened_at }));
}
