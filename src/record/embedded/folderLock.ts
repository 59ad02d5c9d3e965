import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

import { z } from 'zod';

import { HouseError } from '../../errors';

/** Another living process has the folder. A second one would silently lose rows of the first. */
export class FolderInUse extends HouseError {}

const holder = z.object({ pid: z.number().int(), startedAt: z.string().nullable(), boot: z.string().nullable() });
type Holder = z.infer<typeof holder>;

/**
 * Locks a folder to this process by a file beside it, and gives the function that unlocks it. A lock is never too old:
 * only a holder that is gone (no process with that id and that start) loses it. Throws `FolderInUse`.
 */
export function lockFolder(folder: string): () => void {
  const file = `${folder.replace(/\/+$/, '')}.lock`;
  const me = describe(process.pid);
  for (;;) {
    if (create(file, me)) return () => rmSync(file, { force: true });
    const found = read(file);
    if (found !== null && isAlive(found)) {
      throw new FolderInUse(
        'folder-in-use',
        `Process ${found.pid} has the record in ${folder} open. Stop it first, or give this one another DATA_DIR.`,
      );
    }
    setAside(file);
  }
}

/** A link appears whole or not at all, and never over another: nobody can read a lock that is half written. */
function create(file: string, me: Holder): boolean {
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, JSON.stringify(me), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Null when the file is gone, or is no lock of ours. */
function read(file: string): Holder | null {
  try {
    return holder.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Renaming, not deleting: of two processes that found the same dead holder only one gets to move it. */
function setAside(file: string): void {
  const aside = `${file}.${process.pid}.gone`;
  try {
    renameSync(file, aside);
    rmSync(aside, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function isAlive(other: Holder): boolean {
  try {
    process.kill(other.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const now = describe(other.pid);
  return now.startedAt === other.startedAt && now.boot === other.boot;
}

/** Process ids come round again (a container's is always 1); with start and boot they do not. Null where /proc is not. */
function describe(pid: number): Holder {
  const startedAt =
    proc(`/proc/${pid}/stat`)
      ?.replace(/^.*\) /s, '')
      .split(' ')[19] ?? null;
  return { pid, startedAt, boot: proc('/proc/sys/kernel/random/boot_id') };
}

function proc(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}
