import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { migrationFiles } from '../migrate';

/**
 * A copy of a started embedded database between two queries: its memory, its files, and which files it holds open.
 * Another process loads it instead of starting a database (`layOutImage`): no start, no recovery, no reading of catalogues.
 */
interface Image {
  /** The pages of its memory that are not all zero, and how much memory a fresh module uses before a start. */
  readonly memory: readonly Run[];
  readonly usedBeforeStart: number;
  readonly stack: number;
  readonly folders: readonly string[];
  readonly files: readonly { readonly path: string; readonly size: number; readonly bytes: Uint8Array }[];
  readonly open: readonly Open[];
}

interface Run {
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** A file it holds open under this number. `path` is null for the pipe Postgres wakes itself by, which one process never uses. */
interface Open {
  readonly number: number;
  readonly path: string | null;
  readonly flags: number;
  readonly position: number;
}

/** The part of PGlite's module an image is taken of and laid out in. */
export interface Machine {
  readonly HEAPU8: Uint8Array;
  stackSave(): number;
  stackRestore(stack: number): void;
  readonly FS: FileSystem;
}

interface FileSystem {
  readonly streams: readonly (Stream | null | undefined)[];
  lookupPath(path: string): { readonly node: Node };
  getPath(node: Node): string;
  isDir(mode: number): boolean;
  isFile(mode: number): boolean;
  mkdirTree(path: string): void;
  chdir(path: string): void;
  createStream(stream: object, number: number): void;
}

interface Node {
  readonly mode: number;
  /** Of a file its bytes, with room to grow; of a folder what is in it. */
  contents: unknown;
  usedBytes: number;
  readonly stream_ops: object;
  readonly node_ops: { mknod(folder: Node, name: string, mode: number, device: number): Node };
}

interface Stream {
  readonly node: Node;
  readonly flags: number;
  readonly position?: number;
}

/** Where the embedded database keeps its files; also its working directory. */
const DATA_FOLDER = '/pglite/data';
/** Its write-ahead log. Only a start reads it, and a database out of an image does not start: it is kept empty. */
const LOG_FOLDER = `${DATA_FOLDER}/pg_wal/`;
/** Standard input, output and error have the numbers 0 to 2 in every module, and are not part of an image. */
const STANDARD_STREAMS = 3;
/** A file that everybody may read and write, as a database in memory makes all of them. */
const PLAIN_FILE = 0o100666;
const PAGE = 4096;
const EMPTY_PAGE = Buffer.alloc(PAGE);

/**
 * The name an image is kept under. It changes with the migrations, with the version of PGlite, and with the code that
 * starts a database and takes its image, so that an image is never loaded by what did not make it.
 */
export function imageName(): string {
  const hash = createHash('sha256');
  const startedBy = join(__dirname, `embeddedDatabase${extname(__filename)}`);
  for (const code of [require.resolve('@electric-sql/pglite'), startedBy, __filename]) hash.update(readFileSync(code));
  for (const { name, hash: own } of migrationFiles()) hash.update(`${name} ${own}\n`);
  return `started-${hash.digest('hex').slice(0, 16)}`;
}

/** How much memory a module uses before its database starts; what is above is all zero, in every process. */
export function usedBeforeStart({ HEAPU8: memory }: Machine): number {
  let end = memory.length;
  while (end > 0 && isEmpty(memory, end - PAGE)) end -= PAGE;
  return end;
}

/** Takes the image of a database that nobody is asking. */
export function takeImage(machine: Machine, usedBefore: number): Uint8Array {
  const { FS } = machine;
  const image: Image = {
    memory: runsOf(machine.HEAPU8),
    usedBeforeStart: usedBefore,
    stack: machine.stackSave(),
    ...everythingIn(FS, DATA_FOLDER),
    open: FS.streams.flatMap((stream, number) =>
      stream && number >= STANDARD_STREAMS ? [openIn(FS, stream, number)] : [],
    ),
  };
  return serialize(image);
}

interface LaidOut {
  readonly usedBeforeStart: number;
  /** To be called instead of a start: opens the files, fills the memory, and the database goes on where it was. */
  wake(): void;
}

/**
 * Loads an image: the files at once, before the database would look for them; its memory when `wake` is called. The files
 * are not copied out of the image, so that an image serves one database only.
 */
export function layOutImage(image: Uint8Array, machine: Machine): LaidOut {
  const { FS } = machine;
  const { memory, usedBeforeStart, stack, folders, files, open } = deserialize(image) as Image;
  const folderAt = new Map(folders.map((path) => [path, makeFolder(FS, path)]));
  for (const { path, size, bytes } of files) {
    const at = path.lastIndexOf('/');
    const folder = folderAt.get(path.slice(0, at))!;
    const file = folder.node_ops.mknod(folder, path.slice(at + 1), PLAIN_FILE, 0);
    file.contents = bytes.length < size ? new Uint8Array(size) : bytes;
    file.usedBytes = size;
  }
  return {
    usedBeforeStart,
    wake() {
      open.forEach((one) => reopen(FS, one));
      FS.chdir(DATA_FOLDER);
      machine.HEAPU8.fill(0, 0, usedBeforeStart);
      for (const { at, bytes } of memory) machine.HEAPU8.set(bytes, at);
      machine.stackRestore(stack);
    },
  };
}

/** Makes a folder and gives its node. Six hundred files are made through such nodes: by path it took twice as long. */
function makeFolder(FS: FileSystem, path: string): Node {
  FS.mkdirTree(path);
  return FS.lookupPath(path).node;
}

function runsOf(memory: Uint8Array): readonly Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < memory.length; at += PAGE) {
    const from = at;
    while (at < memory.length && !isEmpty(memory, at)) at += PAGE;
    if (at > from) runs.push({ at: from, bytes: memory.subarray(from, at) });
  }
  return runs;
}

function isEmpty(memory: Uint8Array, at: number): boolean {
  return EMPTY_PAGE.equals(memory.subarray(at, at + PAGE));
}

function everythingIn(FS: FileSystem, folder: string): Pick<Image, 'folders' | 'files'> {
  const folders: string[] = [folder];
  const files: Image['files'][number][] = [];
  for (const [name, node] of Object.entries(FS.lookupPath(folder).node.contents as Record<string, Node>)) {
    const path = `${folder}/${name}`;
    if (FS.isDir(node.mode)) {
      const inside = everythingIn(FS, path);
      folders.push(...inside.folders);
      files.push(...inside.files);
    } else {
      const { buffer, byteOffset } = node.contents as Uint8Array;
      const size = node.usedBytes;
      files.push({ path, size, bytes: new Uint8Array(buffer, byteOffset, path.startsWith(LOG_FOLDER) ? 0 : size) });
    }
  }
  return { folders, files };
}

function openIn(FS: FileSystem, { node, flags, position }: Stream, number: number): Open {
  return { number, path: FS.isFile(node.mode) ? FS.getPath(node) : null, flags, position: position ?? 0 };
}

function reopen(FS: FileSystem, { number, path, flags, position }: Open): void {
  const { node } = FS.lookupPath(path ?? '/dev/null');
  const stream = { node, path, flags, position, seekable: path !== null, stream_ops: node.stream_ops };
  FS.createStream({ ...stream, ungotten: [], error: false }, number);
}
