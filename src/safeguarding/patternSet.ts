import type { PhraseNode } from './endings';
import type { Layout, Variant } from './layout';
import { LonePatterns } from './lone';
import { grow, type Match, type Place } from './match';

/** What a phrase sets off wherever it stands. */
interface SetOff {
  readonly atoms: Int32Array;
  /** Patterns that begin with it. */
  readonly beginnings: readonly Variant[];
  /** Of each of them, the unit that is least likely to stand in the message too. */
  readonly needs: Int32Array;
  /** Owners of patterns that the phrase alone fulfils. */
  readonly fulfils: Int32Array;
}

/** What was found in a message: matches are in reading order. */
export interface Found {
  has(owner: number): boolean;
  of(owner: number): readonly Match[];
}

const NO_MATCHES: readonly Match[] = [];

/**
 * All patterns of everything. Each begins at its most telling unit, only where all its units stand somewhere in the
 * message, and grows from there to both sides, a few words at a time: work grows with the text, never with its square,
 * and a pattern whose words are absent costs nothing.
 */
export class PatternSet {
  private readonly atoms: number;
  private readonly lone: LonePatterns;
  /** By the atom they begin with. */
  private readonly beginnings = new Map<number, Variant[]>();
  /** By the number of the phrase's node. */
  private readonly setOff: (SetOff | undefined)[] = [];

  /** `owners`: how many there are. */
  constructor(
    { variants, lone, parents }: Layout,
    private readonly owners: number,
  ) {
    this.atoms = parents.length;
    this.lone = new LonePatterns(lone);
    for (const variant of variants) {
      const atom = variant.steps[variant.begin]?.atom as number;
      const beginnings = this.beginnings.get(atom);
      if (beginnings === undefined) this.beginnings.set(atom, [variant]);
      else beginnings.push(variant);
    }
  }

  /** Finds every match in the tokens. */
  match(place: Place): Found {
    const present = new Uint8Array(this.atoms);
    const found = new Uint8Array(this.owners);
    for (const { node } of place.tags.all) {
      const { atoms, fulfils } = this.setOffBy(node);
      for (const atom of atoms) present[atom] = 1;
      for (const owner of fulfils) found[owner] = 1;
    }
    const grown = this.growIn(place, present, found);
    const known = new Map<number, readonly Match[]>();
    return {
      has: (owner) => found[owner] === 1,
      of: (owner) => {
        if (found[owner] !== 1) return NO_MATCHES;
        const matches = known.get(owner) ?? together(grown.get(owner), this.lone.matches(owner, place.tags, present));
        known.set(owner, matches);
        return matches;
      },
    };
  }

  private growIn(place: Place, present: Uint8Array, found: Uint8Array): ReadonlyMap<number, readonly Match[]> {
    const grown = new Map<number, Match[]>();
    for (const phrase of place.tags.all) {
      const { beginnings, needs } = this.setOffBy(phrase.node);
      for (let at = 0; at < needs.length; at += 1) {
        if (present[needs[at] as number] !== 1) continue;
        const variant = beginnings[at] as Variant;
        const match = standSomewhere(variant, present) ? grow(variant, phrase, place) : null;
        if (match === null) continue;
        found[variant.owner] = 1;
        const list = grown.get(variant.owner);
        if (list === undefined) grown.set(variant.owner, [match]);
        else list.push(match);
      }
    }
    return grown;
  }

  private setOffBy(node: PhraseNode): SetOff {
    const known = this.setOff[node.number];
    if (known !== undefined) return known;
    const atoms = Int32Array.from(node.belongs);
    const beginnings = [...atoms].flatMap((atom) => this.beginnings.get(atom) ?? []);
    const needs = Int32Array.from(beginnings, (variant) => variant.needs);
    const fulfils = Int32Array.from(this.lone.ownersOf(node.belongs));
    return (this.setOff[node.number] = { atoms, beginnings, needs, fulfils });
  }
}

function standSomewhere({ steps }: Variant, present: Uint8Array): boolean {
  for (const { atom } of steps) if (present[atom] !== 1) return false;
  return true;
}

function together(long: readonly Match[] | undefined, short: readonly Match[]): readonly Match[] {
  if (long === undefined) return short;
  return short.length === 0 ? long : [...long, ...short].sort((a, b) => a.start - b.start);
}
