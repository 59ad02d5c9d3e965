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
  readonly words: Int32Array;
  /** The concepts of word n stand from `starts[n]` to `starts[n + 1]`. */
  readonly starts: Int32Array;
  readonly concepts: Int32Array;
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
    return forms.map((form) => known.words.get(form)).find((number) => number !== undefined) ?? UNKNOWN;
  }

  return (reading: Reading, from: number, to: number): Senses => {
    const covering = Array.from({ length: to - from }, (): number[] => []);
    for (let at = from; at < to; at += 1) {
      for (const { node, end } of reading.tags.startingAt(at)) {
        for (const concept of conceptsOf(node)) {
          for (let over = at; over < Math.min(end, to); over += 1) {
            const here = covering[over - from] as number[];
            if (here.length < MOST_CONCEPTS && !here.includes(concept)) here.push(concept);
          }
        }
      }
    }
    const starts = new Int32Array(covering.length + 1);
    covering.forEach((here, at) => {
      starts[at + 1] = (starts[at] as number) + here.length;
    });
    return {
      words: Int32Array.from(covering, (_, at) => wordAt(reading, from + at)),
      starts,
      concepts: Int32Array.from(covering.flat()),
    };
  };
}
