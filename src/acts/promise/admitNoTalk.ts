import { later, MINUTE_MS, type Commitment, type Concern } from '../../vocabulary';
import { sayWhen } from '../../wording';
import type { ActContext } from '../context';
import { planErrand } from '../planErrand';
import { textsHaveEnded } from '../say/canBeTexted';
import { howToSayTo } from '../say/howToSayTo';
import { sayToPractitioner } from '../say/sayToPractitioner';
import { sayToYoungPerson } from '../say/sayToYoungPerson';
import type { Stores } from '../stores';
import { calledOnRoster } from '../who/findStaff';
import { leadsNow } from '../who/leadsNow';
import { keepAsMissed, noteAdmitted } from './keepCommitments';

/** Whoever said they would speak is asked this long after the moment; as long again, and it is admitted. */
export const TALK_GRACE_MS = 15 * MINUTE_MS;

/**
 * Somebody said they would speak with the young person, and nobody has noted that they did. First they are asked; then
 * the young person hears honestly that it has not happened, and whoever leads is asked too.
 */
export async function admitNoTalk(
  ctx: ActContext,
  tx: Stores,
  concern: Concern,
  commitment: Commitment,
): Promise<void> {
  const now = ctx.clock.now();
  const admitAt = later(commitment.dueAt, 2 * TALK_GRACE_MS);
  if (now >= admitAt) return admit(ctx, tx, concern, commitment);
  const { id, line } = commitment;
  await askWhether(ctx, tx, concern, commitment, commitment.who);
  await planErrand(ctx, tx, { kind: 'commitment-due', subject: id, line, dueAt: admitAt });
}

async function askWhether(
  ctx: ActContext,
  tx: Stores,
  { reference }: Concern,
  { dueAt }: Commitment,
  who: string | null,
): Promise<void> {
  if (who === null) return;
  const { timeZone: zone } = (await tx.roster.snapshot()).organisation;
  const time = sayWhen(dueAt, ctx.clock.now(), { zone, language: 'en' });
  const values = { time, code: reference, link: ctx.concernLink(reference) };
  await sayToPractitioner(ctx, tx, who, 'talk-not-noted', values);
}

async function admit(ctx: ActContext, tx: Stores, concern: Concern, commitment: Commitment): Promise<void> {
  const now = ctx.clock.now();
  const roster = await tx.roster.snapshot();
  const line = await tx.lines.lock(concern.line);
  const leads = leadsNow(roster, now).map((one) => one.id);
  const next = [concern.case.holder, ...leads].find((one) => one !== null && one !== commitment.who) ?? null;
  for (const one of new Set([commitment.who, next])) await askWhether(ctx, tx, concern, commitment, one);
  if (textsHaveEnded(line)) return keepAsMissed(ctx, tx, [commitment]);
  const how = howToSayTo(roster, line);
  const say = ctx.wording.fill('spoke-late', {
    ...how,
    values: {
      who: calledOnRoster(roster, commitment.who),
      next: calledOnRoster(roster, next),
      time: sayWhen(commitment.dueAt, now, {
        zone: roster.organisation.timeZone,
        language: ctx.wording.languageOf('spoke-late', how.language),
      }),
    },
  });
  await sayToYoungPerson(ctx, tx, { line, say, channel: line.lastChannel, concern });
  await noteAdmitted(ctx, tx, commitment);
}
