import type { Paths } from './paths';
import type { Choice, Part } from './patternLanguage';

const MOST_PHRASES = 20_000;

/** The concepts by name, as alternatives. */
export type Concepts = ReadonlyMap<string, readonly Choice[]>;

/** How the words of a choice are laid out as paths of the tree. */
export interface Speller {
  /** Every word met so far, with its number. */
  readonly words: ReadonlyMap<string, number>;
  /** How many phrases a choice stands for. @throws Error for an unknown concept, one within itself, or far too many. */
  count(choice: Choice): number;
  /** Every node at which a phrase of the choice ends that begins at `from`, some twice; the tree grows as it must. */
  ends(choice: Choice, from: number): readonly number[];
}

/** Spells choices out without writing a phrase down; what a concept reaches from a node is worked out once. */
export function createSpeller(concepts: Concepts, tree: Paths, expand: (word: string) => readonly string[]): Speller {
  const counts = new Map<string, number>();
  const counting = new Set<string>();
  const numbers = new Map([...concepts.keys()].map((name, index) => [name, index]));
  const reached = new Map<number, readonly number[]>();
  const paths = new Map<string, readonly number[]>();
  const words = new Map<string, number>();

  function countConcept(name: string): number {
    const known = counts.get(name);
    if (known !== undefined) return known;
    const choices = concepts.get(name);
    if (choices === undefined) throw new Error(`there is no concept <${name}>`);
    if (counting.has(name)) throw new Error(`<${name}> is defined by itself`);
    counting.add(name);
    const sum = choices.reduce((all, choice) => all + count(choice), 0);
    counting.delete(name);
    counts.set(name, sum);
    return sum;
  }

  function countPart({ unit }: Part): number {
    if ('word' in unit) return 1;
    return 'concept' in unit ? countConcept(unit.concept) : unit.choice.reduce((all, each) => all + count(each), 0);
  }

  function count({ units }: Choice): number {
    let phrases = 1;
    for (const part of units) {
      phrases *= countPart(part) + (part.optional ? 1 : 0);
      if (phrases > MOST_PHRASES) throw new Error(`more than ${MOST_PHRASES} phrases in one entry`);
    }
    return units.every((part) => part.optional) ? phrases - 1 : phrases;
  }

  function numberOf(word: string): number {
    const number = words.get(word) ?? words.size;
    words.set(word, number);
    return number;
  }

  /** The words a word stands for, as numbers. */
  function pathOf(word: string): readonly number[] {
    const known = paths.get(word);
    if (known !== undefined) return known;
    const path = expand(word).map(numberOf);
    paths.set(word, path);
    return path;
  }

  function afterConcept(name: string, from: number): readonly number[] {
    const key = from * numbers.size + (numbers.get(name) as number);
    const known = reached.get(key);
    if (known !== undefined) return known;
    const nodes = unique(afterChoices(concepts.get(name) ?? [], from));
    reached.set(key, nodes);
    return nodes;
  }

  function afterChoices(choices: readonly Choice[], from: number): readonly number[] {
    const nodes: number[] = [];
    for (const choice of choices) lay(choice, from, nodes);
    return nodes;
  }

  function lay(choice: Choice, from: number, into: number[]): void {
    // Where nothing can be spelt out, no word of it may enter the tree either: spelling is repaired towards those.
    if (choice.units.length > 1 && count(choice) === 0) return;
    layFrom(choice.units, 0, from, from, into);
  }

  function layFrom(units: readonly Part[], at: number, start: number, from: number, into: number[]): void {
    const part = units[at];
    if (part === undefined) {
      if (from !== start) into.push(from);
      return;
    }
    const { unit, optional } = part;
    if ('word' in unit) {
      let node = from;
      for (const word of pathOf(unit.word)) node = tree.grow(node, word);
      layFrom(units, at + 1, start, node, into);
    } else {
      const nodes = 'concept' in unit ? afterConcept(unit.concept, from) : afterChoices(unit.choice, from);
      for (const node of nodes) layFrom(units, at + 1, start, node, into);
    }
    if (optional) layFrom(units, at + 1, start, from, into);
  }

  return { words, count, ends: (choice, from) => afterChoices([choice], from) };
}

function unique(nodes: readonly number[]): readonly number[] {
  return nodes.length < 2 ? nodes : [...new Set(nodes)];
}
