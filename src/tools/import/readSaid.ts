import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Said } from './keepWhatLives';

const written = z.object({ youngPeople: z.array(z.looseObject({ id: z.string() })).default([]) });

/** Which fields a roster file, already found good, writes of each young person. */
export function readSaid(file: string): Said {
  const { youngPeople } = written.parse(parse(readFileSync(file, 'utf8')));
  return new Map(youngPeople.map((one) => [one.id, new Set(Object.keys(one))]));
}
