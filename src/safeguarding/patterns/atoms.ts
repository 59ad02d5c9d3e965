import { EndingsBuilder, inclusions } from './endings';
import type { Layout } from './layout';
import { Paths, ROOT } from './paths';
import { parsePhrase, type Choice, type Step } from './patternLanguage';
import { createSpeller } from './spell';

/** Atoms are numbered: each concept is one, and each unit of a pattern. */
export interface AtomTable {
  /** Every word of every phrase, by its number. */
  readonly words: Iterable<string>;
  /** The number of the atom for a step's unit; made on first sight. */
  of(step: Step): number;
  concept(name: string): number;
  /** Phrases that spell each atom out: few means telling. Settled by `close`. */
  readonly phrases: readonly number[];
  /** True for an atom that holds an everyday little word ("i", "me", "to"): a poor place to start looking. */
  readonly everyday: readonly boolean[];
  close(): Pick<Layout, 'phrases' | 'endings' | 'parents'>;
}

const LITTLE_WORDS =
  'i im ive ill id me my mine you u your he hes him his he she shes her they theyre them their it its we us our a an the this that ' +
  'to of in on at for with from by as is are was were be been am do does did dont has have had not no so and or but if when what ' +
  'who how why up out off down about get got go going just like all one some any can cant will would want now then there here';

/**
 * All words of all concepts as one tree that is walked along the tokens, so that the cost of a message does not grow
 * with the number of rules. A concept that contains another whole concept links to it; inside longer phrases concepts
 * are written out.
 */
export function createAtoms(
  concepts: Readonly<Record<string, readonly string[]>>,
  expand: (word: string) => readonly string[],
): AtomTable {
  const entries = new Map(Object.entries(concepts).map(([name, words]) => [name, words.map(parsePhrase)]));
  const tree = new Paths(1 << 17);
  const speller = createSpeller(entries, tree, expand);
  const numbers = new Map<string, number>();
  const parents: Set<number>[] = [];
  const endings = new EndingsBuilder();
  const phrases: number[] = [];
  const everyday: boolean[] = [];
  const little = LITTLE_WORDS.split(' ');

  function fresh(key: string): number {
    const atom = parents.length;
    numbers.set(key, atom);
    parents.push(new Set());
    phrases.push(0);
    everyday.push(false);
    return atom;
  }

  function fill(atom: number, choices: readonly Choice[]): void {
    for (const choice of choices) {
      const only = choice.units.length === 1 ? choice.units[0] : undefined;
      if (only !== undefined && !only.optional && 'concept' in only.unit)
        parents[conceptAtom(only.unit.concept)]?.add(atom);
      else plant(choice, atom);
    }
  }

  function plant(choice: Choice, atom: number): void {
    phrases[atom] = (phrases[atom] ?? 0) + speller.count(choice);
    for (const node of speller.ends(choice, ROOT)) endings.add(node, atom);
  }

  function conceptAtom(name: string): number {
    const known = numbers.get(`<${name}>`);
    if (known !== undefined) return known;
    const choices = entries.get(name);
    if (choices === undefined) throw new Error(`there is no concept <${name}>`);
    const atom = fresh(`<${name}>`);
    fill(atom, choices);
    return atom;
  }

  return {
    get words() {
      return speller.words.keys();
    },
    phrases,
    everyday,
    concept: conceptAtom,
    of({ unit, text }) {
      if ('concept' in unit) return conceptAtom(unit.concept);
      const known = numbers.get(text);
      if (known !== undefined) return known;
      const atom = fresh(text);
      fill(atom, 'word' in unit ? [{ units: [{ unit, optional: false }] }] : unit.choice);
      return atom;
    },
    close() {
      const includedIn = inclusions(parents);
      for (const word of little) {
        const number = speller.words.get(word);
        const node = number === undefined ? ROOT : tree.step(ROOT, number);
        for (const own of endings.atomsAt(node)) for (const atom of includedIn(own)) everyday[atom] = true;
      }
      addUp(parents.length, includedIn, phrases);
      return { phrases: tree.table(), endings: endings.close(), parents: parents.map((each) => [...each]) };
    },
  };
}

/** What a concept includes counts as its own. */
function addUp(count: number, includedIn: (atom: number) => readonly number[], phrases: number[]): void {
  const own = [...phrases];
  for (let atom = 0; atom < count; atom += 1) {
    for (const parent of includedIn(atom))
      if (parent !== atom) phrases[parent] = (phrases[parent] ?? 0) + (own[atom] ?? 0);
  }
}
