import { belongsTo } from './endings';
import type { Variant } from './layout';
import type { Step } from './patternLanguage';
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

interface Chain {
  readonly unit: MatchedUnit;
  readonly rest: Chain | null;
}
export interface Place {
  readonly tokens: readonly Token[];
  readonly tags: Tags;
  /** First token of the judged message, where ^ stands. */
  readonly judgedFrom: number;
}

/** The match of a variant that begins with that phrase; null where its other units do not stand around it. */
export function grow(variant: Variant, phrase: Phrase, place: Place): Match | null {
  const step = variant.begin;
  const middle = { atom: variant.steps[step]?.atom as number, start: phrase.start, end: phrase.end };
  if (!hasNeighbours(variant, phrase, place)) return null;
  const before = growBack(variant, step, middle.start, place);
  if (before === undefined) return null;
  const after = growOn(variant, step, middle.end, place);
  if (after === undefined) return null;
  const units = [...unchain(before), middle, ...unchain(after).reverse()];
  return { units, start: (units[0] as MatchedUnit).start, end: (units.at(-1) as MatchedUnit).end };
}

/** Most beginnings lead nowhere; this finds out without building anything. */
function hasNeighbours({ steps, begin }: Variant, phrase: Phrase, place: Place): boolean {
  const own = steps[begin];
  const previous = steps[begin - 1];
  const next = steps[begin + 1];
  if (own !== undefined && previous !== undefined && !standsBefore(previous.atom, own.gap, phrase.start, place))
    return false;
  return next === undefined || standsAfter(next.atom, next.gap, phrase.end, place);
}

function standsBefore(atom: number, gap: Step['gap'], edge: number, { tokens, tags }: Place): boolean {
  for (let end = edge; end >= 0 && end >= edge - gap.upTo; end -= 1) {
    if (!gap.crosses && tokens[end]?.breakBefore === 2) return false;
    for (const phrase of tags.endingAt(end)) if (belongsTo(phrase.node, atom)) return true;
  }
  return false;
}

function standsAfter(atom: number, gap: Step['gap'], edge: number, { tokens, tags }: Place): boolean {
  for (let start = edge; start < tokens.length && start <= edge + gap.upTo; start += 1) {
    if (!gap.crosses && tokens[start]?.breakBefore === 2) return false;
    for (const phrase of tags.startingAt(start)) if (belongsTo(phrase.node, atom)) return true;
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
          if (!belongsTo(phrase.node, atom) || longer.has(phrase.start)) continue;
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
          if (!belongsTo(phrase.node, atom) || longer.has(phrase.end)) continue;
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
