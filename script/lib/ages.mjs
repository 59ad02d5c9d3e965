/** When files were last changed, in milliseconds since 1970. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** 0 when the file is not there. */
export function madeAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** The newest change of a folder or anything below it; a file taken away changes the folder it stood in. */
export function newest(folder) {
  const below = readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? newest(path) : madeAt(path);
  });
  return Math.max(madeAt(folder), ...below);
}
