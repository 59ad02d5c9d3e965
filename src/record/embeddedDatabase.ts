import { setFlagsFromString } from 'node:v8';

import { MemoryFS, PGlite } from '@electric-sql/pglite';
import { layOutImage } from './embeddedImage';

/** The embedded database as its wire knows it, in this thread (`openHere`) or in one of its own (`openAside`). */
export interface EmbeddedDatabase {
  /** Takes bytes of the Postgres protocol; gives all it answers. Rejects when the database itself has broken. */
  say(bytes: Buffer): Promise<Uint8Array>;
  close(): Promise<void>;
}

/**
 * Given to Postgres beside what PGlite gives it: a quarter of the memory it would set aside for pages, since it touches
 * all of it before it answers. A start is an eighth of a second shorter; the records of an organisation still fit.
 */
export const PARAMETERS: readonly string[] = ['-c', 'shared_buffers=32MB'];

/** The database answers in microtasks alone; without a pause a burst of queries starves timers and HTTP. */
const LONGEST_WITHOUT_PAUSE_MS = 5;

/**
 * How much of a WebAssembly function must have run before V8 compiles it a second time, well: a hundredfold of its own
 * measure. What is played in memory lasts seconds, and those compilations took more of them than they gave back.
 */
const WELL_COMPILED_AFTER = '--wasm-tiering-budget=200000000';

/** A database in this process's memory; an `image` of an earlier one, used up by it, opens faster than a new one is made. */
export async function openHere(image?: Uint8Array): Promise<EmbeddedDatabase & { image(): Promise<Uint8Array> }> {
  setFlagsFromString(WELL_COMPILED_AFTER);
  const fs = new MemoryFS();
  const db = new PGlite({ startParams: [...PGlite.defaultStartParams, ...PARAMETERS], fs });
  if (image !== undefined) {
    // Called once its file system is there, and before it looks whether there is a database in it.
    fs.initialSyncFs = async () => layOutImage(image, db.Module.FS);
  }
  await db.waitReady;
  return {
    say: pausing(async (bytes: Buffer) => {
      const heard: Buffer[] = [];
      // What it says stands in its own memory, and only until it goes on.
      const hear = (answer: Uint8Array) => void heard.push(Buffer.from(answer));
      await db.execProtocolRawStream(bytes, { syncToFs: false, onRawData: hear });
      return Buffer.concat(heard);
    }),
    close: () => db.close(),
    image: async () => new Uint8Array(await (await db.dumpDataDir('none')).arrayBuffer()),
  };
}

function pausing<A extends unknown[], R>(work: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
  let pausedAtMs = performance.now();
  return async (...args) => {
    if (performance.now() - pausedAtMs > LONGEST_WITHOUT_PAUSE_MS) {
      await new Promise((resolve) => setImmediate(resolve));
      pausedAtMs = performance.now();
    }
    return work(...args);
  };
}
