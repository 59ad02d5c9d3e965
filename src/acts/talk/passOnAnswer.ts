import type { Line, Roster, Telling, TellingAnswer } from '../../vocabulary';
import type { ActContext } from '../context';
import { letGoOf } from '../promise/keepCommitments';
import { sayToPractitioner } from '../say/sayToPractitioner';
import type { Stores } from '../stores';
import { staffingNow } from '../who/staffingNow';

/** After these nobody is waited for at the moment that was named. */
const CALLS_IT_OFF: readonly TellingAnswer[] = ['no', 'text-me', 'another-time'];

/**
 * What they chose goes to whoever speaks with them, and to whoever had it said: by text when working, else by e-mail.
 * A time they said no to is nobody's promise any more.
 */
export async function passOnAnswer(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  line: Line,
  { telling, answer }: { readonly telling: Telling; readonly answer: TellingAnswer },
): Promise<void> {
  const { concern: id, what, who, by } = telling;
  const data = { concern: id, practitioner: who.id, what, answer };
  await tx.events.append({ line: line.id, name: 'telling-answered', at: ctx.clock.now(), data });
  const concern = await tx.concerns.get(id);
  if (!concern || concern.closed) return;
  if (CALLS_IT_OFF.includes(answer)) await letGoOf(ctx, tx, concern, 'will-speak', 'called-off');
  const { reference } = concern;
  const values = { code: reference, link: ctx.concernLink(reference) };
  const { mentor } = staffingNow(ctx, roster, line.youngPerson);
  for (const one of new Set([who.id, by.id])) {
    const isOff = one === mentor?.practitioner.id && !mentor.available;
    await sayToPractitioner(ctx, tx, one, 'answer-to-telling', values, isOff ? 'email' : 'sms');
  }
}
