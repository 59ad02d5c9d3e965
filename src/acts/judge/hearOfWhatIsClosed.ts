import { tellsAnew, type Concern, type EarlierWords, type Line, type Roster } from '../../vocabulary';
import { hearAfterClosing } from '../concern/hearAfterClosing';
import type { Raise } from '../concern/raise';
import type { ActContext } from '../context';
import type { Stores } from '../stores';
import { holderOfWords } from './holderOfWords';

/**
 * "Yes" or "it was a joke", where all it rests on was decided and closed: whoever closed that hears of it, and no new
 * concern is opened of old words (decision 0062). False where it tells anything new, and where a person has written in
 * the thread since it was closed: then a bare "yes" may answer them, and nobody knows what they asked.
 */
export async function hearOfWhatIsClosed(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  raise: Raise,
  before: readonly EarlierWords[],
): Promise<boolean> {
  const { line, message, assessment } = raise;
  if (tellsAnew(assessment) || line.humanInThread !== null) return false;
  const closed = (await tx.concerns.allOf(line.id)).filter((one) => one.closed !== null);
  const known = holderOfWords(raise, before, closed);
  if (known === undefined || (await hasAPersonWritten(tx, line, known))) return false;
  return hearAfterClosing(ctx, tx, roster, known, message);
}

async function hasAPersonWritten(tx: Stores, line: Line, { closed }: Concern): Promise<boolean> {
  const wrote = await tx.events.latest(line.id, 'person-wrote');
  return wrote !== null && closed !== null && wrote.at > closed.at;
}
