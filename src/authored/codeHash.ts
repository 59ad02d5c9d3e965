import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** Hash of every file of these folders, and of those below them, that ends so (".ts" as written, ".js" as built). */
export function codeHash(folders: readonly string[], extension: string): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const name of filesBelow(folder, extension)) {
      hash
        .update(name)
        .update('\0')
        .update(readFileSync(join(folder, name)));
    }
  }
  return hash.digest('hex');
}

function filesBelow(folder: string, extension: string, below = ''): readonly string[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .flatMap((entry) => {
      const name = join(below, entry.name);
      return entry.isDirectory() ? filesBelow(folder, extension, name) : extname(name) === extension ? [name] : [];
    })
    .sort();
}
