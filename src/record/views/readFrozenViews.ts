import type { Act, ActDone, Capacity, ConcernId, LineId, PractitionerId } from '../../vocabulary';
import type { Db } from '../db';
import type { FrozenView } from './types';

type Stood = FrozenView['stood'];

type Frozen = Omit<Stood, 'clocks' | 'acts'> &
  Stood['clocks'] & {
    readonly concern: ConcernId;
    readonly practitioners: readonly PractitionerId[];
    readonly acts: readonly string[];
  };

/** How the concerns of these lines stood for whoever was shut out of them, the first time first. */
export async function readFrozenViews(
  db: Db,
  lines: readonly LineId[],
): Promise<ReadonlyMap<ConcernId, readonly FrozenView[]>> {
  const rows = await db.all<{ data: Frozen }>(
    `select data from events where chain_id = any($1) and name = 'view-frozen' order by chain_id, n`,
    [lines],
  );
  const frozen = new Map<ConcernId, FrozenView[]>();
  for (const { data } of rows) {
    const { concern, practitioners, acts, takenOnBy, readBy, decidedBy, contactedBy, ...others } = data;
    const clocks = { takenOnBy, readBy, decidedBy, contactedBy };
    const stood = { ...others, clocks, acts: acts.map(readAct) };
    frozen.set(concern, [...(frozen.get(concern) ?? []), { practitioners, stood }]);
  }
  return frozen;
}

/** An act as the event holds it: what, by whom, as what, when. */
function readAct(kept: string): ActDone {
  const [act = '', by = '', as = '', at = ''] = kept.split(' ');
  return { act: act as Act, by, as: as as Capacity, at };
}
