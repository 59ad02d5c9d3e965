import type { PhraseNode } from '../patterns/endings';
import type { Compiled } from '../reading/compile';
import type { Reading } from '../reading/reading';
import type { Phrase } from '../reading/tag';

/** Number of a word, or a staff member's name, that the table does not hold. */
export const UNKNOWN = 0;
/** Stands in the table for every name of the service's adults: none of them is ever learnt. */
export const STAFF_WORD = '<staff>';

/** More concepts than this over one word add nothing. */
const MOST_CONCEPTS = 16;
const NONE: readonly number[] = [];

/** The meaning of each word of a stretch: the number of its vector, and the numbers of the concepts that cover it. */
export interface Senses {
  readonly words: readonly number[];
  readonly concepts: readonly (readonly number[])[];
}

/** The words and concepts that have a number. */
export interface Known {
  readonly words: ReadonlyMap<string, number>;
  readonly concepts: ReadonlyMap<string, number>;
}

/** Finds the numbers of words `from` up to `to` of a reading. */
export function createSenseFinder({ people, conceptNames }: Compiled, known: Known) {
  const numbers = new WeakMap<PhraseNode, readonly number[]>();

  function conceptsOf(node: PhraseNode): readonly number[] {
    const before = numbers.get(node);
    if (before !== undefined) return before;
    const names = [...node.belongs].flatMap((atom) => conceptNames.get(atom) ?? []);
    const found = [...new Set(names.flatMap((name) => known.concepts.get(name) ?? []))].slice(0, MOST_CONCEPTS);
    numbers.set(node, found);
    return found;
  }

  /** The number of a word as the rules read it; failing that, of another reading of it. */
  function wordAt(reading: Reading, at: number): number {
    if (reading.tags.covers(people.staffName, at, at + 1)) return known.words.get(STAFF_WORD) ?? UNKNOWN;
    const forms = reading.tokens[at]?.forms ?? [];
    const meant = known.words.get(forms[1] ?? forms[0] ?? '');
    if (meant !== undefined) return meant;
    for (const form of forms) {
      const number = known.words.get(form);
      if (number !== undefined) return number;
    }
    return UNKNOWN;
  }

  return (reading: Reading, from: number, to: number): Senses => {
    const words = new Array<number>(to - from);
    const concepts = new Array<readonly number[]>(to - from).fill(NONE);
    const { phrases, first } = reading.tags.starting;
    for (let at = from; at < to; at += 1) {
      words[at - from] = wordAt(reading, at);
      const next = first[at + 1] as number;
      for (let place = first[at] as number; place < next; place += 1) {
        const { node, end } = phrases[place] as Phrase;
        const named = conceptsOf(node);
        const behind = Math.min(end, to);
        for (let over = at; over < behind; over += 1)
          concepts[over - from] = both(concepts[over - from] as readonly number[], named);
      }
    }
    return { words, concepts };
  };
}

/**
 * The first list, followed by what only the second has. Most words are covered by one phrase only and share its list.
 */
function both(one: readonly number[], other: readonly number[]): readonly number[] {
  if (one.length === 0) return other;
  let joined: number[] | null = null;
  for (const concept of other) {
    const known = joined ?? one;
    if (known.length === MOST_CONCEPTS) break;
    if (!known.includes(concept)) (joined ??= [...one]).push(concept);
  }
  return joined ?? one;
}
