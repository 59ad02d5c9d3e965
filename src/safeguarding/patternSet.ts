import type { AtomTable } from './atoms';
import type { PhraseNode } from './endings';
import { LonePatterns } from './lone';
import { grow, type Match, type Place, type Variant } from './match';
import type { Pattern, Step } from './patternLanguage';

/** Where to begin: finding this step of this variant. */
interface Beginning {
  readonly variant: Variant;
  readonly step: number;
}

/** What a phrase sets off wherever it stands. */
interface SetOff {
  readonly atoms: readonly number[];
  readonly beginnings: readonly Beginning[];
  /** Owners of patterns that the phrase alone fulfils. */
  readonly fulfils: readonly number[];
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
      const step = this.mostTelling(variant);
      const atom = variant.steps[step]?.atom as number;
      const beginnings = this.beginnings.get(atom);
      if (beginnings === undefined) this.beginnings.set(atom, [{ variant, step }]);
      else beginnings.push({ variant, step });
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
      for (const { variant, step } of this.setOffBy(phrase.node).beginnings) {
        if (!standSomewhere(variant, present)) continue;
        const match = grow(variant, step, phrase, place);
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
    const atoms = [...node.belongs];
    const beginnings = atoms.flatMap((atom) => this.beginnings.get(atom) ?? []);
    return (this.setOff[node.number] = { atoms, beginnings, fulfils: this.lone.ownersOf(node.belongs) });
  }

  private mostTelling(variant: Variant): number {
    const cost = (atom: number): number =>
      (this.atoms.everyday[atom] === true ? 1e6 : 0) + (this.atoms.phrases[atom] ?? 0);
    const costs = variant.steps.map((step) => cost(step.atom));
    return costs.indexOf(Math.min(...costs));
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
