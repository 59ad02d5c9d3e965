import { book, type Heard, type Talk } from './talk';
import type { Assessment, Facts } from '../../src/vocabulary';

/** What they say, the templates that answer, and, where they matter, the facts of that turn. */
export type Row = readonly [
  says: string | readonly string[],
  hears: readonly string[],
  given?: Partial<Facts>,
  assessment?: Assessment,
];

/** Most texts one burst may be answered with by SMS. */
const MOST_TEXTS = 3;

/** Plays rows of say and hear; a row's place is in the failure. Whatever is said keeps to the house style. */
export async function play(talk: Talk, rows: readonly Row[]): Promise<readonly Heard[]> {
  const all: Heard[] = [];
  for (const [says, hears, given, assessment] of rows) {
    const heard = await talk.says(says, given, assessment);
    expect({ says, hears: heard.templates }).toEqual({ says, hears });
    keepsToTheHouse(heard);
    all.push(heard);
  }
  return all;
}

/** True of every reply there is: no more texts than one reply may have, and every promise on record. */
export function keepsToTheHouse(heard: Heard): void {
  expect(heard.say.length).toBeLessThanOrEqual(MOST_TEXTS);
  const promised = heard.say.flatMap((one) => promisesOf(one.template)).sort();
  const recorded = heard.wishes.flatMap((one) => (one.wish === 'commit' ? [one.what] : [])).sort();
  expect(recorded).toEqual(promised);
}

function promisesOf(id: string): readonly string[] {
  return book.templates.find((one) => one.id === id && one.language === 'en')?.commits ?? [];
}

export function wishes(heard: readonly Heard[] | Heard, kind: string): readonly object[] {
  return [heard].flat().flatMap((one: Heard) => one.wishes.filter((wish) => wish.wish === kind));
}
