import { createAtoms, type AtomTable, type PhraseNode } from './atoms';
import type { Phrases } from './tag';
import { parsePattern } from './patternLanguage';
import { PatternSet } from './patternSet';
import type { Assertion, DisclosureRules, Frame, KindRule } from './rules';
import { createSpelling, type Spelling } from './spelling';

/** Numbers under which the matches of a rule's parts come back from the pattern set. */
export interface CompiledRule {
  readonly rule: KindRule;
  readonly patterns: number | null;
  readonly together: readonly (readonly number[])[];
  readonly unless: number | null;
  readonly raise: readonly {
    readonly owner: number;
    readonly to: 'worry' | 'urgent' | 'immediate';
    readonly because: string;
  }[];
}

export interface Compiled {
  readonly spelling: Spelling;
  /** Every phrase of every concept and pattern. */
  readonly phrases: Phrases;
  /** Stands for the names handed in with a message. */
  readonly staffName: PhraseNode;
  readonly patterns: PatternSet;
  readonly rules: readonly CompiledRule[];
  readonly frames: readonly { readonly frame: Frame; readonly owner: number }[];
  readonly assertion: Readonly<Record<keyof Assertion, number>>;
  readonly people: People;
  /** Which atoms are concepts, for the classifier. */
  readonly conceptNames: ReadonlyMap<number, string>;
}

/** Concepts the engine itself asks about. */
export interface People {
  readonly me: number;
  readonly target: number;
  /** Anybody a thing may be done to who is not the writer. */
  readonly them: number;
  readonly staff: number;
  /** Anybody outside the service. */
  readonly another: number;
  readonly staffName: number;
  readonly staffRole: number;
}

/** The reader of the rules has already compiled them, to find faults. */
const done = new WeakMap<DisclosureRules, Compiled>();

/** @throws Error naming the rule or concept that cannot be understood. */
export function compile(source: DisclosureRules): Compiled {
  const known = done.get(source);
  if (known !== undefined) return known;
  const compiled = compileAfresh(source);
  done.set(source, compiled);
  return compiled;
}

function compileAfresh(source: DisclosureRules): Compiled {
  const atoms = createAtoms(source.concepts, (word) => expandWord(word, source.textSpeak));
  const patterns = new PatternSet(atoms);
  let owners = 0;
  const add = (where: string, texts: readonly string[]): number => {
    const owner = owners;
    owners += 1;
    for (const text of texts) naming(where, () => patterns.add(parsePattern(text), owner));
    return owner;
  };
  const compiledRules = source.rules.map((rule) => ({
    rule,
    patterns: rule.patterns === undefined ? null : add(rule.id, rule.patterns),
    together: (rule.together ?? []).map((set) => set.map((text) => add(rule.id, [text]))),
    unless: rule.unless === undefined ? null : add(rule.id, rule.unless),
    raise: (rule.raise ?? []).map(({ with: texts, to, because }) => ({ owner: add(rule.id, texts), to, because })),
  }));
  const frames = source.frames.map((frame) => ({ frame, owner: add(frame.id, frame.patterns) }));
  const assertion = Object.fromEntries(
    Object.entries(source.assertion).map(([name, texts]) => [name, add(name, texts)]),
  ) as Record<keyof Assertion, number>;
  const people = {
    me: conceptOf(atoms, 'me'),
    target: conceptOf(atoms, 'target'),
    them: conceptOf(atoms, 'them'),
    staff: conceptOf(atoms, 'staff'),
    another: conceptOf(atoms, 'another'),
    staffName: conceptOf(atoms, 'staff-name'),
    staffRole: conceptOf(atoms, 'staff-role'),
  };
  const conceptNames = new Map(Object.keys(source.concepts).map((name) => [conceptOf(atoms, name), name]));
  atoms.close();
  patterns.close();
  const { ordinaryWords, textSpeak, emoji } = source;
  const spelling = createSpelling({ vocabulary: atoms.tree.words, ordinaryWords, textSpeak, emoji });
  return {
    spelling,
    phrases: { tree: atoms.tree, endings: atoms.endings },
    staffName: atoms.endings.standingFor(people.staffName),
    patterns,
    rules: compiledRules,
    frames,
    assertion,
    people,
    conceptNames,
  };
}

function conceptOf(atoms: AtomTable, name: string): number {
  const atom = atoms.concept(name);
  if (atom === undefined) throw new Error(`the concept <${name}> must exist`);
  return atom;
}

/** Rules may be written in text-speak too: "idk" in a pattern is "i dont know", as it is in a message. */
function expandWord(word: string, textSpeak: Readonly<Record<string, string>>): readonly string[] {
  const plain = Object.hasOwn(textSpeak, word) ? textSpeak[word] : undefined;
  return plain !== undefined && plain.includes(' ') ? plain.split(' ') : [word];
}

function naming(where: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    throw new Error(`${where}: ${(error as Error).message}`, { cause: error });
  }
}
