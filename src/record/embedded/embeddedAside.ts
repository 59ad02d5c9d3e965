import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

import { HouseError } from '../../errors';
import { PARAMETERS, type EmbeddedDatabase } from './embeddedDatabase';

/** The thread of the embedded database has ended without being asked to. */
export class DatabaseGone extends HouseError {}

type Answer = { readonly ok: true; readonly value: Uint8Array } | { readonly ok: false; readonly error: Error };

interface Waiting {
  answered(value: Uint8Array): void;
  failed(error: Error): void;
}

/**
 * The database of a folder, in a thread of its own: it starts while this one loads the rest of the house, and this one
 * never waits in it. The thread keeps the process alive only while something is asked. Resolves when it takes queries.
 */
export async function openAside(dataDir: string): Promise<EmbeddedDatabase> {
  const thread = new Worker(join(__dirname, 'embeddedThread.cjs'));
  const ended = new Promise<void>((resolve) => thread.once('exit', () => resolve()));
  const waiting: Waiting[] = [];
  let gone: Error | null = null;

  thread.on('message', (answer: Answer) => {
    const first = waiting.shift();
    if (waiting.length === 0) thread.unref();
    if (answer.ok) first?.answered(answer.value);
    else first?.failed(answer.error);
  });
  const end = (error: Error) => {
    gone ??= error;
    waiting.splice(0).forEach(({ failed }) => failed(error));
  };
  thread.once('error', end);
  thread.once('exit', () => end(new DatabaseGone('database-gone', 'The thread of the embedded database has ended.')));

  function ask(act: string, given?: unknown, transfer: ArrayBuffer[] = []): Promise<Uint8Array> {
    if (gone !== null) return Promise.reject(gone);
    return new Promise((answered, failed) => {
      waiting.push({ answered, failed });
      thread.ref();
      thread.postMessage({ act, given }, transfer);
    });
  }

  await ask('open', { dataDir, parameters: PARAMETERS }).catch(async (error: unknown) => {
    await thread.terminate();
    throw error;
  });
  return {
    say(bytes) {
      // A copy of its own: what pg hands over may be a part of a larger buffer it goes on writing into.
      const copy = new Uint8Array(bytes);
      return ask('say', copy, [copy.buffer]);
    },
    async close() {
      await ask('close');
      thread.ref();
      await ended;
    },
  };
}
