import type { Layout } from '../patterns/layout';
import type { Match } from './match';
import type { Tags } from './tag';

/**
 * Patterns of a single unit: half of all patterns. Where they stand is known from the tags alone, so they need no
 * search, and matches are made only for the owners somebody asks about.
 */
export class LonePatterns {
  private readonly atoms = new Map<number, number[]>();
  private readonly owners = new Map<number, number[]>();

  constructor(patterns: Layout['lone']) {
    for (const [atom, owner] of patterns) {
      append(this.atoms, owner, atom);
      append(this.owners, atom, owner);
    }
  }

  /** The owners of patterns that any of these atoms is. */
  ownersOf(atoms: ReadonlySet<number>): readonly number[] {
    return [...new Set([...atoms].flatMap((atom) => this.owners.get(atom) ?? []))];
  }

  /** Every match of an owner in these tags, in reading order. `present`: the atoms that stand there at all. */
  matches(owner: number, tags: Tags, present: Uint8Array): readonly Match[] {
    const atoms = this.atoms.get(owner);
    if (atoms === undefined) return [];
    const matches: Match[] = [];
    for (const atom of atoms) {
      if (present[atom] !== 1) continue;
      for (const { start, end } of tags.placesOf(atom)) matches.push({ units: [{ atom, start, end }], start, end });
    }
    return atoms.length === 1 ? matches : matches.sort((one, other) => one.start - other.start || one.end - other.end);
  }
}

function append(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
