import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { z } from 'zod';
import type { Layout } from '../safeguarding/patterns/layout';
import { asText, fromText } from './asText';
import { codeIn, isAsMarked, lookAt, markOf, type Look, type Mark } from './fileMark';
import { packVariants, unpackVariants } from './packVariants';

/** Beside the built code, and for tests, which run the sources, in dist/. */
const PLACES = ['../../layout.bin', '../../dist/layout.bin'];

/** The engine as it stands here: tests run the sources, the service what was built of them. */
const ENGINE = join(__dirname, '../safeguarding');
const CODE = extname(__filename);

const Kept = z.object({
  version: z.string(),
  engines: z.array(z.object({ hash: z.string(), stamp: z.string().nullable() })),
  tables: z.custom<Pick<Layout, 'phrases' | 'endings'>>(),
  /** Words, and short lists by the ten thousand: as text. */
  others: z.custom<Uint8Array>(ArrayBuffer.isView),
  // Not by its class: a test runs where another Int32Array stands, and laid the rules out anew in every file.
  variants: z.custom<Int32Array>((value) => Object.prototype.toString.call(value) === '[object Int32Array]'),
});

/** The engine in this folder, in one of its forms (".ts" as written, ".js" as built), as it stands now. */
export function markEngine(folder: string, extension: string): Mark {
  return markOf(engineIn(folder, extension), Date.now());
}

function engineIn(folder: string, extension: string): Look {
  return lookAt(codeIn([folder], extension), folder);
}

/** What the build keeps for `layoutBefore`. `engines`: every form of the engine it is good for, marked before. */
export function keepLayout(version: string, engines: readonly Mark[], layout: Layout): Buffer {
  const { variants, phrases, endings, ...others } = layout;
  const tables = { phrases, endings };
  return serialize({ version, engines, tables, others: asText(others), variants: packVariants(variants) });
}

/**
 * The layout the build made of rules of that version, when it did so with the engine that stands here; undefined when
 * not, and what was kept is never trusted further: with a doubt the rules are laid out anew, which only costs time.
 */
export function layoutBefore(version: string): Layout | undefined {
  const file = PLACES.map((place) => join(__dirname, place)).find((path) => existsSync(path));
  if (file === undefined) return undefined;
  const kept = Kept.safeParse(readKept(file));
  if (!kept.success || kept.data.version !== version) return undefined;
  const { engines, tables, others, variants } = kept.data;
  const engine = engineIn(ENGINE, CODE);
  if (!engines.some((mark) => isAsMarked(mark, engine))) return undefined;
  return {
    ...(fromText(others) as Omit<Layout, 'phrases' | 'endings' | 'variants'>),
    ...tables,
    variants: unpackVariants(variants),
  };
}

/** Another Node may write it in another form; then it is as if nothing had been kept. */
function readKept(file: string): unknown {
  try {
    return deserialize(readFileSync(file));
  } catch {
    return null;
  }
}
