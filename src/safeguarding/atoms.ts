import { parsePhrase, type Choice, type Unit } from './patternLanguage';

/** A leaf of the phrase tree, or a way on. Atoms are numbered: each concept is one, and each unit of a pattern. */
export interface PhraseNode {
  readonly next: Map<string, PhraseNode>;
  /** Atoms that a phrase ending here belongs to, and all that include those. Complete after `close`. */
  readonly belongs: Set<number>;
}

export interface AtomTable {
  readonly root: PhraseNode;
  readonly count: number;
  /** The number of the atom for a unit; made on first sight. */
  of(unit: Unit): number;
  concept(name: string): number | undefined;
  /** Phrases that spell each atom out: few means telling. Settled by `close`. */
  readonly phrases: readonly number[];
  /** True for an atom that holds an everyday little word ("i", "me", "to"): a poor place to start looking. */
  readonly everyday: readonly boolean[];
  /** A node outside the tree for words of that atom that are known only with the message. */
  nodeOf(atom: number): PhraseNode;
  close(): void;
}

const MOST_PHRASES = 20_000;
const LITTLE_WORDS = new Set(
  (
    'i im ive ill id me my mine you u your he hes him his she shes her they theyre them their it its we us our a an the this that ' +
    'to of in on at for with from by as is are was were be been am do does did dont has have had not no so and or but if when what ' +
    'who how why up out off down about get got go going just like all one some any can cant will would want now then there here'
  ).split(' '),
);

/**
 * All words of all concepts as one tree walked over the tokens, so that the price of a message does not grow with the
 * number of rules. Concepts that name other concepts whole are links; inside longer phrases they are spelt out.
 */
export function createAtoms(
  concepts: Readonly<Record<string, readonly string[]>>,
  expand: (word: string) => readonly string[],
): AtomTable {
  const root: PhraseNode = { next: new Map(), belongs: new Set() };
  const numbers = new Map<string, number>();
  const parents: Set<number>[] = [];
  const phrases: number[] = [];
  const everyday: boolean[] = [];
  const includedIn: number[][] = [];
  const spelt = new Map<string, readonly (readonly string[])[]>();
  const entries = new Map(Object.entries(concepts).map(([name, words]) => [name, words.map(parsePhrase)]));

  function fresh(key: string): number {
    const atom = parents.length;
    numbers.set(key, atom);
    parents.push(new Set());
    phrases.push(0);
    everyday.push(false);
    return atom;
  }

  function fill(atom: number, choices: readonly Choice[], trail: readonly string[]): void {
    for (const choice of choices) {
      const only = choice.units.length === 1 ? choice.units[0] : undefined;
      if (only !== undefined && !only.optional && 'concept' in only)
        parents[conceptAtom(only.concept, trail)]?.add(atom);
      else for (const words of spell(choice, trail)) plant(words, atom);
    }
  }

  function plant(words: readonly string[], atom: number): void {
    let node = root;
    for (const word of words) {
      const next = node.next.get(word) ?? { next: new Map(), belongs: new Set() };
      node.next.set(word, next);
      node = next;
    }
    node.belongs.add(atom);
    phrases[atom] = (phrases[atom] ?? 0) + 1;
    if (words.length === 1 && LITTLE_WORDS.has(words[0] as string)) everyday[atom] = true;
  }

  function conceptAtom(name: string, trail: readonly string[]): number {
    const known = numbers.get(`<${name}>`);
    if (known !== undefined) return known;
    const choices = entries.get(name);
    if (choices === undefined) throw new Error(`there is no concept <${name}>`);
    if (trail.includes(name)) throw new Error(`<${name}> is defined by itself`);
    const atom = fresh(`<${name}>`);
    fill(atom, choices, [...trail, name]);
    return atom;
  }

  function spellConcept(name: string, trail: readonly string[]): readonly (readonly string[])[] {
    const before = spelt.get(name);
    if (before !== undefined) return before;
    const choices = entries.get(name);
    if (choices === undefined) throw new Error(`there is no concept <${name}>`);
    if (trail.includes(name)) throw new Error(`<${name}> is defined by itself`);
    const all = choices.flatMap((choice) => spell(choice, [...trail, name]));
    spelt.set(name, all);
    return all;
  }

  function spell(choice: Choice, trail: readonly string[]): readonly (readonly string[])[] {
    let all: (readonly string[])[] = [[]];
    for (const unit of choice.units) {
      const ways = [...spellUnit(unit, trail), ...(unit.optional ? [[]] : [])];
      all = all.flatMap((head) => ways.map((tail) => [...head, ...tail]));
      if (all.length > MOST_PHRASES) throw new Error(`more than ${MOST_PHRASES} phrases in one entry`);
    }
    return all.filter((words) => words.length > 0);
  }

  function spellUnit(unit: Unit, trail: readonly string[]): readonly (readonly string[])[] {
    if ('word' in unit) return [expand(unit.word)];
    if ('concept' in unit) return spellConcept(unit.concept, trail);
    return unit.choice.flatMap((choice) => spell(choice, trail));
  }

  return {
    root,
    get count() {
      return parents.length;
    },
    phrases,
    everyday,
    nodeOf: (atom) => ({ next: new Map(), belongs: new Set(includedIn[atom]) }),
    concept: (name) => (entries.has(name) ? conceptAtom(name, []) : undefined),
    of(unit) {
      if ('concept' in unit) return conceptAtom(unit.concept, []);
      const key = JSON.stringify(unit);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const atom = fresh(key);
      fill(atom, 'word' in unit ? [{ units: [{ ...unit, optional: false }] }] : unit.choice, []);
      return atom;
    },
    close() {
      parents.forEach((_, atom) => {
        const all = new Set<number>([atom]);
        for (const each of all) parents[each]?.forEach((parent) => all.add(parent));
        includedIn[atom] = [...all];
      });
      complete(root, includedIn);
      addUp(includedIn, phrases, everyday);
    },
  };
}

function complete(node: PhraseNode, includedIn: readonly (readonly number[])[]): void {
  for (const atom of [...node.belongs]) includedIn[atom]?.forEach((parent) => node.belongs.add(parent));
  node.next.forEach((next) => complete(next, includedIn));
}

/** What a concept includes counts as its own. */
function addUp(includedIn: readonly (readonly number[])[], phrases: number[], everyday: boolean[]): void {
  const own = [...phrases];
  includedIn.forEach((all, atom) => {
    for (const parent of all) {
      if (parent === atom) continue;
      phrases[parent] = (phrases[parent] ?? 0) + (own[atom] ?? 0);
      everyday[parent] = everyday[parent] || everyday[atom] || false;
    }
  });
}
