import { LEVELS, type Level } from '../../../vocabulary/concerns';
import type { TrainingMessage } from './trainingMessage';

/** Where a message has no twin. */
export const NO_TWIN = -1;

/** By how much a disclosure ought to be louder than its twin before both are left in peace. */
const MARGIN = 1;

/**
 * Where the twin of each message stands: the one of its pair whose level is farthest from its own. What a disclosure
 * and its harmless twin share says nothing of risk: told apart from one another, they teach what does.
 */
export function twinsOf(messages: readonly Pick<TrainingMessage, 'author' | 'pair' | 'level'>[]): Int32Array {
  const pairs = new Map<string, number[]>();
  messages.forEach(({ author, pair }, index) => {
    if (pair === null) return;
    const key = `${author} ${pair}`;
    const together = pairs.get(key);
    if (together === undefined) pairs.set(key, [index]);
    else together.push(index);
  });
  const levelOf = (index: number): Level => (messages[index] as (typeof messages)[number]).level;
  const twins = new Int32Array(messages.length).fill(NO_TWIN);
  for (const together of pairs.values()) {
    for (const index of together) {
      let farthest = 0;
      for (const other of together) {
        const distance = distanceBetween(levelOf(index), levelOf(other));
        if (distance <= farthest) continue;
        farthest = distance;
        twins[index] = other;
      }
    }
  }
  return twins;
}

function distanceBetween(one: Level, other: Level): number {
  return Math.abs(LEVELS.indexOf(one) - LEVELS.indexOf(other));
}

/** How wrong it is (0 to 1) that a disclosure scores no higher than this above its twin. */
export function wrongBetween(disclosure: number, twin: number): number {
  return 1 / (1 + Math.exp(disclosure - twin - MARGIN));
}
