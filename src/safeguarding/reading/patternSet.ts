import type { PhraseNode } from '../patterns/endings';
import type { Layout, Variant } from '../patterns/layout';
import { edgesOf, type Around } from './edges';
import { LonePatterns } from './lonePatterns';
import { Grower, type Match, type Place } from './match';
import type { Tags } from './tag';

/** The patterns a phrase starts, wherever it stands. */
interface SetOff {
  readonly atoms: Int32Array;
  /** Patterns that begin with it. */
  readonly beginnings: readonly Variant[];
  /** Of each of them, the unit that is least likely to stand in the message too. */
  readonly needs: Int32Array;
  /** Owners of patterns that the phrase alone fulfils. */
  readonly fulfils: Int32Array;
  /** The message it was met in last, and which of its patterns may stand there: the same phrase often comes again. */
  metIn: number;
  readonly likely: Variant[];
}

/** What was found in a message: matches are in reading order. */
export interface Found {
  has(owner: number): boolean;
  of(owner: number): readonly Match[];
}

const NO_MATCHES: readonly Match[] = [];

/**
 * All patterns of rules, frames and assertions. The search for each begins at its rarest unit, only where all its units
 * stand somewhere in the message, and goes from there to both sides, a few words at a time. So the work grows with the
 * length of the text and not with its square, and a pattern whose words are absent costs nothing.
 */
export class PatternSet {
  private readonly atoms: number;
  private readonly lone: LonePatterns;
  /** By the atom they begin with. */
  private readonly beginnings = new Map<number, Variant[]>();
  /** By the number of the phrase's node. */
  private readonly setOff: (SetOff | undefined)[] = [];
  private readonly grower = new Grower();
  /** How many messages there have been. */
  private messages = 0;

  /** `owners`: how many there are. */
  constructor(
    { variants, lone, parents }: Layout,
    private readonly owners: number,
    private readonly around: Around,
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
    const met = this.meet(place.tags);
    for (const { atoms, fulfils } of met) {
      for (const atom of atoms) present[atom] = 1;
      for (const owner of fulfils) found[owner] = 1;
    }
    for (const setOff of met) chooseLikely(setOff, present);
    const grown = this.growIn(place);
    for (const owner of grown.keys()) found[owner] = 1;
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

  /** What the phrases of a message start, each once. */
  private meet(tags: Tags): readonly SetOff[] {
    this.messages += 1;
    const met: SetOff[] = [];
    for (const { node } of tags.all) {
      const setOff = this.setOffBy(node);
      if (setOff.metIn === this.messages) continue;
      setOff.metIn = this.messages;
      met.push(setOff);
    }
    return met;
  }

  private growIn(unedged: Place): ReadonlyMap<number, readonly Match[]> {
    const place = { ...unedged, edges: edgesOf(unedged, this.around) };
    const grown = new Map<number, Match[]>();
    for (const phrase of place.tags.all) {
      for (const variant of this.setOffBy(phrase.node).likely) {
        const match = this.grower.grow(variant, phrase, place);
        if (match === null) continue;
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
    return (this.setOff[node.number] = { atoms, beginnings, needs, fulfils, metIn: 0, likely: [] });
  }
}

/** Chooses the patterns that begin with it and whose units all stand somewhere in the message. */
function chooseLikely({ beginnings, needs, likely }: SetOff, present: Uint8Array): void {
  likely.length = 0;
  for (let at = 0; at < needs.length; at += 1) {
    const variant = beginnings[at] as Variant;
    if (present[needs[at] as number] === 1 && standSomewhere(variant, present)) likely.push(variant);
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
