import type { EndingLists } from './layout';
import { Paths, ROOT } from './paths';

/** What a phrase is: the atoms it spells out, and all that include those. Shared by all phrases that are the same. */
export interface PhraseNode {
  /** Counted from 0, for tables of what is known of each. */
  readonly number: number;
  readonly belongs: ReadonlySet<number>;
  /** The same as one bit for each atom, for the many places that ask of one. */
  readonly bits: Uint32Array;
}

/** Whether a phrase belongs to an atom. */
export function belongsTo({ bits }: PhraseNode, atom: number): boolean {
  return ((bits[atom >>> 5] as number) & (1 << (atom & 31))) !== 0;
}

/**
 * Collects which atoms end at which nodes. Thousands of nodes spell out the same atoms, so a list of atoms is kept once:
 * it is a number, reached from that of the list without its last atom.
 */
export class EndingsBuilder {
  private readonly lists = new Paths(1 << 16);
  private readonly shorter = [ROOT];
  private readonly last = [-1];
  private readonly at: number[] = [];

  /** Says that a phrase of an atom ends at a node. */
  add(node: number, atom: number): void {
    const list = this.at[node] ?? ROOT;
    if (this.last[list] === atom) return;
    while (this.at.length <= node) this.at.push(ROOT);
    const longer = this.lists.grow(list, atom);
    this.shorter[longer] = list;
    this.last[longer] = atom;
    this.at[node] = longer;
  }

  /** The atoms that end at a node, without those that include them. */
  atomsAt(node: number): readonly number[] {
    const { shorter, last } = this;
    return atomsOf(this.at[node] ?? ROOT, { shorter, last });
  }

  close(): EndingLists {
    return { at: Int32Array.from(this.at), shorter: Int32Array.from(this.shorter), last: Int32Array.from(this.last) };
  }
}

/** What ends at each node. Worked out when first met: most phrases never are. */
export class Endings {
  private readonly made: (PhraseNode | undefined)[] = [];
  private count = 0;

  /** `includedIn`: an atom, and every atom that holds all its phrases. */
  constructor(
    private readonly lists: EndingLists,
    private readonly includedIn: (atom: number) => readonly number[],
  ) {}

  /** Null for a node at which nothing ends. */
  at(node: number): PhraseNode | null {
    const list = this.lists.at[node] ?? ROOT;
    return list === ROOT ? null : (this.made[list] ??= this.make(atomsOf(list, this.lists)));
  }

  /** What a word is that is known only with the message, and stands for that atom. */
  standingFor(atom: number): PhraseNode {
    return this.make([atom]);
  }

  private make(own: readonly number[]): PhraseNode {
    const belongs = new Set(own);
    for (const atom of own) for (const parent of this.includedIn(atom)) belongs.add(parent);
    const bits = new Uint32Array((Math.max(...belongs) >>> 5) + 1);
    for (const atom of belongs) bits[atom >>> 5] = (bits[atom >>> 5] as number) | (1 << (atom & 31));
    const number = this.count;
    this.count += 1;
    return { number, belongs, bits };
  }
}

function atomsOf(list: number, { shorter, last }: { shorter: ArrayLike<number>; last: ArrayLike<number> }): number[] {
  const atoms: number[] = [];
  for (let each = list; each !== ROOT; each = shorter[each] as number) atoms.unshift(last[each] as number);
  return atoms;
}

/** An atom and every atom that holds all of it, nearest first. */
export function inclusions(parents: readonly Iterable<number>[]): (atom: number) => readonly number[] {
  const known: (readonly number[] | undefined)[] = [];
  return (atom) => {
    const before = known[atom];
    if (before !== undefined) return before;
    const all = new Set<number>([atom]);
    for (const each of all) for (const parent of parents[each] ?? []) all.add(parent);
    return (known[atom] = [...all]);
  };
}
