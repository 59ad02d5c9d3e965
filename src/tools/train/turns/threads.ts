import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Turn, TurnDone } from './turns';

/** Where a thread finds what it learns from; it reads it by itself, which is sooner done than handing it over. */
export interface Sources {
  readonly files: readonly string[];
  /** The folder of rules and word vectors. */
  readonly rules: string;
}

/** Everything as numbers, several times over. */
const HEAP_MB = 8_192;

/**
 * Learns turn by turn on as many cores as there are. What is learnt does not depend on which thread learns it, and
 * comes back in the order of the turns.
 */
export async function learnInThreads(
  sources: Sources,
  turns: readonly Turn[],
  say: (progress: string) => void,
): Promise<TurnDone[]> {
  const done: TurnDone[] = [];
  const waiting = [...turns.entries()];
  const work = async (): Promise<void> => {
    const thread = new Worker(join(__dirname, 'learner.js'), {
      workerData: sources,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [index, turn] = next;
        say(`${index + 1} of ${turns.length}: ${turn === 'everybody' ? 'learns from all' : 'some authors left out'}`);
        done[index] = await learnIn(thread, turn);
        say(`${index + 1} of ${turns.length}: done`);
      }
    } finally {
      await thread.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), turns.length) }, work));
  return done;
}

function learnIn(thread: Worker, turn: Turn): Promise<TurnDone> {
  return new Promise((resolve, reject) => {
    thread.once('error', reject);
    thread.once('message', (done: TurnDone) => {
      thread.off('error', reject);
      resolve(done);
    });
    thread.postMessage(turn);
  });
}
