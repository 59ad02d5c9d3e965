import { staffingFor } from '../../rota';
import type { Roster, Staffing, YoungPersonId } from '../../vocabulary';
import type { ActContext } from '../context';

/** Who stands where for a young person (null: an unknown number) at this moment. */
export function staffingNow(ctx: ActContext, roster: Roster, youngPerson: YoungPersonId | null): Staffing {
  return staffingFor(roster, { youngPerson, now: ctx.clock.now(), proofsRequired: ctx.proofsRequired });
}
