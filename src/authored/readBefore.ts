import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { z } from 'zod';
import { codeHash } from './codeHash';
import type { Fault } from './readYaml';

interface Read {
  readonly faults?: readonly Fault[] | undefined;
}

/** One way of reading authored files: what comes of it depends on those files, and on the code of `ROOMS`, alone. */
export interface Reading<T extends Read> {
  readonly name: string;
  /** Every file that is read of this place. */
  filesOf(place: string): readonly string[];
  read(place: string): T;
}

/** The rooms whose code decides what is a fault and what a reading comes to. */
const ROOMS = ['authored', 'escalation', 'retention', 'safeguarding', 'vocabulary', 'wording'];

/** Beside the built code, and for tests, which run the sources, in dist/. */
const PLACES = ['../../readings', '../../dist/readings'].map((place) => join(__dirname, place));

const Remembered = z.object({ code: z.array(z.string()), files: z.string(), value: z.unknown() });

/**
 * What the build kept, when it read exactly these files with exactly this code and found no fault; else they are read.
 * Parsing and checking four hundred files anew was a third of a start.
 * `keptIn`: the folders where what was kept may stand.
 */
export function readBefore<T extends Read>(reading: Reading<T>, place: string, keptIn: readonly string[] = PLACES): T {
  const kept = keptOf(reading.name, keptIn);
  const isSame = kept?.code.includes(ownCode()) && kept.files === filesHash(reading.filesOf(place), place);
  return isSame ? (kept?.value as T) : reading.read(place);
}

export interface Kept {
  readonly name: string;
  /** What stands in `<name>.bin`; null for a reading with faults: whoever starts reads again, and is told of them. */
  readonly bytes: Buffer | null;
}

/** A reading as the build keeps it. `rooms`: where the rooms stand, by how the files of their code end. */
export function keepReading<T extends Read>(
  reading: Reading<T>,
  place: string,
  rooms: Readonly<Record<string, string>>,
): Kept {
  const { name } = reading;
  const value = reading.read(place);
  if ((value.faults ?? []).length > 0) return { name, bytes: null };
  const code = Object.entries(rooms).map(([extension, folder]) => codeIn(folder, extension));
  return { name, bytes: serialize({ code, files: filesHash(reading.filesOf(place), place), value }) };
}

/** Nothing where nothing was built, or where another Node has written it in a form this one does not read. */
function keptOf(name: string, folders: readonly string[]): z.infer<typeof Remembered> | null {
  for (const folder of folders) {
    try {
      return Remembered.parse(deserialize(readFileSync(join(folder, `${name}.bin`))));
    } catch {
      continue;
    }
  }
  return null;
}

let own: string | undefined;

/** The code of this process: tests run the sources, the service what was built of them. */
function ownCode(): string {
  own ??= codeIn(join(__dirname, '..'), extname(__filename));
  return own;
}

function codeIn(rooms: string, extension: string): string {
  return codeHash(
    ROOMS.map((room) => join(rooms, room)),
    extension,
  );
}

function filesHash(files: readonly string[], place: string): string {
  const hash = createHash('sha256');
  // A file that is gone makes another hash: who then reads says what is missing.
  for (const file of files.filter((one) => existsSync(one)))
    hash.update(relative(place, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}
