import type { PhraseNode } from './atoms';
import type { Match } from './match';
import type { Phrase, Tags } from './tag';

const NONE: readonly number[] = [];
const NO_MATCHES: readonly Match[] = [];

/**
 * Patterns of a single unit: half of all parts of sets. Where they stand is known from the tags, so nothing is grown for
 * them, and matches are made only for the owners somebody asks about.
 */
export class LonePatterns {
  private readonly atomsOf = new Map<number, number[]>();
  private readonly wanted = new Set<number>();
  private readonly byNode = new WeakMap<PhraseNode, readonly number[]>();

  add(atom: number, owner: number): void {
    this.atomsOf.set(owner, [...(this.atomsOf.get(owner) ?? []), atom]);
    this.wanted.add(atom);
  }

  /** Every match of an owner in these tags, in reading order. */
  in(tags: Tags): (owner: number) => readonly Match[] {
    const places = this.placesIn(tags);
    const made = new Map<number, readonly Match[]>();
    return (owner) => {
      const before = made.get(owner);
      if (before !== undefined) return before;
      const standing = this.atomsOf.get(owner)?.filter((atom) => places.has(atom)) ?? NONE;
      if (standing.length === 0) return NO_MATCHES;
      const matches = standing
        .flatMap((atom) => (places.get(atom) ?? []).map((phrase) => matchAt(atom, phrase)))
        .sort((one, other) => one.start - other.start || one.end - other.end);
      made.set(owner, matches);
      return matches;
    };
  }

  private placesIn(tags: Tags): ReadonlyMap<number, readonly Phrase[]> {
    const places = new Map<number, Phrase[]>();
    for (let at = 0; at < tags.length; at += 1) {
      for (const phrase of tags.startingAt(at)) {
        for (const atom of this.wantedAt(phrase.node)) {
          const list = places.get(atom);
          if (list === undefined) places.set(atom, [phrase]);
          else list.push(phrase);
        }
      }
    }
    return places;
  }

  private wantedAt(node: PhraseNode): readonly number[] {
    const known = this.byNode.get(node);
    if (known !== undefined) return known;
    const all = [...node.belongs].filter((atom) => this.wanted.has(atom));
    this.byNode.set(node, all);
    return all;
  }
}

function matchAt(atom: number, { start, end }: Phrase): Match {
  return { units: [{ atom, start, end }], start, end };
}
