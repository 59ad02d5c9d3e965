import type { Step } from './patternLanguage';

/**
 * All rules as tables, with nothing left to work out: what takes long of compiling, and depends on nothing but the rules
 * and the engine. Plain data, so that the build can keep it.
 */
export interface Layout {
  /** Every word some phrase uses; its number is its place. */
  readonly words: readonly string[];
  /** The phrases: paths of words, and where each ends. */
  readonly phrases: PathTable;
  readonly endings: EndingLists;
  /** Of each atom, the atoms that hold all its phrases. */
  readonly parents: readonly (readonly number[])[];
  /** The atom of each concept. */
  readonly concepts: Readonly<Record<string, number>>;
  readonly variants: readonly Variant[];
  /** Patterns of a single unit: atom and owner. */
  readonly lone: readonly (readonly [atom: number, owner: number])[];
}

/** Steps from node to node: an open table of the nodes they lead to, and of each node from where and by what. */
export interface PathTable {
  readonly slots: Int32Array;
  readonly steps: Int32Array;
}

/** Lists of atoms: the number of the list at each node, and of each list the one without its last atom, and that atom. */
export interface EndingLists {
  readonly at: Int32Array;
  readonly shorter: Int32Array;
  readonly last: Int32Array;
}

/** One way to fulfil a pattern: all these units, in this order. */
export interface Variant {
  readonly owner: number;
  readonly steps: readonly { readonly atom: number; readonly gap: Step['gap'] }[];
  readonly fromStart: number | null;
  readonly toEnd: number | null;
  readonly toPause: boolean;
  /** The most telling step: where to begin. */
  readonly begin: number;
  /** The atom of the next most telling one. */
  readonly needs: number;
}
