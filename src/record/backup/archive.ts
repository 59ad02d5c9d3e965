import { gunzipSync, gzipSync } from 'node:zlib';

import { z } from 'zod';

import { HouseError } from '../../errors';
import type { Keys } from '../../keys';

/** The archive is not one of ours, was cut off, or was changed. */
export class ArchiveFault extends HouseError {}

const column = z.object({ name: z.string(), type: z.string(), identity: z.boolean() });

/** What an archive says, in order: its schema; each table and its rows as the database's own text; how many rows. */
const entry = z.discriminatedUnion('is', [
  z.object({ is: z.literal('schema'), migrations: z.array(z.object({ name: z.string(), hash: z.string() })) }),
  z.object({ is: z.literal('table'), name: z.string(), columns: z.array(column) }),
  z.object({ is: z.literal('rows'), rows: z.array(z.array(z.string().nullable())) }),
  z.object({ is: z.literal('end'), rows: z.number().int() }),
]);
export type Entry = z.infer<typeof entry>;

const header = z.object({
  format: z.literal('between-visits-backup'),
  version: z.literal(1),
  id: z.string(),
  madeAt: z.iso.datetime(),
});
export type Header = z.infer<typeof header>;

const placeOf = (id: string, n: number) => `backup:${id}:${n}`;

/**
 * An archive's lines: a header anybody may read, then one sealed line an entry. Each line is sealed to its archive and
 * its number, so lines cannot be moved, left out or borrowed; the last one says that nothing is missing.
 */
export async function* sealArchive(
  keys: Keys,
  about: Pick<Header, 'id' | 'madeAt'>,
  entries: AsyncIterable<Entry>,
): AsyncGenerator<string> {
  yield JSON.stringify({ format: 'between-visits-backup', version: 1, ...about } satisfies Header);
  let n = 0;
  for await (const one of entries) {
    yield keys.seal(gzipSync(JSON.stringify(one)).toString('base64'), placeOf(about.id, n));
    n += 1;
  }
}

/** Opens the lines again, checking each. Throws `ArchiveFault`. */
export async function* openArchive(keys: Keys, lines: AsyncIterable<string>): AsyncGenerator<Entry> {
  let about: Header | null = null;
  let n = 0;
  let ended = false;
  for await (const line of lines) {
    if (about === null) {
      about = readHeader(line);
      continue;
    }
    const one = openEntry(keys, line, about.id, n);
    ended = one.is === 'end';
    n += 1;
    yield one;
  }
  if (!ended) throw new ArchiveFault('backup-cut-off', 'The backup has no end: it was cut off. Use an earlier one.');
}

function openEntry(keys: Keys, line: string, id: string, n: number): Entry {
  let opened: string;
  try {
    opened = keys.open(line, placeOf(id, n));
  } catch (cause) {
    if (n > 0) throw new ArchiveFault('backup-changed', `Line ${n + 2} of the backup was changed or moved.`, { cause });
    const advice = 'The backup does not open: set KEYS to those it was made with.';
    throw new ArchiveFault('backup-other-keys', advice, { cause });
  }
  return entry.parse(JSON.parse(gunzipSync(Buffer.from(opened, 'base64')).toString('utf8')));
}

/** When the archive of this first line was made; null: it is no archive. */
export function madeAtOf(line: string): string | null {
  try {
    return readHeader(line).madeAt;
  } catch (error) {
    if (error instanceof ArchiveFault) return null;
    throw error;
  }
}

function readHeader(line: string): Header {
  try {
    return header.parse(JSON.parse(line));
  } catch (cause) {
    throw new ArchiveFault('not-a-backup', 'This file is not a backup of this service.', { cause });
  }
}
