import { MINUTE_MS, msBetween, type Delivery, type LineId, type Message, type MessageId } from '../../vocabulary';
import { freshWords } from '../chain/words';
import type { Db } from '../db';
import { deliveryStore } from '../stores/deliveries';
import { messageStore } from '../stores/messages';
import type { ThreadItem } from './types';

const EVER = '1970-01-01T00:00:00.000Z';

/** Everything said on a line, by them and to them, in the order it was lived. What never went is not in it. */
export async function readThread(db: Db, line: LineId): Promise<readonly ThreadItem[]> {
  const words = freshWords();
  const [messages, deliveries] = await Promise.all([
    messageStore(db, words).after(line, 0),
    deliveryStore(db, words).ofLine(line, EVER),
  ]);
  const went = deliveries.filter((delivery) => delivery.state !== 'withdrawn');
  return [...messages.map(fromThem), ...went.map(toThem)].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** An automatic text this soon after their words answers them; a later one is of something else. */
const ANSWERS_WITHIN_MS = 10 * MINUTE_MS;

/** The part of a thread that belongs to one concern: its messages, what answered them, and our texts about it. */
export function ofConcern(
  thread: readonly ThreadItem[],
  concern: string,
  messages: readonly MessageId[],
): readonly ThreadItem[] {
  const own = new Set(messages);
  return thread.filter((item, index) => {
    if (item.message !== null) return own.has(item.message);
    if (item.concern !== null || item.from !== 'service') return item.concern === concern;
    const answered = thread.slice(0, index).findLast(({ message }) => message !== null);
    return answered != null && own.has(answered.message ?? '') && msBetween(answered.at, item.at) <= ANSWERS_WITHIN_MS;
  });
}

function fromThem(message: Message): ThreadItem {
  return {
    at: message.receivedAt,
    from: 'young-person',
    who: null,
    message: message.id,
    seq: message.seq,
    kind: message.kind,
    channel: message.channel,
    text: message.text,
    keptBack: message.keptBack,
    unreadable: message.unreadable,
    state: null,
    concern: null,
  };
}

function toThem(delivery: Delivery): ThreadItem {
  return {
    at: delivery.acceptedAt ?? delivery.createdAt,
    from: delivery.class === 'human' ? 'practitioner' : 'service',
    who: delivery.chosenBy ?? null,
    message: null,
    seq: null,
    kind: 'text',
    channel: delivery.channel,
    text: delivery.text,
    keptBack: false,
    unreadable: false,
    state: delivery.state,
    concern: delivery.concern,
  };
}
