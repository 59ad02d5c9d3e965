import { type Commitment, type Line, type PractitionerId, type Roster } from '../../vocabulary';
import { sayDate } from '../../wording';
import type { ActContext } from '../context';
import { textsHaveEnded } from '../say/canBeTexted';
import { howToSayTo } from '../say/howToSayTo';
import { sayToPractitioner } from '../say/sayToPractitioner';
import { sayToYoungPerson } from '../say/sayToYoungPerson';
import type { Stores } from '../stores';
import { calledOnRoster, practitionerOf } from '../who/findStaff';
import { isKeptFrom } from '../who/isKeptFrom';
import { leadsNow } from '../who/leadsNow';
import { keepAsMissed, keepCommitment, noteAdmitted } from './keepCommitments';

const TEMPLATE = 'answer-late';

/**
 * A person's answer to a complaint, or to a wish about their data, was promised by today. Where the one who was named
 * has written to them since, it is kept. Else whoever was named is asked, whoever leads hears of it, and the young
 * person hears honestly that it does not show here as done.
 */
export async function admitNoAnswer(ctx: ActContext, tx: Stores, commitment: Commitment): Promise<void> {
  const roster = await tx.roster.snapshot();
  const line = await tx.lines.lock(commitment.line);
  if (await hasWritten(tx, commitment)) return keepCommitment(ctx, tx, commitment);
  await askAgain(ctx, tx, roster, line, commitment.who);
  if (textsHaveEnded(line)) return keepAsMissed(ctx, tx, [commitment]);
  await say(ctx, tx, roster, line, commitment);
  await noteAdmitted(ctx, tx, commitment);
}

/** Under their own name, in the thread, after it was promised. */
async function hasWritten(tx: Stores, { id, line, who }: Commitment): Promise<boolean> {
  const made = await tx.events.latest(line, 'commitment-made', { commitment: id });
  const wrote = await tx.events.latest(line, 'person-wrote', who === null ? {} : { practitioner: who });
  return made !== null && wrote !== null && wrote.at >= made.at;
}

async function askAgain(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  line: Line,
  who: PractitionerId | null,
): Promise<void> {
  const named = practitionerOf(roster, who);
  const own = named !== null && named.leftAt === null ? [named.id] : [];
  for (const one of new Set([...own, ...leadsNow(roster, ctx.clock.now()).map(({ id }) => id)])) {
    if (await isKeptFrom(tx, line, one)) continue;
    await sayToPractitioner(ctx, tx, one, 'answer-owed', { link: ctx.caseloadLink() });
  }
}

async function say(ctx: ActContext, tx: Stores, roster: Roster, line: Line, commitment: Commitment): Promise<void> {
  const how = howToSayTo(roster, line);
  const zone = roster.organisation.timeZone;
  const filled = ctx.wording.fill(TEMPLATE, {
    ...how,
    values: {
      who: calledOnRoster(roster, commitment.who),
      date: sayDate(commitment.dueAt, { zone, language: ctx.wording.languageOf(TEMPLATE, how.language) }),
    },
  });
  await sayToYoungPerson(ctx, tx, { line, say: filled, channel: line.lastChannel, concern: null });
}
