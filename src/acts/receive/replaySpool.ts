import { compareLevels, highest, type Level } from '../../vocabulary';
import { COMMIT_WITHIN_MS, type ActContext } from '../context';
import type { Spooled } from '../ports';
import { lastRoster, writerOf } from './receiveEarlier';
import { endOutage } from './spoolMessage';
import { recordAnswers, takeUp } from './takeUp';

/** People whose messages are received at the same moment: what comes in now needs the record too. */
const AT_ONCE = 4;

/**
 * The record may be back: what waits on this disk is received. One person's messages go in the order they came and wait for
 * nobody else's; of several people, first whoever sent the gravest, as it was judged when it came, then whoever has waited
 * longest. Ends early when the record is away. Gives how many were received.
 */
export async function replaySpool(ctx: ActContext): Promise<number> {
  const people = await peopleWaiting(ctx);
  let next = 0;
  let replayed = 0;
  let hasFailed = false;
  let isAway = false;
  const work = async () => {
    while (next < people.length && !isAway) {
      const messages = people[next++] ?? [];
      try {
        const taken = await takeUp(ctx, messages, () => COMMIT_WITHIN_MS);
        replayed += taken;
      } catch (error) {
        ctx.log.error({ error }, 'spooled messages could not be received: they stay on this disk');
        hasFailed = true;
        if (!(await recordAnswers(ctx))) isAway = true;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (!hasFailed) endOutage();
  return replayed;
}

/** The messages of each person in order, in the order in which the people are received. */
async function peopleWaiting(ctx: ActContext): Promise<readonly (readonly Spooled[])[]> {
  const waiting = await ctx.spool.list();
  if (waiting.length === 0) return [];
  const roster = await lastRoster(ctx);
  const people = new Map<string, Spooled[]>();
  for (const one of waiting) {
    const writer = writerOf(roster, one.sender);
    people.set(writer, [...(people.get(writer) ?? []), one]);
  }
  return [...people.values()].sort((a, b) => compareLevels(gravest(b), gravest(a)));
}

/** What nobody has judged may be anything. */
function gravest(messages: readonly Spooled[]): Level {
  return highest(...messages.map(({ level }) => level ?? 'urgent'));
}
