import type { Commitment, Concern, Instant } from '../../vocabulary';
import type { Stores } from '../stores';

/** Whoever has done one of these has read the words. */
const DONE_BY_READERS = ['seen', 'decided', 'contacted'] as const;

/**
 * The last promise that somebody is being rung about words nobody has read; null when none was made, or a human has
 * read everything. Words that must be read again without a new text do not count: that is for the staff.
 */
export async function ringingUnanswered(tx: Stores, concern: Concern): Promise<Commitment | null> {
  const said = await tx.events.latest(concern.line, 'commitment-made', { concern: concern.id, what: 'will-ring' });
  if (said === null || (await areAllRead(tx, concern))) return null;
  return tx.commitments.get(String(said.data['commitment']));
}

/**
 * The hour by which the young person was told that these words will be read; null when they were given none, only that
 * somebody is being rung or that nobody is on call. "More by five" is not such an hour.
 */
export async function hourPromised(tx: Stores, concern: Concern, missed: Commitment): Promise<Instant | null> {
  if (missed.what === 'will-ring' || missed.what === 'may-read') return null;
  if (missed.what !== 'will-text') return missed.dueAt;
  const { line, id } = concern;
  const promised = await tx.events.latest(line, 'commitment-made', { concern: id, what: 'will-read' });
  if (promised !== null && !(await wasReadSince(tx, concern, promised.at))) return String(promised.data['until']);
  return (await ringingUnanswered(tx, concern)) === null ? missed.dueAt : null;
}

/** Whether a human has read the newest words of this concern. */
export async function areAllRead(tx: Stores, concern: Concern): Promise<boolean> {
  const newest = await tx.messages.get(concern.messages.at(-1) ?? '');
  return newest !== null && wasReadSince(tx, concern, newest.receivedAt);
}

async function wasReadSince(tx: Stores, { id, line }: Concern, since: Instant): Promise<boolean> {
  for (const act of DONE_BY_READERS) {
    const done = await tx.events.latest(line, 'act-recorded', { concern: id, act });
    if (done !== null && done.at >= since) return true;
  }
  return false;
}
