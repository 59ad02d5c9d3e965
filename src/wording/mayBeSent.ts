import { DateTime } from 'luxon';
import type { Channel, Instant, LocalTime, OutgoingClass, Style } from '../vocabulary';
import { MINUTE_MS, instantOf, msBetween } from '../vocabulary';

/** For how long a text counts as an answer to theirs. After that it takes its neutral form. */
const ANSWER_FOR_MS = 10 * MINUTE_MS;
/** For how long after their last text a neutral one may still go outside their safe hours. */
const STILL_THERE_FOR_MS = 30 * MINUTE_MS;

export interface SendingMoment {
  readonly class: OutgoingClass;
  readonly style: Style;
  readonly channel: Channel;
  readonly now: Instant;
  /** When they last wrote; null = never. */
  readonly heardAt: Instant | null;
  readonly safeHours: { readonly from: LocalTime; readonly to: LocalTime };
  readonly timeZone: string;
  /** STOP is in force: texts are over, the web chat is not. */
  readonly stopped: boolean;
  /** Somebody else may hold the phone. */
  readonly phoneNotTheirs: boolean;
}

/** `hold` with `until` null: not before something else changes. */
export type MayBeSent =
  | { readonly send: 'as-is' }
  | { readonly send: 'neutral' }
  | {
      readonly send: 'hold';
      readonly until: Instant | null;
      readonly because: 'stopped' | 'phone-not-theirs' | 'safe-hours';
    };

/**
 * What may be sent now: asked afresh at every attempt, because the answer changes while a text waits. `neutral`
 * where a text has no neutral form means: hold it.
 */
export function mayBeSent(moment: SendingMoment): MayBeSent {
  const { class: kind, now, heardAt } = moment;
  const sinceTheirsMs = heardAt === null ? Infinity : msBetween(heardAt, now);
  if (moment.stopped && moment.channel === 'sms') return { send: 'hold', until: null, because: 'stopped' };
  if (moment.phoneNotTheirs) {
    return sinceTheirsMs <= ANSWER_FOR_MS && kind !== 'unasked' && kind !== 'human'
      ? { send: 'neutral' }
      : { send: 'hold', until: null, because: 'phone-not-theirs' };
  }
  if (kind === 'immediate' || kind === 'human') return { send: 'as-is' };
  if (sinceTheirsMs <= ANSWER_FOR_MS) return { send: 'as-is' };
  const until = nextSafeMoment(moment);
  if (until !== null && sinceTheirsMs > STILL_THERE_FOR_MS) return { send: 'hold', until, because: 'safe-hours' };
  if (kind === 'unasked') return { send: 'as-is' };
  if (kind === 'limits' && moment.style === 'ordinary') return { send: 'as-is' };
  return { send: 'neutral' };
}

/** Null when now is inside the safe hours; else when they begin. Hours may run past midnight. */
function nextSafeMoment({ now, safeHours: { from, to }, timeZone: zone }: SendingMoment): Instant | null {
  const local = DateTime.fromISO(now, { zone });
  const time = local.toFormat('HH:mm');
  const inside = from <= to ? time >= from && time < to : time >= from || time < to;
  if (inside) return null;
  const [hour, minute] = from.split(':').map(Number);
  const start = local.set({ hour, minute, second: 0, millisecond: 0 });
  return instantOf((start <= local ? start.plus({ days: 1 }) : start).toJSDate());
}
