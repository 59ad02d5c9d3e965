import type { AtomTable, PhraseNode } from './atoms';
import { LonePatterns } from './lone';
import type { Pattern, Step } from './patternLanguage';
import type { Phrase, Tags } from './tag';
import type { Token } from './tokens';

/** One matched unit: tokens `start` to `end`, end exclusive. */
export interface MatchedUnit {
  readonly atom: number;
  readonly start: number;
  readonly end: number;
}
export interface Match {
  readonly units: readonly MatchedUnit[];
  readonly start: number;
  readonly end: number;
}

interface Variant {
  readonly owner: number;
  readonly steps: readonly { readonly atom: number; readonly gap: Step['gap'] }[];
  readonly fromStart: boolean;
  readonly toEnd: number | null;
}
/** Where to begin: finding this step of this variant. */
interface Beginning {
  readonly variant: Variant;
  readonly step: number;
}
interface Chain {
  readonly unit: MatchedUnit;
  readonly rest: Chain | null;
}
interface Place {
  readonly tokens: readonly Token[];
  readonly tags: Tags;
  /** First token of the judged message, where ^ stands. */
  readonly judgedFrom: number;
}

const MOST_OPTIONALS = 6;

/**
 * All patterns of everything. Each begins at its most telling unit and grows from there to both sides, a few words at a
 * time: work grows with the text, never with its square, and a pattern whose telling words are absent costs nothing.
 */
export class PatternSet {
  private readonly variants: Variant[] = [];
  private readonly lone = new LonePatterns();
  private readonly beginnings = new Map<number, Beginning[]>();
  private readonly byNode = new WeakMap<PhraseNode, readonly Beginning[]>();

  constructor(private readonly atoms: AtomTable) {}

  /** `owner` is the number that matches of this pattern are returned under. */
  add(pattern: Pattern, owner: number): void {
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

  /** Finds every match in the tokens; the answer gives those of one owner, in reading order. */
  match(place: Place): (owner: number) => readonly Match[] {
    const grown = this.growIn(place);
    const lone = this.lone.in(place.tags);
    const both = new Map<number, readonly Match[]>();
    return (owner) => {
      const long = grown.get(owner);
      const short = lone(owner);
      if (long === undefined) return short;
      if (short.length === 0) return long;
      const known = both.get(owner) ?? [...long, ...short].sort((a, b) => a.start - b.start);
      both.set(owner, known);
      return known;
    };
  }

  private growIn(place: Place): ReadonlyMap<number, readonly Match[]> {
    const matches = new Map<number, Match[]>();
    for (let at = 0; at < place.tokens.length; at += 1) {
      for (const phrase of place.tags.startingAt(at)) {
        for (const { variant, step } of this.beginningsAt(phrase.node)) {
          const match = grow(variant, step, phrase, place);
          if (match === null) continue;
          const list = matches.get(variant.owner);
          if (list === undefined) matches.set(variant.owner, [match]);
          else list.push(match);
        }
      }
    }
    return matches;
  }

  private beginningsAt(node: PhraseNode): readonly Beginning[] {
    const known = this.byNode.get(node);
    if (known !== undefined) return known;
    const all = [...node.belongs].flatMap((atom) => this.beginnings.get(atom) ?? []);
    this.byNode.set(node, all);
    return all;
  }

  private mostTelling(variant: Variant): number {
    const cost = (atom: number): number =>
      (this.atoms.everyday[atom] === true ? 1e6 : 0) + (this.atoms.phrases[atom] ?? 0);
    const costs = variant.steps.map((step) => cost(step.atom));
    return costs.indexOf(Math.min(...costs));
  }
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

function grow(variant: Variant, step: number, phrase: Phrase, place: Place): Match | null {
  const middle = { atom: variant.steps[step]?.atom as number, start: phrase.start, end: phrase.end };
  if (!hasNeighbours(variant, step, phrase, place)) return null;
  const before = growBack(variant, step, middle.start, place);
  if (before === undefined) return null;
  const after = growOn(variant, step, middle.end, place);
  if (after === undefined) return null;
  const units = [...unchain(before), middle, ...unchain(after).reverse()];
  return { units, start: (units[0] as MatchedUnit).start, end: (units.at(-1) as MatchedUnit).end };
}

/** Most beginnings lead nowhere; this finds out without building anything. */
function hasNeighbours({ steps }: Variant, step: number, phrase: Phrase, place: Place): boolean {
  const own = steps[step];
  const previous = steps[step - 1];
  const next = steps[step + 1];
  if (own !== undefined && previous !== undefined && !standsBefore(previous.atom, own.gap, phrase.start, place))
    return false;
  return next === undefined || standsAfter(next.atom, next.gap, phrase.end, place);
}

function standsBefore(atom: number, gap: Step['gap'], edge: number, { tokens, tags }: Place): boolean {
  for (let end = edge; end >= 0 && end >= edge - gap.upTo; end -= 1) {
    if (!gap.crosses && tokens[end]?.breakBefore === 2) return false;
    for (const phrase of tags.endingAt(end)) if (phrase.node.belongs.has(atom)) return true;
  }
  return false;
}

function standsAfter(atom: number, gap: Step['gap'], edge: number, { tokens, tags }: Place): boolean {
  for (let start = edge; start < tokens.length && start <= edge + gap.upTo; start += 1) {
    if (!gap.crosses && tokens[start]?.breakBefore === 2) return false;
    for (const phrase of tags.startingAt(start)) if (phrase.node.belongs.has(atom)) return true;
  }
  return false;
}

/** Steps before the telling one, nearest first. `undefined`: they are not there; `null`: there are none. */
function growBack(variant: Variant, from: number, start: number, place: Place): Chain | null | undefined {
  if (from === 0 && !variant.fromStart) return null;
  let chains = new Map<number, Chain | null>([[start, null]]);
  for (let step = from; step > 0; step -= 1) {
    const { gap } = variant.steps[step] as Variant['steps'][number];
    const { atom } = variant.steps[step - 1] as Variant['steps'][number];
    const longer = new Map<number, Chain>();
    for (const [edge, rest] of chains) {
      for (let end = edge; end >= 0 && end >= edge - gap.upTo; end -= 1) {
        if (!gap.crosses && place.tokens[end]?.breakBefore === 2) break;
        for (const phrase of place.tags.endingAt(end)) {
          if (!phrase.node.belongs.has(atom) || longer.has(phrase.start)) continue;
          longer.set(phrase.start, { unit: { atom, start: phrase.start, end }, rest });
        }
      }
    }
    if (longer.size === 0) return undefined;
    chains = longer;
  }
  for (const [edge, chain] of chains) if (!variant.fromStart || edge === place.judgedFrom) return chain;
  return undefined;
}

/** Steps after the telling one, nearest first. */
function growOn(variant: Variant, from: number, end: number, place: Place): Chain | null | undefined {
  if (from === variant.steps.length - 1 && variant.toEnd === null) return null;
  let chains = new Map<number, Chain | null>([[end, null]]);
  for (const { atom, gap } of variant.steps.slice(from + 1)) {
    const longer = new Map<number, Chain>();
    for (const [edge, rest] of chains) {
      for (let start = edge; start < place.tokens.length && start <= edge + gap.upTo; start += 1) {
        if (!gap.crosses && place.tokens[start]?.breakBefore === 2) break;
        for (const phrase of place.tags.startingAt(start)) {
          if (!phrase.node.belongs.has(atom) || longer.has(phrase.end)) continue;
          longer.set(phrase.end, { unit: { atom, start, end: phrase.end }, rest });
        }
      }
    }
    if (longer.size === 0) return undefined;
    chains = longer;
  }
  for (const [edge, chain] of chains)
    if (variant.toEnd === null || edge + variant.toEnd >= place.tokens.length) return chain;
  return undefined;
}

/** Outermost unit first. */
function unchain(last: Chain | null): MatchedUnit[] {
  const units: MatchedUnit[] = [];
  for (let chain = last; chain !== null; chain = chain.rest) units.push(chain.unit);
  return units;
}
