import { byDay } from '../../rota';
import {
  HOUR_MS,
  later,
  type Event,
  type Instant,
  type Line,
  type LineId,
  type NoticeChannel,
  type PractitionerId,
  type ReturnTalkOutcome,
  type Roster,
  type YoungPersonId,
} from '../../vocabulary';
import { sayWhen } from '../../wording';
import type { ActContext } from '../context';
import { planErrand } from '../planErrand';
import { sayToPractitioner } from '../say/sayToPractitioner';
import type { Stores } from '../stores';
import { isKeptFrom } from '../who/isKeptFrom';
import { leadsNow } from '../who/leadsNow';
import { staffingNow } from '../who/staffingNow';
import { keepsApart, openForPart, type NotOpened } from './openForPart';

/** Hours before the talk has to have been offered: first their own people hear, then whoever leads as well. */
const REMINDED_HOURS_BEFORE = { first: 24, last: 6 } as const;

export interface TalkNoted {
  readonly youngPerson: YoungPersonId;
  readonly by: PractitionerId;
  readonly outcome: ReturnTalkOutcome;
}

export type Noted =
  { readonly result: 'recorded' } | { readonly result: 'refused'; readonly why: NotOpened | 'no-talk-open' };

/** Somebody notes how the offer of a talk went, which ends its clock. Noted by somebody kept from them it is kept apart. */
export async function recordReturnTalk(ctx: ActContext, { youngPerson, by, outcome }: TalkNoted): Promise<Noted> {
  return ctx.record.transaction(async (tx) => {
    const opened = await openForPart(ctx, tx, { youngPerson, by });
    if (typeof opened === 'string') return { result: 'refused', why: opened };
    if (await keepsApart(ctx, tx, opened, 'return-talk-recorded')) return { result: 'recorded' };
    const { person, line, now } = opened;
    if ((await openTalk(tx, line.id)) === null) return { result: 'refused', why: 'no-talk-open' };
    const data = { practitioner: by, outcome };
    await tx.events.append({ line: line.id, name: 'return-talk-recorded', at: now, data });
    await tx.errands.cancel('return-talk', person.id, now);
    return { result: 'recorded' };
  });
}

/** Their return was confirmed, and nobody has noted since how the offer went. */
async function openTalk(tx: Stores, line: LineId): Promise<Event | null> {
  const confirmed = await tx.events.latest(line, 'return-confirmed');
  const recorded = await tx.events.latest(line, 'return-talk-recorded');
  const missing = await tx.events.latest(line, 'marked-missing');
  const isOver = [recorded, missing].some((one) => one !== null && confirmed !== null && one.at >= confirmed.at);
  return isOver ? null : confirmed;
}

/** From the confirmed return on: nobody forgets that `until` is the last moment of the offer. */
export async function planReminder(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  line: Line,
  what: { readonly until: Instant; readonly which: keyof typeof REMINDED_HOURS_BEFORE },
): Promise<void> {
  if (line.youngPerson === null) return;
  const at = later(what.until, -REMINDED_HOURS_BEFORE[what.which] * HOUR_MS);
  await planErrand(ctx, tx, {
    kind: 'return-talk',
    subject: line.youngPerson,
    line: line.id,
    dueAt: byDay(at, roster.organisation.timeZone),
  });
}

/** The 72 hours run out, and nobody has noted that the talk was offered. */
export async function remindOfReturnTalk(ctx: ActContext, tx: Stores, youngPerson: YoungPersonId): Promise<void> {
  const now = ctx.clock.now();
  const roster = await tx.roster.snapshot();
  const line = await tx.lines.lockOf(youngPerson, now, ctx.ids.next());
  const until = (await openTalk(tx, line.id))?.data['until'];
  if (typeof until !== 'string') return;
  const isLast = (await tx.events.latest(line.id, 'return-talk-reminded', { until })) !== null;
  const data = { until, last: isLast };
  await tx.events.append({ line: line.id, name: 'return-talk-reminded', at: now, data });
  if (!isLast) await planReminder(ctx, tx, roster, line, { until, which: 'last' });
  const { mentor, coordinator } = staffingNow(ctx, roster, youngPerson);
  const time = sayWhen(until, now, { zone: roster.organisation.timeZone, language: 'en' });
  const leads = isLast ? leadsNow(roster, now).map(({ id }) => id) : [];
  const theirs = [mentor, coordinator].flatMap((one) => one?.practitioner.id ?? []);
  for (const one of new Set([...leads, ...theirs])) {
    if (await isKeptFrom(tx, line, one)) continue;
    const by: NoticeChannel = leads.includes(one) ? 'sms' : 'email';
    await sayToPractitioner(ctx, tx, one, 'return-talk-not-noted', { time, link: ctx.caseloadLink() }, by);
  }
}
