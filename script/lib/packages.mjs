/** Which packages of a lock file are wanted on this machine, and which of them have been unpacked: npm's own progress. */
import { statSync } from 'node:fs';
import { join } from 'node:path';

/** The folders of the packages `npm ci` puts in place here: those for other systems stay away. */
export function wantedHere(packages, here = thisMachine()) {
  return Object.entries(packages)
    .filter(
      ([folder, { os, cpu, libc }]) =>
        folder !== '' && fits(os, here.os) && fits(cpu, here.cpu) && fits(libc, here.libc),
    )
    .map(([folder]) => folder);
}

/**
 * How many of these folders below `root` hold a package put there at or after `since` (milliseconds since 1970). npm
 * makes every folder before it fills the first, and an earlier install may still stand there: neither is progress.
 */
export function countUnpacked(root, folders, since) {
  return folders.filter((folder) => {
    const made = statSync(join(root, folder, 'package.json'), { throwIfNoEntry: false });
    return made !== undefined && made.ctimeMs >= since;
  }).length;
}

function fits(wanted, own) {
  return wanted === undefined || wanted.includes(own);
}

function thisMachine() {
  const isGlibc = process.report.getReport().header.glibcVersionRuntime !== undefined;
  return { os: process.platform, cpu: process.arch, libc: isGlibc ? 'glibc' : 'musl' };
}
