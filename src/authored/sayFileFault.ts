/** What the system says of a file, in words that tell what to do next. */
const SAYS: Readonly<Record<string, (file: string) => string>> = {
  ENOENT: (file) => `there is no ${file}: check its name, and the folder it is looked for in`,
  EISDIR: (file) => `${file} is a folder: name a file`,
  ENOTDIR: (file) => `${file} is a file, or lies in one: name a folder`,
  EACCES: (file) => `${file} may not be opened: change who owns it, or its permissions`,
  EPERM: (file) => `${file} may not be opened: change who owns it, or its permissions`,
  EEXIST: (file) => `${file} is there already: name another, or move it away`,
  ENOSPC: (file) => `the disk of ${file} is full`,
};

/** Why a file could not be read or written; other faults keep their own words. `file`: what its author calls it. */
export function sayFileFault(error: unknown, file?: string): string {
  const { code = '', path, message } = error as NodeJS.ErrnoException;
  return SAYS[code]?.(file || path || 'the file named') ?? message;
}

/** A file, a folder or a connection that is not as it should be. */
export function isOfTheSystem(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'syscall' in error;
}
