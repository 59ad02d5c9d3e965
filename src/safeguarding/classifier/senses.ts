import type { PhraseNode } from '../atoms';
import type { Compiled } from '../compile';
import type { Reading } from '../reading';

/** Number of a word, or a staff member's name, that the table does not hold. */
export const UNKNOWN = 0;
/** Stands in the table for every name of the service's adults: none of them is ever learnt. */
export const STAFF_WORD = '<staff>';

/** More concepts than this over one word say nothing new. */
const MOST_CONCEPTS = 16;

/** What each word of a stretch means: the number of its vector, and those of the concepts that cover it. */
export interface Senses {
  readonly words: readonly number[];
  readonly concepts: readonly (readonly number[])[];
}

/** What is known by number. */
export interface Known {
  readonly words: ReadonlyMap<string, number>;
  readonly concepts: ReadonlyMap<string, number>;
}

export function createSenseFinder({ people, conceptNames }: Compiled, known: Known) {
  const numbers = new WeakMap<PhraseNode, readonly number[]>();

  function conceptsOf(node: PhraseNode): readonly number[] {
    const before = numbers.get(node);
    if (before !== undefined) return before;
    const names = [...node.belongs].flatMap((atom) => conceptNames.get(atom) ?? []);
    const found = names.flatMap((name) => known.concepts.get(name) ?? []);
    numbers.set(node, found);
    return found;
  }

  /** The word as the rules read it, or failing that another way to read it. */
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
    const words: number[] = [];
    const concepts: number[][] = [];
    for (let at = from; at < to; at += 1) {
      words.push(wordAt(reading, at));
      concepts.push([]);
    }
    for (let at = from; at < to; at += 1) {
      for (const { node, end } of reading.tags.startingAt(at)) {
        const named = conceptsOf(node);
        if (named.length === 0) continue;
        for (let over = at; over < Math.min(end, to); over += 1) addAll(named, concepts[over - from] as number[]);
      }
    }
    return { words, concepts };
  };
}

function addAll(named: readonly number[], to: number[]): void {
  for (const concept of named) if (to.length < MOST_CONCEPTS && !to.includes(concept)) to.push(concept);
}
