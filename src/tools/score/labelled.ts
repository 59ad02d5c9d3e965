import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { sayFileFault } from '../../authored/sayFileFault';
import { withoutByteOrderMark } from '../../authored/withoutByteOrderMark';
import { KINDS, LEVELS } from '../../vocabulary/concerns';

const Labelled = z.object({
  id: z.string(),
  text: z.string(),
  before: z.array(z.string()),
  staff: z.array(z.string()),
  level: z.enum(LEVELS),
  concerns: z.array(z.enum(KINDS)),
  about: z.enum(['self', 'other', 'practitioner']),
  test: z.string(),
  /** A second rater chose this other level: arguable, so never scored. */
  also: z.enum(LEVELS).optional(),
  author: z.string().optional(),
  /** A disclosure and its harmless twin share it. */
  pair: z.string().optional(),
});
export type Labelled = z.infer<typeof Labelled>;

/** A real message nobody has read for risk, only known to be ordinary. */
const Everyday = z.object({ id: z.string(), text: z.string(), label: z.literal('none-presumed') });
export type Everyday = z.infer<typeof Everyday>;

export interface ReadFiles {
  readonly labelled: readonly Labelled[];
  readonly everyday: readonly Everyday[];
  readonly arguable: number;
  /** Files that could not be opened, and lines that are neither; the others are in the rows. */
  readonly faults: readonly string[];
  /** False when one of the files could not be opened. */
  readonly allOpened: boolean;
}

/** Reads labelled files and files of everyday SMS alike; lines that are neither are faults with file and line. */
export function readLabelled(files: readonly string[]): ReadFiles {
  const labelled: Labelled[] = [];
  const everyday: Everyday[] = [];
  const faults: string[] = [];
  const unopened: string[] = [];
  for (const file of files) {
    linesOf(file, unopened).forEach((line, index) => {
      if (line.trim() === '') return;
      const value = parse(line);
      // Nearly all are labelled, and a refusal takes longer to make than a message to check.
      const message = Labelled.safeParse(value);
      if (message.success) return void labelled.push(message.data);
      const ordinary = Everyday.safeParse(value);
      if (ordinary.success) return void everyday.push(ordinary.data);
      faults.push(`${file}:${index + 1}: ${z.prettifyError(message.error).replace(/\s+/g, ' ')}`);
    });
  }
  const arguable = labelled.filter((message) => message.also !== undefined).length;
  return {
    labelled: labelled.filter((message) => message.also === undefined),
    everyday,
    arguable,
    faults: [...unopened, ...faults],
    allOpened: unopened.length === 0,
  };
}

function linesOf(file: string, unopened: string[]): readonly string[] {
  try {
    return withoutByteOrderMark(readFileSync(file, 'utf8')).split('\n');
  } catch (error) {
    unopened.push(`${file}: ${sayFileFault(error, file)}`);
    return [];
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
