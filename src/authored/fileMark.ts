import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';

/** Some files as they stand: what the disk says of them, and what they hold. Each is looked up when first asked for. */
export interface Look {
  /** Of each file its name, size, number and times. Other as soon as any was written, moved or replaced. */
  stamp(): string;
  /** Of all that they hold: the same wherever they were copied to. */
  hash(): string;
  /** When the youngest was last touched, in milliseconds. */
  touchedAt(): number;
}

/** How files stood when something was made of them. */
export interface Mark {
  readonly hash: string;
  /** Null where they had only just been written: the clock of the disk would not tell the next change from that one. */
  readonly stamp: string | null;
}

/** The clock of a disk goes in steps of some milliseconds, up to ten; far more than that is old enough. */
const OLD_ENOUGH_MS = 100;

/** Looks at files, which are called by where they stand from `from`. One that is gone makes another stamp and hash. */
export function lookAt(files: readonly string[], from: string): Look {
  const once = <T>(ask: () => T) => {
    let known: { readonly value: T } | undefined;
    return () => (known ??= { value: ask() }).value;
  };
  const stats = once(() =>
    files.flatMap((file) => {
      const found = statSync(file, { throwIfNoEntry: false });
      return found === undefined ? [] : [{ file, name: relative(from, file), ...found }];
    }),
  );
  return {
    stamp: once(() => {
      const lines = stats().map(({ name, size, ino, mtimeMs, ctimeMs }) =>
        [name, size, ino, mtimeMs, ctimeMs].join(' '),
      );
      return createHash('sha256').update(lines.join('\n')).digest('hex');
    }),
    hash: once(() => {
      const hash = createHash('sha256');
      for (const { name, file } of stats()) hash.update(name).update('\0').update(readFileSync(file)).update('\0');
      return hash.digest('hex');
    }),
    touchedAt: once(() => stats().reduce((last, { mtimeMs, ctimeMs }) => Math.max(last, mtimeMs, ctimeMs), 0)),
  };
}

/** To be taken before anything is made of the files: what changes meanwhile then has another mark. */
export function markOf(look: Look, nowMs: number): Mark {
  const stamp = look.stamp();
  return { stamp: look.touchedAt() < nowMs - OLD_ENOUGH_MS ? stamp : null, hash: look.hash() };
}

/** Whether the files hold what they held; read for it only where the disk says they may not. */
export function isAsMarked(mark: Mark, look: Look): boolean {
  return mark.stamp === look.stamp() || mark.hash === look.hash();
}

/** Every file of these folders, and of those below them, that ends so (".ts" as written, ".js" as built). */
export function codeIn(folders: readonly string[], extension: string): readonly string[] {
  return folders.flatMap((folder) => filesBelow(folder, extension));
}

function filesBelow(folder: string, extension: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path, extension) : extname(path) === extension ? [path] : [];
    })
    .sort();
}
