import type { CheckIn, CheckInAnswer, Line, Message, Roster, TurnWish } from '../../vocabulary';
import type { ActContext } from '../context';
import type { Stores } from '../stores';
import { finishCheckIn, keepBack, startAskedCheckIn, unsentCheckIn } from './checkInRecord';
import { noticeFallingMood } from './noticeFallingMood';

const OF_CHECK_IN = [
  'check-in-started',
  'mood',
  'answer',
  'keep-back',
  'check-in-finished',
  'word-for-the-visit',
] as const;

/** What a turn wishes recorded of a check-in and its note. */
export type CheckInWish = Extract<TurnWish, { wish: (typeof OF_CHECK_IN)[number] }>;

/** Whether a wish is one that `applyCheckInWish` records. */
export function isOfCheckIn(wish: TurnWish): wish is CheckInWish {
  return OF_CHECK_IN.some((one) => one === wish.wish);
}

interface Now {
  readonly line: Line;
  readonly burst: readonly Message[];
  /** The one that is going on; null when none is. */
  readonly checkIn: CheckIn | null;
}

/**
 * Records one such wish. Words that belong to a check-in begin one where none is going on. Gives the check-in as it is
 * afterwards.
 */
export async function applyCheckInWish(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  now: Now,
  wish: CheckInWish,
): Promise<CheckIn | null> {
  const { line } = now;
  const going = async () => now.checkIn ?? (await startAskedCheckIn(ctx, tx, roster, line));
  switch (wish.wish) {
    case 'check-in-started':
      return going();
    case 'mood':
      return keepMood(ctx, tx, roster, { ...now, checkIn: await going() }, wish.mood);
    case 'answer': {
      const checkIn = await going();
      if (checkIn) await keepAnswer(ctx, tx, line, checkIn, wish.answer);
      return checkIn;
    }
    case 'keep-back': {
      const checkIn = now.checkIn ?? (await unsentCheckIn(tx, line));
      if (checkIn) await keepBack(tx, checkIn, wish.headings);
      return checkIn;
    }
    case 'check-in-finished':
      if (now.checkIn) await finishCheckIn(ctx, tx, now.checkIn, line);
      return now.checkIn;
    case 'word-for-the-visit': {
      const checkIn = now.checkIn ?? (await unsentCheckIn(tx, line)) ?? (await going());
      const { words, message } = wish;
      if (checkIn)
        await tx.checkIns.addAnswer(checkIn.id, { heading: 'for-the-visit', words, message, keptBack: false });
      return checkIn;
    }
  }
}

async function keepMood(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  { line, burst, checkIn: before }: Now,
  mood: number,
): Promise<CheckIn | null> {
  if (!before) return null;
  const checkIn = { ...before, mood };
  await tx.checkIns.save(checkIn);
  await noteAnswered(ctx, tx, line, checkIn, 'mood');
  const message = burst.at(-1);
  if (message) await noticeFallingMood(ctx, tx, roster, { line, checkIn, message });
  return checkIn;
}

async function keepAnswer(ctx: ActContext, tx: Stores, line: Line, { id }: CheckIn, answer: CheckInAnswer) {
  await tx.checkIns.addAnswer(id, answer);
  await noteAnswered(ctx, tx, line, { id }, answer.heading);
}

async function noteAnswered(
  ctx: ActContext,
  tx: Stores,
  line: Line,
  { id }: Pick<CheckIn, 'id'>,
  heading: CheckInAnswer['heading'] | 'mood',
): Promise<void> {
  const data = { checkIn: id, heading };
  await tx.events.append({ line: line.id, name: 'check-in-answered', at: ctx.clock.now(), data });
}
