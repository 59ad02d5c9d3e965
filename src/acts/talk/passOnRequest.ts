import type { Facts, Line, PractitionerId, Roster, TurnWish } from '../../vocabulary';
import type { ActContext } from '../context';
import { sayToPractitioner } from '../say/sayToPractitioner';
import type { Stores } from '../stores';
import { youngPersonOf } from '../who/findStaff';

const TEMPLATE = 'person-asked-for';

/**
 * They asked for a person: their own practitioner is texted when working, else whoever is on call, and the practitioner
 * finds an e-mail. Whom they named, or asked for in another's place, hears of it alone. A complaint or a wish about
 * their data goes to the one who was named as answering it.
 */
export async function passOnRequest(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  line: Line,
  turn: { readonly facts: Facts; readonly wishes: readonly TurnWish[] },
): Promise<void> {
  const promised = turn.wishes.find((one) => one.wish === 'commit' && one.what === 'will-text');
  const named = promised?.wish === 'commit' ? promised.who : null;
  const hidden = new Set(turn.facts.notThem);
  const mentor = youngPersonOf(roster, line)?.mentor ?? null;
  const works = turn.facts.mentor?.available === true;
  const asked = turn.wishes.find((one) => one.wish === 'person-asked-for');
  if (asked?.wish === 'person-asked-for' && asked.of !== undefined) {
    const { lead, second, coordinator } = turn.facts;
    const isThere = [lead?.id, second?.id].includes(asked.of) || coordinator?.available === true;
    return tell(ctx, tx, asked.of, isThere ? 'sms' : 'email');
  }
  if (asked?.wish === 'person-asked-for' && asked.quietly === true) {
    const reader = mentor !== null && !hidden.has(mentor) ? mentor : (turn.facts.coordinator?.id ?? null);
    if (reader !== null) return tell(ctx, tx, reader, works && reader === mentor ? 'sms' : 'email');
  }
  const onCall = turn.facts.lead?.id ?? turn.facts.second?.id ?? null;
  const texted = named ?? (works ? mentor : onCall);
  if (texted !== null && !hidden.has(texted)) await tell(ctx, tx, texted, 'sms');
  const mentorToo = named === null && mentor !== null && texted !== mentor && !hidden.has(mentor);
  if (mentorToo) await tell(ctx, tx, mentor, 'email');
}

async function tell(ctx: ActContext, tx: Stores, who: PractitionerId, by: 'sms' | 'email'): Promise<void> {
  await sayToPractitioner(ctx, tx, who, TEMPLATE, { link: ctx.caseloadLink() }, by);
}
