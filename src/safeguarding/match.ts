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

/** Units from the telling one outwards; the rest lie nearer to it. */
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
  if (from === 0) return !variant.fromStart || start === place.judgedFrom ? null : undefined;
  let chains: readonly Chain[] = [];
  for (let step = from; step > 0; step -= 1) {
    const { gap } = variant.steps[step] as Variant['steps'][number];
    const { atom } = variant.steps[step - 1] as Variant['steps'][number];
    const longer: Chain[] = [];
    if (step === from) lengthenBack(atom, gap, start, null, place, longer);
    else for (const chain of chains) lengthenBack(atom, gap, chain.unit.start, chain, place, longer);
    if (longer.length === 0) return undefined;
    chains = longer;
  }
  return variant.fromStart ? chains.find(({ unit }) => unit.start === place.judgedFrom) : chains[0];
}

/** Steps after the telling one, nearest first. */
function growOn(variant: Variant, from: number, end: number, place: Place): Chain | null | undefined {
  const { steps, toEnd } = variant;
  const isLast = (edge: number): boolean => toEnd === null || edge + toEnd >= place.tokens.length;
  if (from === steps.length - 1) return isLast(end) ? null : undefined;
  let chains: readonly Chain[] = [];
  for (let step = from + 1; step < steps.length; step += 1) {
    const { atom, gap } = steps[step] as Variant['steps'][number];
    const longer: Chain[] = [];
    if (step === from + 1) lengthenOn(atom, gap, end, null, place, longer);
    else for (const chain of chains) lengthenOn(atom, gap, chain.unit.end, chain, place, longer);
    if (longer.length === 0) return undefined;
    chains = longer;
  }
  return chains.find(({ unit }) => isLast(unit.end));
}

/** Every way back from an edge by that unit, nearest first; of those that come to the same place the first is enough. */
function lengthenBack(
  atom: number,
  gap: Step['gap'],
  edge: number,
  rest: Chain | null,
  { tokens, tags }: Place,
  longer: Chain[],
): void {
  for (let end = edge; end >= 0 && end >= edge - gap.upTo; end -= 1) {
    if (!gap.crosses && tokens[end]?.breakBefore === 2) return;
    for (const { node, start } of tags.endingAt(end)) {
      if (!belongsTo(node, atom) || longer.some(({ unit }) => unit.start === start)) continue;
      longer.push({ unit: { atom, start, end }, rest });
    }
  }
}

function lengthenOn(
  atom: number,
  gap: Step['gap'],
  edge: number,
  rest: Chain | null,
  { tokens, tags }: Place,
  longer: Chain[],
): void {
  for (let start = edge; start < tokens.length && start <= edge + gap.upTo; start += 1) {
    if (!gap.crosses && tokens[start]?.breakBefore === 2) return;
    for (const { node, end } of tags.startingAt(start)) {
      if (!belongsTo(node, atom) || longer.some(({ unit }) => unit.end === end)) continue;
      longer.push({ unit: { atom, start, end }, rest });
    }
  }
}

/** Outermost unit first. */
function unchain(last: Chain | null): MatchedUnit[] {
  const units: MatchedUnit[] = [];
  for (let chain = last; chain !== null; chain = chain.rest) units.push(chain.unit);
  return units;
}
