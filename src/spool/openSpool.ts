import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { Keys } from '../keys';
import type { IncomingMessage, Instant } from '../vocabulary';
import { DRAFT, syncFolder, writeDurably } from './durableFile';
import { spooled } from './messageSchema';

export interface Waiting {
  readonly file: string;
  readonly message: IncomingMessage;
  /** The line the young person was answered with while the record was away; null: nothing yet. */
  readonly answered: string | null;
}

/** A file that cannot be read: cut off, changed, or sealed by a key that is gone. It is left where it is. */
export interface Damaged {
  readonly file: string;
  readonly why: 'unfinished' | 'unreadable';
}

export interface Spool {
  /** Resolves once the message would survive a power cut; throws when the disk refuses. The same one again replaces it. */
  keep(message: IncomingMessage, answered: string | null): Promise<{ readonly file: string }>;
  /** In the order they arrived. What cannot be read is not among them: see `damaged`. */
  waiting(): Promise<readonly Waiting[]>;
  /**
   * Files nobody can read; with `before`, only of what arrived before it, so that one being written now is not among
   * them.
   */
  damaged(before?: Instant): Promise<readonly Damaged[]>;
  remove(file: string): Promise<void>;
  /** Removes what arrived before `instant`, read or not: for the copies a record on this disk keeps for a day. */
  removeOlderThan(instant: Instant): Promise<void>;
}

const ENDING = '.message';

/** Sealed messages in a folder, one a file, named by arrival so that a listing is their order. */
export function openSpool(options: { readonly folder: string; readonly keys: Keys }): Spool {
  const { folder, keys } = options;
  mkdirSync(folder, { recursive: true, mode: 0o700 });

  const names = async (ending: string) => (await readdir(folder)).filter((name) => name.endsWith(ending)).sort();

  async function read(file: string): Promise<Waiting | null> {
    try {
      const sealed = await readFile(join(folder, file), 'utf8');
      return { file, ...spooled.parse(JSON.parse(keys.open(sealed, placeOf(file)))) };
    } catch {
      return null;
    }
  }

  async function remove(file: string): Promise<void> {
    await rm(join(folder, file), { force: true });
    await syncFolder(folder);
  }

  return {
    remove,

    async keep(message, answered) {
      const file = nameOf(message);
      await writeDurably(join(folder, file), keys.seal(JSON.stringify({ message, answered }), placeOf(file)));
      return { file };
    },

    async waiting() {
      const all = await Promise.all((await names(ENDING)).map(read));
      return all.filter((one) => one !== null);
    },

    async damaged(before) {
      const isOfThen = (file: string) => before === undefined || arrivalOf(file) < stampOf(before);
      const files = (await names(ENDING)).filter(isOfThen);
      const readable = await Promise.all(files.map(read));
      const drafts = (await names(ENDING + DRAFT)).filter(isOfThen);
      return [
        ...files.filter((_, index) => readable[index] === null).map((file) => ({ file, why: 'unreadable' as const })),
        ...drafts.map((file) => ({ file, why: 'unfinished' as const })),
      ];
    },

    async removeOlderThan(instant) {
      const all = [...(await names(ENDING)), ...(await names(ENDING + DRAFT))];
      const old = all.filter((file) => arrivalOf(file) < stampOf(instant));
      for (const file of old) await remove(file);
    },
  };
}

const placeOf = (file: string) => `spool:${file}`;

/** Sorts as it was lived, and holds nothing a file system minds. */
const stampOf = (instant: Instant) => instant.replace(/[-:.]/g, '');

/** A draft has the process and a number of its own before the name it will have. */
const arrivalOf = (file: string) => file.replace(/^\d+-\d+-/, '');

/** The same message has the same name, however often it is kept: an answer given later is written over it. */
function nameOf(message: IncomingMessage): string {
  const id = createHash('sha256').update(`${message.provider} ${message.providerId}`).digest('hex').slice(0, 16);
  return `${stampOf(message.receivedAt)}-${id}${ENDING}`;
}
