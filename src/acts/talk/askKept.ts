import type { CheckIn, Facts, Line, Message, Roster } from '../../vocabulary';
import { ASKED_FROM_CHECK_IN } from '../check-in/howWasThisDue';
import type { ActContext } from '../context';
import type { Stores } from '../stores';
import { youngPersonOf } from '../who/findStaff';
import { limitsFacts } from './limitsFacts';

/** What facts are made of that nothing a turn does before it speaks can change. */
export interface KeptFacts {
  readonly checkIns: readonly CheckIn[];
  readonly limits: Facts['limits'];
  readonly optOut: Facts['optOut'];
}

/** Asked together, and with the open concerns: a turn spends most of its time waiting for the record. */
export async function askKept(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  line: Line,
  burst: readonly Message[],
): Promise<KeptFacts> {
  const person = youngPersonOf(roster, line);
  const [checkIns, limits, optOut] = await Promise.all([
    person ? tx.checkIns.latestOf(person.id, ASKED_FROM_CHECK_IN) : [],
    limitsFacts(tx, line, person, roster, ctx.clock.now()),
    optOutOf(tx, line, burst),
    tx.concerns.openOf(line.id),
  ]);
  return { checkIns, limits, optOut };
}

/** The carrier has acted on a lone STOP, START or HELP, and answered it: then we do not answer twice. */
async function optOutOf(tx: Stores, line: Line, burst: readonly Message[]): Promise<Facts['optOut']> {
  const last = burst[burst.length - 1];
  if (!last || last.text.trim().includes(' ')) return null;
  const received = await tx.events.latest(line.id, 'message-received', { message: last.id });
  const optOut = received?.data['optOut'];
  return optOut === 'stop' || optOut === 'start' || optOut === 'help' ? optOut : null;
}
