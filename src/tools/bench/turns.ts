import { performance } from 'node:perf_hooks';
import type { BenchHouse } from './benchHouse';
import { phoneOf } from './roster';

/** Conversations going on at the same moment. */
const AT_ONCE = 8;
/** Nobody waits longer than this for a reply in a measurement; one that never comes counts as none. */
const LONGEST_WAIT_MS = 30_000;

/** Whole turns a second: from a signed webhook to the reply the carrier accepted, for `forMs`. */
export async function measureTurns({ text, standIn }: BenchHouse, people: number, forMs: number): Promise<number> {
  const waiting = new Map<string, () => void>();
  standIn.onAccepted = ({ to }) => {
    waiting.get(to)?.();
    waiting.delete(to);
  };
  const turn = (phone: string, words: string) =>
    new Promise<boolean>((resolve) => {
      const giveUp = setTimeout(() => resolve(false), LONGEST_WAIT_MS);
      waiting.set(phone, () => {
        clearTimeout(giveUp);
        resolve(true);
      });
      text(phone, words).catch(() => resolve(false));
    });
  // The first words of everybody are answered with the limits, which is no ordinary turn.
  await inTurn(AT_ONCE, people, (at) => turn(phoneOf(at), 'hi'));
  const from = performance.now();
  let done = 0;
  await inTurn(AT_ONCE, Infinity, async (at) => {
    if (performance.now() - from > forMs) return false;
    if (await turn(phoneOf(at % people), 'school was alright today')) done += 1;
    return true;
  });
  return (done / (performance.now() - from)) * 1_000;
}

/** Does `work` for 0, 1, 2..., some at once, until `count` are done or it says false. */
async function inTurn(atOnce: number, count: number, work: (at: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  let ended = false;
  const one = async () => {
    while (!ended && next < count) {
      next += 1;
      if ((await work(next - 1)) === false) ended = true;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}
