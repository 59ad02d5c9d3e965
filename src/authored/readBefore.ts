import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { z } from 'zod';
import { codeIn, isAsMarked, lookAt, markOf, type Look } from './fileMark';
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
  /** How it is kept, where that is not as it is: without faults, and so that V8 reads it fast. */
  readonly form?: { pack(value: T): unknown; unpack(kept: unknown): T };
}

/** The rooms whose code decides what is a fault and what a reading comes to. */
const ROOMS = ['authored', 'escalation', 'retention', 'safeguarding', 'vocabulary', 'wording'];

/** Beside the built code, and for tests, which run the sources, in dist/. */
const PLACES = ['../../readings', '../../dist/readings'].map((place) => join(__dirname, place));

const Marked = z.object({ hash: z.string(), stamp: z.string().nullable() });
const Remembered = z.object({ code: z.array(Marked), files: Marked, value: z.unknown() });

/**
 * What the build kept, when it read exactly these files with exactly this code and found no fault; else they are read.
 * Parsing and checking four hundred files anew was a third of a start.
 * `keptIn`: the folders where what was kept may stand.
 */
export function readBefore<T extends Read>(reading: Reading<T>, place: string, keptIn: readonly string[] = PLACES): T {
  const kept = keptOf(reading.name, keptIn);
  const isSame =
    kept?.code.some((mark) => isAsMarked(mark, ownCode())) &&
    isAsMarked(kept.files, lookAt(reading.filesOf(place), place));
  if (!isSame) return reading.read(place);
  return reading.form?.unpack(kept?.value) ?? (kept?.value as T);
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
  const code = Object.entries(rooms).map(([extension, folder]) => markOf(codeOf(folder, extension), Date.now()));
  const files = markOf(lookAt(reading.filesOf(place), place), Date.now());
  const value = reading.read(place);
  if ((value.faults ?? []).length > 0) return { name, bytes: null };
  return { name, bytes: serialize({ code, files, value: reading.form?.pack(value) ?? value }) };
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

let own: Look | undefined;

/** The code of this process: tests run the sources, the service what was built of them. */
function ownCode(): Look {
  own ??= codeOf(join(__dirname, '..'), extname(__filename));
  return own;
}

function codeOf(rooms: string, extension: string): Look {
  const folders = ROOMS.map((room) => join(rooms, room));
  return lookAt(codeIn(folders, extension), rooms);
}
