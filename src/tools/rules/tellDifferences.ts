import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Assessment } from '../../vocabulary';
import { CannotGoOn } from '../tool';
import { judgeFrom } from '../judgeFrom';

const labelled = z.object({
  id: z.string(),
  text: z.string(),
  before: z.array(z.string()).default([]),
  staff: z.array(z.string()).default([]),
  level: z.string().optional(),
});

export interface Versions {
  readonly a: string;
  readonly b: string;
  readonly files: readonly string[];
}

/** Prints each message two versions judge differently, with its label where it has one. Returns how many there are. */
export function tellDifferences({ a, b, files }: Versions, to: { write(text: string): unknown }): number {
  const judgeA = judgeFrom(a);
  const judgeB = judgeFrom(b);
  let different = 0;
  for (const file of files) {
    for (const message of readMessages(file)) {
      const [was, is] = [judgeA(message), judgeB(message)];
      if (was.level === is.level && was.about === is.about) continue;
      different += 1;
      const label = message.level ? `, labelled ${message.level}` : '';
      to.write(`${message.id}: ${was.level} -> ${is.level}${label} (${rulesOf(was)} -> ${rulesOf(is)})\n`);
    }
  }
  to.write(`${different} judged differently.\n`);
  return different;
}

function rulesOf({ because }: Assessment): string {
  return because.map(({ rule }) => rule).join(' ') || 'no rule';
}

function readMessages(file: string): z.infer<typeof labelled>[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [labelled.parse(JSON.parse(line))];
    } catch {
      throw new CannotGoOn(`${file}:${index + 1} is not a message: {"id", "text", "before", "staff"}`);
    }
  });
}
