import { nextSafeMoment, withinSafeHours } from '../rota';
import {
  MINUTE_MS,
  msBetween,
  type Delivery,
  type Instant,
  type Line,
  type NoticeChannel,
  type Practitioner,
  type Roster,
} from '../vocabulary';
import type { ActContext } from './context';
import { practitionerOf, youngPersonOf } from './findStaff';
import type { LockedDelivery } from './lockDelivery';
import type { Stores } from './stores';
import { settleRefusal } from './settleRefusal';

/** An answer to their own text is one only this long; later it is unasked. */
const ANSWER_FOR_MS = 10 * MINUTE_MS;

export type Checked =
  | { readonly may: 'send'; readonly delivery: Delivery; readonly address: string }
  /** Already settled in this transaction: held for a safe hour, dropped, or refused. */
  | { readonly may: 'not-now' };

const NOT_NOW: Checked = { may: 'not-now' };

/**
 * Asked again at every attempt to send: STOP, "phone not theirs", safe hours and the class of the text may have
 * changed since it was written. What may no longer go is swapped for its neutral form, held, or dropped.
 */
export async function checkBeforeSending(
  ctx: ActContext,
  tx: Stores,
  { delivery, line }: LockedDelivery,
): Promise<Checked> {
  const roster = await tx.roster.snapshot();
  if (delivery.to.practitioner !== undefined) return checkStaff(ctx, tx, roster, delivery, delivery.to.practitioner);
  if (line === null) throw new Error('a text to a young person belongs to a line');
  return checkYoungPerson(ctx, tx, roster, delivery, line);
}

async function checkStaff(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  delivery: Delivery,
  id: string,
): Promise<Checked> {
  const practitioner = practitionerOf(roster, id);
  const address = practitioner && addressOf(practitioner, delivery.channel as NoticeChannel);
  if (!address || practitioner.leftAt !== null) {
    await settleRefusal(ctx, tx, delivery, 'bad-number');
    return NOT_NOW;
  }
  return { may: 'send', delivery, address };
}

function addressOf(practitioner: Practitioner, channel: NoticeChannel): string | null {
  return channel === 'email' ? practitioner.email : practitioner.phone;
}

async function checkYoungPerson(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  delivery: Delivery,
  line: Line,
): Promise<Checked> {
  const now = ctx.clock.now();
  const person = youngPersonOf(roster, line);
  if (delivery.channel === 'web') return { may: 'send', delivery, address: line.id };
  const phone = person ? person.phone : line.unknownPhone;
  if (!phone || isStopped(delivery, line) || line.notTheirsAt !== null) {
    await tx.deliveries.save({ ...delivery, state: 'withdrawn', dueAt: null });
    const why = line.stoppedAt !== null ? 'stopped' : phone ? 'phone-not-theirs' : 'no-phone';
    await tx.events.append({ line: line.id, name: 'delivery-refused', at: now, data: { delivery: delivery.id, why } });
    return NOT_NOW;
  }
  if (isWantedNow(delivery, line, now)) return { may: 'send', delivery, address: phone };
  const zone = roster.organisation.timeZone;
  const neutral = await swapForNeutral(ctx, tx, delivery, line);
  if (!person || delivery.atAnyHour || withinSafeHours(person.safeHours, zone, now))
    return { may: 'send', delivery: neutral, address: phone };
  const until = nextSafeMoment(person.safeHours, zone, now);
  await tx.deliveries.save({ ...neutral, dueAt: until });
  await tx.events.append({
    line: line.id,
    name: 'held-until-safe-hours',
    at: now,
    data: { delivery: delivery.id, until },
  });
  return NOT_NOW;
}

/** After STOP only the one text goes that answers it, where the carrier has left that to us. */
function isStopped(delivery: Delivery, line: Line): boolean {
  return line.stoppedAt !== null && delivery.template !== 'stopped';
}

/** Danger, a human's own words, and an answer within ten minutes of their own text. */
function isWantedNow(delivery: Delivery, line: Line, now: Instant): boolean {
  if (delivery.class === 'immediate' || delivery.class === 'human') return true;
  return line.lastHeardAt !== null && msBetween(line.lastHeardAt, now) <= ANSWER_FOR_MS;
}

/** From here on it is unasked: only its neutral form may stand on a screen somebody else may see. */
async function swapForNeutral(ctx: ActContext, tx: Stores, delivery: Delivery, line: Line): Promise<Delivery> {
  if (delivery.class === 'unasked' || delivery.neutralText === null || delivery.neutralText === delivery.text) {
    return delivery;
  }
  await tx.events.append({
    line: line.id,
    name: 'swapped-for-neutral',
    at: ctx.clock.now(),
    data: { delivery: delivery.id },
  });
  return { ...delivery, text: delivery.neutralText, class: 'unasked' };
}
