import type { Delivery, DeliveryId } from '../../vocabulary';
import type { ActContext } from '../context';
import type { Stores } from '../stores';
import { acknowledgeIn } from './acknowledge';

/** The filled words of one notice's call. */
export interface CallWords {
  readonly language: 'en';
  readonly notice: string;
  readonly answerphone: string;
  /** Null where nothing can be taken on: a drill is answered by its first key. */
  readonly askPin: string | null;
  readonly wrongPin: string;
  readonly nothingDone: string;
}

/** What a ringing notice says; null when there is nothing to be told any more: then the call rings off. */
export async function wordsOfCall(ctx: ActContext, id: DeliveryId): Promise<CallWords | null> {
  return ctx.record.transaction(async (tx) => {
    const delivery = await tx.deliveries.get(id);
    if (!delivery || !(await isStillToBeTold(tx, delivery))) return null;
    const org = (await tx.roster.snapshot()).organisation.name;
    const say = (template: string) => ctx.wording.fillStaff(template, 'voice', { org }).text;
    return {
      language: 'en',
      notice: delivery.text,
      answerphone: say('answerphone'),
      askPin: isDrill(delivery) ? null : say('call-enter-numbers'),
      wrongPin: say('call-wrong-numbers'),
      nothingDone: say('call-goodbye'),
    };
  });
}

/** Whether these are the four numbers of the practitioner who was rung. */
export async function checkPin(ctx: ActContext, id: DeliveryId, pin: string): Promise<boolean> {
  return ctx.record.transaction(async (tx) => {
    const practitioner = (await tx.deliveries.get(id))?.to.practitioner;
    return practitioner !== undefined && tx.pins.is(practitioner, pin, ctx.clock.now());
  });
}

/** Key 1 and the right numbers, or key 2. Answers with the words to say: what was said is what happened. */
export async function answerCall(ctx: ActContext, id: DeliveryId, key: 'takes-on' | 'passes-on'): Promise<string> {
  return ctx.record.transaction(async (tx) => {
    const delivery = await tx.deliveries.get(id);
    const say = (template: string) => ctx.wording.fillStaff(template, 'voice', {}).text;
    const done = delivery !== null && (await actOn(ctx, tx, delivery, key));
    const rung = delivery?.to.practitioner;
    if (rung !== undefined) await tx.roster.proveChannel(rung, 'voice', ctx.clock.now());
    if (delivery !== null && isDrill(delivery)) return say('drill-answered');
    if (!done) return say('call-goodbye');
    return say(key === 'takes-on' ? 'call-taken-on' : 'call-passed-on');
  });
}

/** False when the call was of no notice, or the act was refused. */
async function actOn(ctx: ActContext, tx: Stores, delivery: Delivery, key: 'takes-on' | 'passes-on'): Promise<boolean> {
  const notice = delivery.notice ? await tx.notices.get(delivery.notice) : null;
  if (!notice) return false;
  const act = key === 'takes-on' ? 'taken-on' : 'passed-on';
  const result = await acknowledgeIn(ctx, tx, { concern: notice.concern, by: notice.practitioner, act, how: 'call' });
  return result.result === 'recorded';
}

/** A drill is always to be told. */
async function isStillToBeTold(tx: Stores, delivery: Delivery): Promise<boolean> {
  if (delivery.notice === null) return isDrill(delivery);
  return (await tx.notices.get(delivery.notice))?.withdrawnAt === null;
}

/** It is of no notice: nothing waits behind it. */
function isDrill({ notice, template }: Delivery): boolean {
  return notice === null && template === 'drill';
}
