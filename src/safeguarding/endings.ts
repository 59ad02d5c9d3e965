import { Paths, ROOT } from './phraseTree';

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
 * Which atoms end at which nodes. Thousands of nodes spell out the same atoms, so a list of atoms is kept once: it is a
 * number, reached from that of the list without its last atom.
 */
export class Endings {
  private readonly lists = new Paths(1 << 16);
  private readonly shorter = [ROOT];
  private readonly last = [-1];
  private readonly listAt: number[] = [];
  private readonly made: (PhraseNode | undefined)[] = [];
  private count = 0;

  /** `includedIn`: an atom, and every atom that holds all its phrases. */
  constructor(private readonly includedIn: (atom: number) => readonly number[]) {}

  /** Says that a phrase of an atom ends at a node. */
  add(node: number, atom: number): void {
    const list = this.listAt[node] ?? ROOT;
    if (this.last[list] === atom) return;
    while (this.listAt.length <= node) this.listAt.push(ROOT);
    this.listAt[node] = this.longer(list, atom);
  }

  /** What ends at a node; null for nothing. Only to be asked once everything is added. */
  at(node: number): PhraseNode | null {
    const list = this.listAt[node] ?? ROOT;
    return list === ROOT ? null : (this.made[list] ??= this.make(this.closureOf(list)));
  }

  /** What a word is that is known only with the message, and stands for that atom. */
  standingFor(atom: number): PhraseNode {
    return this.make(new Set(this.includedIn(atom)));
  }

  private make(belongs: ReadonlySet<number>): PhraseNode {
    const number = this.count;
    this.count += 1;
    const bits = new Uint32Array((Math.max(...belongs) >>> 5) + 1);
    for (const atom of belongs) bits[atom >>> 5] = (bits[atom >>> 5] as number) | (1 << (atom & 31));
    return { number, belongs, bits };
  }

  private longer(list: number, atom: number): number {
    const longer = this.lists.grow(list, atom);
    this.shorter[longer] = list;
    this.last[longer] = atom;
    return longer;
  }

  private closureOf(list: number): Set<number> {
    const own: number[] = [];
    for (let each = list; each !== ROOT; each = this.shorter[each] as number) own.unshift(this.last[each] as number);
    const all = new Set(own);
    for (const atom of own) for (const parent of this.includedIn(atom)) all.add(parent);
    return all;
  }
}
