import type { Delivery, DeliveryId, Instant, Line, NoticeChannel, Practitioner, Roster } from '../../vocabulary';
import { mayBeSent, type MayBeSent } from '../../wording';
import { hearOfFailedText } from '../concern/hearOfFailedText';
import type { ActContext } from '../context';
import type { Stores } from '../stores';
import { practitionerOf, youngPersonOf } from '../who/findStaff';
import { settleRefusal } from './settleRefusal';

/** An unknown number has agreed no hours: what answers it may go whenever it wrote. */
const ANY_HOUR = { from: '00:00', to: '24:00' } as const;

export type Checked =
  | { readonly may: 'send'; readonly delivery: Delivery; readonly address: string }
  /** Already settled in this transaction: held for a safe hour, dropped, or refused. */
  | { readonly may: 'not-now' };

const NOT_NOW: Checked = { may: 'not-now' };

/**
 * Asked again at every attempt to send, with the delivery and its line locked: STOP, "phone not theirs", safe hours and
 * the class of the text may have changed since it was written. What may no longer go is swapped for its neutral form,
 * held, or dropped.
 */
export async function checkBeforeSending(
  ctx: ActContext,
  tx: Stores,
  delivery: Delivery,
  { roster, line }: ReadForCheck,
): Promise<Checked> {
  const { practitioner } = delivery.to;
  if (practitioner !== undefined) return checkStaff(ctx, tx, roster, delivery, practitioner);
  if (line === null) throw new Error('a delivery to a young person has a line');
  return checkYoungPerson(ctx, tx, roster, delivery, line);
}

/** What the check asks of the record; `line` is null of a delivery to a practitioner. */
export interface ReadForCheck {
  readonly roster: Roster;
  readonly line: Line | null;
}

/** Reads what `checkBeforeSending` asks about: who is here, and the line as it stands. */
export async function readForCheck(tx: Stores, id: DeliveryId): Promise<ReadForCheck> {
  const [roster, line] = await Promise.all([tx.roster.snapshot(), tx.lines.readOfDelivery(id)]);
  return { roster, line };
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
  if (delivery.channel === 'web') return { may: 'send', delivery, address: line.id };
  const person = youngPersonOf(roster, line);
  const phone = person ? person.phone : line.unknownPhone;
  if (!phone) return withdraw(ctx, tx, delivery, line, 'no-phone');
  const verdict = mayGo(roster, line, delivery, ctx.clock.now());
  if (verdict.send === 'as-is') return { may: 'send', delivery, address: phone };
  if (verdict.send === 'hold' && verdict.until === null) return withdraw(ctx, tx, delivery, line, verdict.because);
  const neutral = neutralForm(delivery);
  if (neutral === null) return withdraw(ctx, tx, delivery, line, 'no-neutral-form');
  if (neutral !== delivery) await note(ctx, tx, line, 'swapped-for-neutral', { delivery: delivery.id });
  if (verdict.send === 'neutral' || delivery.atAnyHour) return { may: 'send', delivery: neutral, address: phone };
  await tx.deliveries.save({ ...neutral, dueAt: verdict.until });
  await note(ctx, tx, line, 'held-until-safe-hours', { delivery: delivery.id, until: verdict.until });
  return NOT_NOW;
}

/** After STOP only the one text goes that answers it, where the carrier has left that to us. */
function mayGo(roster: Roster, line: Line, delivery: Delivery, now: Instant): MayBeSent {
  const person = youngPersonOf(roster, line);
  return mayBeSent({
    class: delivery.class === 'staff' ? 'unasked' : delivery.class,
    style: person?.style ?? 'ordinary',
    channel: 'sms',
    now,
    heardAt: line.lastHeardAt,
    safeHours: person?.safeHours ?? ANY_HOUR,
    timeZone: roster.organisation.timeZone,
    stopped: line.stoppedAt !== null && delivery.template !== 'stopped',
    phoneNotTheirs: line.notTheirsAt !== null,
  });
}

/** From here on it is unasked: only its neutral form may stand on a screen somebody else may see. Null: it has none. */
function neutralForm(delivery: Delivery): Delivery | null {
  if (delivery.class === 'unasked' || delivery.neutralText === delivery.text) return delivery;
  return delivery.neutralText === null ? null : { ...delivery, text: delivery.neutralText, class: 'unasked' };
}

/** It never goes: whoever holds an open concern of this line hears that a text did not arrive. */
async function withdraw(ctx: ActContext, tx: Stores, delivery: Delivery, line: Line, why: string): Promise<Checked> {
  await tx.deliveries.save({ ...delivery, state: 'withdrawn', dueAt: null });
  await note(ctx, tx, line, 'delivery-refused', { delivery: delivery.id, why });
  if (why === 'no-neutral-form') await hearOfFailedText(ctx, tx, line);
  return NOT_NOW;
}

async function note(
  ctx: ActContext,
  tx: Stores,
  line: Line,
  name: 'swapped-for-neutral' | 'held-until-safe-hours' | 'delivery-refused',
  data: Readonly<Record<string, string | null>>,
): Promise<void> {
  await tx.events.append({ line: line.id, name, at: ctx.clock.now(), data });
}
