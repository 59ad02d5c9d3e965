import { open, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Ends the name of a file that is still being written. */
export const DRAFT = '.draft';
let drafts = 0;

/**
 * Writes a file that is there whole, or not at all, whenever the power goes: written beside its place, fsynced, renamed
 * into it, and the folder fsynced too. Throws what the disk says. Processes that share the folder may write the same file
 * at the same moment: each has a draft of its own.
 */
export async function writeDurably(file: string, text: string): Promise<void> {
  drafts += 1;
  const draft = join(dirname(file), `${process.pid}-${drafts}-${basename(file)}${DRAFT}`);
  const handle = await open(draft, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
  await syncFolder(dirname(file));
}

/** Makes the names in a folder last through a power cut, as `fsync` does what is in a file. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
