import { localDateOf, localTimeOf, nextSafeMoment, nextWeeklySlot, withinSafeHours } from '../../rota';
import {
  atLeast,
  HOUR_MS,
  later,
  type CheckIn,
  type Concern,
  type Line,
  type Roster,
  type YoungPerson,
  type YoungPersonId,
} from '../../vocabulary';
import { isOnlyAWord, planNote } from '../check-in/checkInRecord';
import { noticeGoingQuiet } from '../check-in/noticeGoingQuiet';
import type { ActContext } from '../context';
import { planErrand } from '../planErrand';
import type { Stores } from '../stores';
import { staffingNow } from '../who/staffingNow';
import { answer } from './takeTurn';

export interface CheckInWanted {
  readonly youngPerson: YoungPersonId;
  /** The agreed slot has come, or somebody asked for one now (rehearsal, a mentor's page). */
  readonly why: 'slot' | 'now';
}

/** A check-in is not asked for again this soon after the last one went out. */
const NOT_AGAIN_WITHIN_MS = 6 * HOUR_MS;

/** So many are looked at for the last one that went out: words for the next visit lie among them. */
const LATEST = 10;

/** Starts a check-in in a transaction of its own. */
export async function startCheckIn(ctx: ActContext, wanted: CheckInWanted): Promise<void> {
  await ctx.record.transaction((tx) => startCheckInIn(ctx, tx, wanted));
}

/**
 * The agreed hour has come: the service speaks first. It does not, and says why in the record, before joining, after
 * STOP, while missing, while a concern waits to be decided or spoken about, or when nobody watches (an unmonitored
 * check-in would be a promise nobody keeps). Outside safe hours a slot is let go, and one asked for now waits for them.
 */
export async function startCheckInIn(ctx: ActContext, tx: Stores, wanted: CheckInWanted): Promise<void> {
  const roster = await tx.roster.snapshot();
  const person = roster.youngPeople.find((one) => one.id === wanted.youngPerson);
  if (!person) return;
  const now = ctx.clock.now();
  const line = await tx.lines.lockOf(person.id, now, ctx.ids.next());
  if (wanted.why === 'slot') await planNextCheckIn(ctx, tx, roster, person, line);
  const why = await whyNot(ctx, tx, roster, person, line);
  if (why === 'outside-safe-hours' && wanted.why === 'now') return holdUntilSafe(ctx, tx, roster, person, line);
  if (why !== null) {
    await tx.events.append({ line: line.id, name: 'check-in-not-started', at: now, data: { why } });
    return;
  }
  const checkIn: CheckIn = {
    id: ctx.ids.next(),
    youngPerson: person.id,
    date: localDateOf(now, roster.organisation.timeZone),
    slot: wanted.why === 'slot' ? localTimeOf(now, roster.organisation.timeZone) : `now ${now}`,
    startedAt: now,
    finishedAt: null,
    mood: null,
    answers: [],
  };
  if (!(await tx.checkIns.start(checkIn))) return;
  await tx.events.append({
    line: line.id,
    name: 'check-in-started',
    at: now,
    data: { checkIn: checkIn.id, asked: false },
  });
  await noticeGoingQuiet(ctx, tx, person);
  await planNote(ctx, tx, roster, checkIn, line);
  const channel = person.phone ? ('sms' as const) : ('web' as const);
  const fresh: Line = { ...line, lastChannel: channel };
  await answer(ctx, tx, fresh, [], checkIn);
}

/** Asked for now, while nothing may buzz unasked: it begins with their safe hours, before their next slot. */
async function holdUntilSafe(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  person: YoungPerson,
  line: Line,
): Promise<void> {
  const now = ctx.clock.now();
  const until = nextSafeMoment(person.safeHours, roster.organisation.timeZone, now);
  await tx.errands.cancel('check-in', person.id, now);
  await planErrand(ctx, tx, { kind: 'check-in', subject: person.id, line: line.id, dueAt: until });
  const data = { what: 'check-in', until };
  await tx.events.append({ line: line.id, name: 'held-until-safe-hours', at: now, data });
}

/** The next agreed hour, as an errand of its own: the sweep finds it whatever else is lost. */
export async function planNextCheckIn(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  person: YoungPerson,
  line: Line,
): Promise<void> {
  const dueAt = nextWeeklySlot(person.checkIns, roster.organisation.timeZone, ctx.clock.now());
  if (dueAt) await planErrand(ctx, tx, { kind: 'check-in', subject: person.id, line: line.id, dueAt });
}

async function whyNot(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  person: YoungPerson,
  line: Line,
): Promise<string | null> {
  const now = ctx.clock.now();
  const staffing = staffingNow(ctx, roster, person.id);
  const latest = (await tx.checkIns.latestOf(person.id, LATEST)).find((one) => !isOnlyAWord(one));
  const open = await tx.concerns.openOf(line.id);
  if (!person.joinedAt || person.joinedAt > now) return 'not-joined';
  if (person.endsOn && person.endsOn < localDateOf(now, roster.organisation.timeZone)) return 'ended';
  if (line.stoppedAt !== null) return 'stopped';
  if (line.notTheirsAt !== null) return 'phone-not-theirs';
  if (person.missingSince !== null) return 'missing';
  if (line.humanInThread !== null) return 'human-in-the-thread';
  if (open.some((one) => atLeast(one.level, 'urgent') && !isInHand(one))) return 'concern-open';
  if (!staffing.lead && !staffing.second) return 'unmonitored';
  if (latest !== undefined && later(latest.startedAt, NOT_AGAIN_WITHIN_MS) > now) return 'one-went-out';
  if (!withinSafeHours(person.safeHours, roster.organisation.timeZone, now)) return 'outside-safe-hours';
  return null;
}

/** Decided, and spoken about with them: the concern may stay open for weeks, and they are not dropped meanwhile. */
function isInHand({ case: { acts } }: Concern): boolean {
  return (['decided', 'contacted'] as const).every((wanted) => acts.some(({ act }) => act === wanted));
}
