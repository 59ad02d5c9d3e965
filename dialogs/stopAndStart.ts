import { atLeast } from '../src/vocabulary';
import { saidPlainly } from './heard/pleas';
import { limitsAfterwards } from './limits';
import type { Turn } from './turn';
import { sayWhoWasTold } from './whatHappened';

export const STOP = /^(?:stop|stop ?all|unsubscribe)$/;
export const START = /^(?:start|unstop)$/;

/** Of STOP and START in one burst the later counts: what was taken back is not done again when the burst is answered. */
export function stopsLast(turn: Turn): boolean {
  const said = turn.written.map(({ text }) => saidPlainly(text));
  return said.findLastIndex((one) => STOP.test(one)) > said.findLastIndex((one) => START.test(one));
}

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
