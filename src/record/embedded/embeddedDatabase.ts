import { setFlagsFromString } from 'node:v8';

import { MemoryFS, PGlite } from '@electric-sql/pglite';
import { compileHere } from './databaseProgram';
import { layOutImage, takeImage, usedBeforeStart, type Machine } from './embeddedImage';

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

/**
 * In memory a statement is planned once, for any values, and not for its values each time it is asked: nothing there
 * grows so large that another plan would serve it better, and planning was a sixth of what the database had to do.
 */
const PLANNED_ONCE: readonly string[] = ['-c', 'plan_cache_mode=force_generic_plan'];

/** The database answers in microtasks alone; without a pause a burst of queries starves timers and HTTP. */
const LONGEST_WITHOUT_PAUSE_MS = 5;

/**
 * How much of a WebAssembly function must have run before V8 compiles it a second time, well: a thousandfold of its own
 * measure. What is played in memory lasts seconds, and those compilations took more of them than they gave back.
 */
const WELL_COMPILED_AFTER = '--wasm-tiering-budget=2000000000';

/** A database in this process's memory; out of an `image` of an earlier one, used up by it, it need not start. */
export async function openHere(image?: Uint8Array): Promise<EmbeddedDatabase & { image(): Promise<Uint8Array> }> {
  setFlagsFromString(WELL_COMPILED_AFTER);
  const fs = new MemoryFS();
  const startParams = [...PGlite.defaultStartParams, ...PARAMETERS, ...PLANNED_ONCE];
  const db = new PGlite({ startParams, fs, pgliteWasmModule: await compileHere() });
  // It would ask which types there are, for rows that it never reads here.
  db._initArrayTypes = async () => undefined;
  let used = 0;
  // Called once its file system is there, and before it looks whether there is a database in it.
  fs.initialSyncFs = async () => {
    const machine = db.Module as unknown as Startable;
    used = image === undefined ? usedBeforeStart(machine) : startFrom(image, machine);
  };
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
    image: async () => takeImage(db.Module as unknown as Machine, used),
  };
}

/** What PGlite starts a database with: the program itself, which gives this code when it has begun, and its session. */
interface Startable extends Machine {
  callMain(words: readonly string[]): number;
  _pgl_startPGlite(): void;
}

/** What `callMain` gives once the database is there, and stays. */
const HAS_BEGUN = 99;

/** The memory of a database that has started stands for its start. Gives how much is used before one. */
function startFrom(image: Uint8Array, machine: Startable): number {
  const laidOut = layOutImage(image, machine);
  machine.callMain = () => {
    laidOut.wake();
    return HAS_BEGUN;
  };
  machine._pgl_startPGlite = () => undefined;
  return laidOut.usedBeforeStart;
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
