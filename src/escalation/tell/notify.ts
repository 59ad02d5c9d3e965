import {
  earliest,
  HOUR_MS,
  msBetween,
  SECOND_MS,
  type Capacity,
  type Instant,
  type NoticeChannel,
  type NoticeWording,
  type PractitionerId,
  type Staffed,
} from '../../vocabulary';
import { noteMissed, type Draft, type PendingStep, type Told } from '../standing/progress';
import { channelOf, ORDER_OF_CHANNELS } from '../standing/seats';
import type { Seat } from '../table/pathway';

/**
 * Sends by each channel asked for, or by the next one where that fails at once. An unproven channel (live only) is
 * passed over while a proven one is left; when none is, it is used all the same, because it may well work, but counts
 * as nobody told. E-mail alone wakes nobody: it is sent, and the next seat is asked at once.
 */
export function sendAll(
  draft: Draft,
  step: PendingStep,
  seat: Seat | null,
  as: Capacity,
  who: Staffed,
  wanted: readonly NoticeChannel[],
): boolean {
  const chosen = new Set<NoticeChannel>();
  for (const by of wanted) {
    const state = channelOf(draft, who, by);
    if (state === 'usable') chosen.add(by);
    else {
      const reason = state === 'unproven' ? 'unproven-channel' : state;
      noteMissed(draft, step.run, { as, practitioner: who.practitioner.id, reason, step: step.step });
      const next = ORDER_OF_CHANNELS.find((other) => channelOf(draft, who, other) === 'usable' && !chosen.has(other));
      if (next) chosen.add(next);
    }
  }
  const fallback = ORDER_OF_CHANNELS.filter((by) => channelOf(draft, who, by) === 'unproven');
  const channels = chosen.size > 0 ? [...chosen] : fallback.slice(0, Math.max(1, wanted.length));
  const rings = channels.includes('voice');
  for (const by of channels) send(draft, step, seat, as, who, by, rings);
  return chosen.has('sms') || chosen.has('voice') || wanted.every((by) => by === 'email');
}

/** Told so short a time ago by this step, channel and level, nobody is told again: two clocks ran out together. */
const JUST_NOW_MS = 15 * SECOND_MS;

/** The round that asks everybody again, and a step that repeats by itself, are one asking when they come this close. */
const ONE_ROUND_MS = 60 * SECOND_MS;

/** Makes one notice, unless this person was told by this channel just now. `rings`: they are called as well. */
export function send(
  draft: Draft,
  step: Pick<PendingStep, 'run' | 'step' | 'wording'>,
  seat: Seat | null,
  as: Capacity,
  who: Staffed,
  by: NoticeChannel,
  rings: boolean,
): void {
  const { progress, facts, now } = draft;
  const practitioner = who.practitioner.id;
  const written = wordingNow(draft, step.wording, practitioner);
  const saysNow = written === 'needs-you-now';
  const justNow = Object.values(progress.told).find(
    (told) =>
      told.practitioner === practitioner &&
      told.by === by &&
      (told.at === now ||
        (told.outcome !== 'failed' &&
          told.level === facts.level &&
          msBetween(told.at, now) < oneAskingMs(told, { ...step, saysNow }))),
  );
  if (justNow) {
    if (justNow.as !== as)
      noteMissed(draft, step.run, { as, practitioner, reason: 'same-person-told', step: step.step });
    return;
  }
  const key = `${step.step}/${practitioner}/${by}`;
  const attempt = (progress.told[key]?.attempt ?? 0) + 1;
  const wording = asRung(written, rings);
  const told: Told = {
    run: step.run,
    step: step.step,
    seat,
    practitioner,
    as,
    by,
    wording: step.wording,
    attempt,
    at: now,
    level: facts.level,
    saysNow,
    outcome: 'made',
  };
  progress.told[key] = told;
  progress.places[practitioner] = as;
  draft.happenings.push({
    what: 'notify',
    notice: {
      step: step.step,
      attempt,
      as,
      practitioner,
      by,
      wording,
      needsBy: needsBy(draft, wording),
      doNotRing: facts.doNotRing,
      doNotTellFamily: facts.doNotTellFamily,
    },
  });
}

/**
 * For how long being told by one step counts as being told by another too; 0 when the two say different things.
 * Somebody who sits in several seats, because the others are empty, is told NOW once for all of them.
 */
function oneAskingMs(told: Told, step: Pick<PendingStep, 'run' | 'step'> & Pick<Told, 'saysNow'>): number {
  if (told.step === step.step) return JUST_NOW_MS;
  if (told.run !== step.run) return 0;
  const isRound = [told.step, step.step].includes('all-again');
  return isRound || (told.saysNow === true && step.saysNow === true) ? ONE_ROUND_MS : 0;
}

/** Wordings that name what the young person was told; once it has passed they say "now" instead. */
const NAMES_THE_PROMISE: readonly NoticeWording[] = ['needs-you-by', 'could-not-be-assessed'];

function needsBy(draft: Draft, wording: NoticeWording): Instant | null {
  if (NAMES_THE_PROMISE.includes(wording)) return promised(draft);
  return wording === 'read-within-hours' ? (promised(draft) ?? askedAgainAt(draft)) : null;
}

/** What the young person was told, while it is still to come. */
function promised({ clocks, now }: Draft): Instant | null {
  return clocks.readBy !== null && clocks.readBy > now ? clocks.readBy : null;
}

function askedAgainAt({ progress }: Draft): Instant | null {
  return earliest(...progress.pending.filter((step) => step.again).map((step) => step.dueAt));
}

/**
 * A notice that would name a time already gone, or none, says "now"; so does one about danger now, whichever of several
 * rows it comes from, and the next one to whoever was told "now" a short time ago and has done nothing since: a later
 * hour behind it would read as if it pressed less.
 */
function wordingNow(draft: Draft, wording: NoticeWording, practitioner: PractitionerId): NoticeWording {
  const namesATime = NAMES_THE_PROMISE.includes(wording) || wording === 'read-within-hours';
  const isNow =
    needsBy(draft, wording) === null || draft.facts.level === 'immediate' || wasToldNow(draft, practitioner);
  return namesATime && isNow ? 'needs-you-now' : wording;
}

/** "We are ringing too" is said to nobody whom nobody rings. */
function asRung(wording: NoticeWording, rings: boolean): NoticeWording {
  return wording === 'needs-you-now' && !rings ? 'needs-you-now-unrung' : wording;
}

/** Longer ago than this, "now" belonged to something else. */
const NOW_LASTS_MS = HOUR_MS;

function wasToldNow({ progress, now }: Draft, practitioner: PractitionerId): boolean {
  return Object.values(progress.told).some(
    (told) =>
      told.practitioner === practitioner &&
      told.saysNow === true &&
      msBetween(told.at, now) < NOW_LASTS_MS &&
      progress.acts.every(({ lastAt }) => lastAt < told.at),
  );
}
