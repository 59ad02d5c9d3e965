import type { AtomTable } from './atoms';
import type { PhraseNode } from './endings';
import { LonePatterns } from './lone';
import { grow, type Match, type Place, type Variant } from './match';
import type { Pattern, Step } from './patternLanguage';

/** Where to begin: finding this step of this variant. */
interface Beginning {
  readonly variant: Variant;
  readonly step: number;
  /** The next most telling unit of the variant. */
  readonly needs: number;
}

/** What a phrase sets off wherever it stands. */
interface SetOff {
  readonly atoms: Int32Array;
  readonly beginnings: readonly Beginning[];
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

const MOST_OPTIONALS = 6;
const NO_MATCHES: readonly Match[] = [];

/**
 * All patterns of everything. Each begins at its most telling unit, only where all its units stand somewhere in the
 * message, and grows from there to both sides, a few words at a time: work grows with the text, never with its square,
 * and a pattern whose words are absent costs nothing.
 */
export class PatternSet {
  private readonly variants: Variant[] = [];
  private readonly lone = new LonePatterns();
  private readonly beginnings = new Map<number, Beginning[]>();
  /** By the number of the phrase's node. */
  private readonly setOff: (SetOff | undefined)[] = [];
  private owners = 0;

  constructor(private readonly atoms: AtomTable) {}

  /** `owner` is the number that matches of this pattern are returned under. */
  add(pattern: Pattern, owner: number): void {
    this.owners = Math.max(this.owners, owner + 1);
    for (const steps of withoutOptionals(pattern.steps)) {
      const only = steps.length === 1 && !pattern.fromStart && pattern.toEnd === null ? steps[0] : undefined;
      if (only !== undefined) {
        this.lone.add(this.atoms.of(only), owner);
        continue;
      }
      this.variants.push({
        owner,
        steps: steps.map((step) => ({ atom: this.atoms.of(step), gap: step.gap })),
        fromStart: pattern.fromStart,
        toEnd: pattern.toEnd,
      });
    }
  }

  /** Call once all patterns are in and the atoms are closed. */
  close(): void {
    for (const variant of this.variants) {
      const [step, second = step] = this.mostTelling(variant) as [number, number?];
      const atom = variant.steps[step]?.atom as number;
      const beginning = { variant, step, needs: variant.steps[second]?.atom as number };
      const beginnings = this.beginnings.get(atom);
      if (beginnings === undefined) this.beginnings.set(atom, [beginning]);
      else beginnings.push(beginning);
    }
  }

  /** Finds every match in the tokens. */
  match(place: Place): Found {
    const present = new Uint8Array(this.atoms.count);
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
        const matches = known.get(owner) ?? together(grown.get(owner), this.lone.matches(owner, place.tags));
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
        const { variant, step } = beginnings[at] as Beginning;
        const match = standSomewhere(variant, present) ? grow(variant, step, phrase, place) : null;
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
    const needs = Int32Array.from(beginnings, (beginning) => beginning.needs);
    const fulfils = Int32Array.from(this.lone.ownersOf(node.belongs));
    return (this.setOff[node.number] = { atoms, beginnings, needs, fulfils });
  }

  /** The steps of a variant, the most telling first. */
  private mostTelling({ steps }: Variant): number[] {
    const cost = ({ atom }: Variant['steps'][number]): number =>
      (this.atoms.everyday[atom] === true ? 1e6 : 0) + (this.atoms.phrases[atom] ?? 0);
    const costs = steps.map(cost);
    return [...costs.keys()].sort((a, b) => (costs[a] as number) - (costs[b] as number));
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

/** A pattern with optional steps is several patterns without. */
function withoutOptionals(steps: readonly Step[]): (readonly Step[])[] {
  const optionals = steps.filter((step) => step.optional).length;
  if (optionals > MOST_OPTIONALS) throw new Error(`more than ${MOST_OPTIONALS} optional steps in one pattern`);
  let ways: Step[][] = [[]];
  for (const step of steps) {
    const taken = ways.map((way) => [...way, step]);
    ways = step.optional ? [...taken, ...ways.map((way) => [...way])] : taken;
  }
  return ways.filter((way) => way.length > 0);
}
