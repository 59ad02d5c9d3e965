import { setFlagsFromString } from 'node:v8';

import { MemoryFS, PGlite } from '@electric-sql/pglite';
import { compileHere } from './databaseProgram';
import { layOutImage, takeImage, usedBeforeStart, type Machine } from './embeddedImage';

/** An embedded database that speaks the Postgres protocol, in this thread (`openHere`) or its own (`openAside`). */
export interface EmbeddedDatabase {
  /** Takes bytes of the Postgres protocol; gives all it answers. Rejects when the database itself has broken. */
  say(bytes: Buffer): Promise<Uint8Array>;
  close(): Promise<void>;
}

/**
 * Settings given to Postgres beside PGlite's own: a quarter of the usual page cache. Postgres touches all of it as it
 * starts, so that a start is an eighth of a second shorter; the record of an organisation still fits.
 */
export const PARAMETERS: readonly string[] = ['-c', 'shared_buffers=32MB'];

/**
 * A database in memory plans each statement once, for any values, instead of anew for the values of each call: nothing
 * there grows so large that another plan would be better, and planning was a sixth of its work.
 */
const PLANNED_ONCE: readonly string[] = ['-c', 'plan_cache_mode=force_generic_plan'];

/** The database answers in microtasks alone; without a pause a burst of queries starves timers and HTTP. */
const LONGEST_WITHOUT_PAUSE_MS = 5;

/**
 * V8 compiles a WebAssembly function again, optimised, once it has run for this budget; this is a thousand times the
 * default, so that it hardly ever does. A rehearsal in memory lasts seconds: optimising took longer than it saved.
 */
const WELL_COMPILED_AFTER = '--wasm-tiering-budget=2000000000';

/** A database in this process's memory. Given an `image` of an earlier one it does not start, and the image is used up. */
export async function openHere(image?: Uint8Array): Promise<EmbeddedDatabase & { image(): Promise<Uint8Array> }> {
  setFlagsFromString(WELL_COMPILED_AFTER);
  const fs = new MemoryFS();
  const startParams = [...PGlite.defaultStartParams, ...PARAMETERS, ...PLANNED_ONCE];
  const db = new PGlite({ startParams, fs, pgliteWasmModule: await compileHere() });
  // PGlite would ask for the array types, to read rows with; rows are read in `embeddedSession.ts`.
  db._initArrayTypes = async () => undefined;
  let used = 0;
  // PGlite calls this when its file system stands, before it looks for a database there.
  fs.initialSyncFs = async () => {
    const machine = db.Module as unknown as Startable;
    used = image === undefined ? usedBeforeStart(machine) : startFrom(image, machine);
  };
  await db.waitReady;
  return {
    say: pausing(async (bytes: Buffer) => {
      const heard: Buffer[] = [];
      // The answer stands in the database's own memory, and is overwritten as it goes on: so it is copied.
      const hear = (answer: Uint8Array) => void heard.push(Buffer.from(answer));
      await db.execProtocolRawStream(bytes, { syncToFs: false, onRawData: hear });
      return Buffer.concat(heard);
    }),
    close: () => db.close(),
    image: async () => takeImage(db.Module as unknown as Machine, used),
  };
}

/** What PGlite calls to start a database: the program, which returns `HAS_BEGUN` and goes on, then its session. */
interface Startable extends Machine {
  callMain(words: readonly string[]): number;
  _pgl_startPGlite(): void;
}

/** The exit code by which `callMain` says that the database runs. */
const HAS_BEGUN = 99;

/** Replaces the start of a database by loading an image. Gives how much memory a module uses before a start. */
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
