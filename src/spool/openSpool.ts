import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { Keys } from '../keys';
import type { IncomingMessage, Instant, Level, Sender } from '../vocabulary';
import { DRAFT, syncFolder, writeDurably } from './durableFile';
import { spooled } from './messageSchema';

export interface Waiting {
  readonly file: string;
  readonly message: IncomingMessage;
  /** The line the young person was answered with while the record was away; null: nothing yet. */
  readonly answered: string | null;
  /** What it was judged alone, when it came; null: nobody has judged it. */
  readonly level: Level | null;
}

/** What is known of a waiting message without opening it again. */
export interface Listed {
  readonly file: string;
  readonly sender: Sender;
  readonly receivedAt: Instant;
  readonly level: Level | null;
}

/** A file that cannot be read: cut off, changed, or sealed by a key that is gone. It is left where it is. */
export interface Damaged {
  readonly file: string;
  readonly why: 'unfinished' | 'unreadable';
}

export interface Spool {
  /** Resolves once the message would survive a power cut; throws when the disk refuses. The same one again replaces it. */
  keep(message: IncomingMessage, answered: string | null, level?: Level | null): Promise<{ readonly file: string }>;
  /** In the order they arrived. What cannot be read is not among them: see `damaged`. */
  waiting(): Promise<readonly Waiting[]>;
  /** The same without their words; each file is opened once, so that asking for every message that comes is cheap. */
  list(): Promise<readonly Listed[]>;
  /** Null when it is there no more, or cannot be read. */
  read(file: string): Promise<Waiting | null>;
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

/** A listed message and where it stands among those this process kept: what came in one millisecond has an order too. */
interface Place extends Listed {
  readonly place: number;
}

/** Sealed messages in a folder, one a file, named by arrival. */
export function openSpool(options: { readonly folder: string; readonly keys: Keys }): Spool {
  const { folder, keys } = options;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const opened = new Map<string, Place>();
  let kept = 0;

  const names = async (ending: string) => (await readdir(folder)).filter((name) => name.endsWith(ending)).sort();

  async function read(file: string): Promise<(Waiting & { readonly place: number }) | null> {
    try {
      const sealed = await readFile(join(folder, file), 'utf8');
      return { file, ...spooled.parse(JSON.parse(keys.open(sealed, placeOf(file)))) };
    } catch {
      return null;
    }
  }

  async function look(file: string): Promise<Place | null> {
    const known = opened.get(file);
    if (known !== undefined) return known;
    const found = await read(file);
    if (found === null) return null;
    const { message, level, place } = found;
    const looked = { file, sender: message.sender, receivedAt: message.receivedAt, level, place };
    opened.set(file, looked);
    return looked;
  }

  async function list(): Promise<readonly Place[]> {
    const files = await names(ENDING);
    const there = new Set(files);
    for (const file of opened.keys()) if (!there.has(file)) opened.delete(file);
    const looked = await Promise.all(files.map(look));
    return looked.filter((one) => one !== null).sort(compareArrival);
  }

  async function remove(file: string): Promise<void> {
    await rm(join(folder, file), { force: true });
    await syncFolder(folder);
  }

  return {
    remove,
    list,
    read,

    async keep(message, answered, level = null) {
      const file = nameOf(message);
      kept += 1;
      const text = JSON.stringify({ message, answered, level, place: kept });
      await writeDurably(join(folder, file), keys.seal(text, placeOf(file)));
      opened.delete(file);
      return { file };
    },

    async waiting() {
      const all = await Promise.all((await names(ENDING)).map(read));
      const found = all.filter((one) => one !== null);
      return found.sort((a, b) => compareArrival({ ...a.message, ...a }, { ...b.message, ...b }));
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

type Arrived = Pick<Place, 'receivedAt' | 'place'>;

/** Names begin with the moment; those of one moment stand as they were kept. */
function compareArrival(a: Arrived, b: Arrived): number {
  if (a.receivedAt !== b.receivedAt) return a.receivedAt < b.receivedAt ? -1 : 1;
  return a.place - b.place;
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
