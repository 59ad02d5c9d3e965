import { atLeast } from '../src/vocabulary';
import { limitsAfterwards } from './limits';
import type { Turn } from './turn';
import { sayWhoWasTold } from './whatHappened';

/**
 * STOP is obeyed at once. Where the carrier has acted on it, it has answered too and blocks what follows: we say
 * nothing. On the web, or where it left the word to us, one last text says what STOP does not stop.
 */
export async function stopTexts(turn: Turn): Promise<void> {
  if (turn.facts.optOut === 'stop') return;
  turn.wish({ wish: 'stop-texts' });
  await turn.say('stopped');
}

/**
 * START begins a conversation like any other: with the statement of limits. What they told us while nothing could be
 * sent has had no answer: until somebody has decided they hear who knows of it.
 */
export async function startTexts(turn: Turn): Promise<void> {
  if (turn.facts.optOut !== 'start') turn.wish({ wish: 'start-texts' });
  await turn.say('started-again');
  await limitsAfterwards(turn);
  if (isUndecided(turn)) await sayWhoWasTold(turn);
}

function isUndecided({ facts: { concern } }: Turn): boolean {
  return concern !== null && concern.decidedAt === null && atLeast(concern.level, 'urgent');
}
