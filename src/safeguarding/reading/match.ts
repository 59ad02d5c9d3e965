import { belongsTo } from '../patterns/endings';
import type { Variant } from '../patterns/layout';
import type { Step } from '../patterns/patternLanguage';
import type { Token } from '../text/tokens';
import type { Edges } from './edges';
import type { Phrase, Row, Tags } from './tag';

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
export interface Place {
  readonly tokens: readonly Token[];
  readonly tags: Tags;
  /** First token of the judged message. */
  readonly judgedFrom: number;
}

/** A place, and where ^, ; and $ stand in it. */
interface Edged extends Place {
  readonly edges: Edges;
}

/** The rarest unit, with which every search begins. */
const TELLING = 0;
const NOWHERE = -1;

/**
 * Searches for a pattern from its rarest unit to both sides, one unit at a time. Units that were tried are rows of
 * numbers: where each starts and ends, and from which unit it was reached. Most lead nowhere, so no object is made
 * before a pattern is complete, and the lists are reused.
 */
export class Grower {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly reachedFrom: number[] = [];
  private tried = 0;

  /** The match of a variant that begins with that phrase; null where its other units do not stand around it. */
  grow(variant: Variant, phrase: Phrase, place: Edged): Match | null {
    if (!hasNeighbours(variant, phrase, place)) return null;
    this.tried = 0;
    this.add(phrase.start, phrase.end, TELLING);
    const before = this.growBack(variant, place);
    if (before === NOWHERE) return null;
    const after = this.growOn(variant, place);
    return after === NOWHERE ? null : this.matchBetween(variant, before, after);
  }

  /** The outermost unit of the steps before the telling one, which may be that itself. */
  private growBack({ steps, begin, fromStart }: Variant, place: Edged): number {
    let first = TELLING;
    for (let step = begin; step > 0; step -= 1) {
      const { gap } = steps[step] as Variant['steps'][number];
      const { atom } = steps[step - 1] as Variant['steps'][number];
      const behind = this.tried;
      const last = step === begin ? TELLING + 1 : behind;
      for (let each = first; each < last; each += 1) this.lengthenBack(atom, gap, each, behind, place);
      if (this.tried === behind) return NOWHERE;
      first = behind;
    }
    return fromStart === null ? first : this.firstFromStart(first, fromStart, place);
  }

  private firstFromStart(first: number, fromStart: number, { edges }: Edged): number {
    return this.firstWhere(first, (unit) => {
      const start = this.starts[unit] as number;
      return edges.starts.some((edge) => edge <= start && start <= edge + fromStart);
    });
  }

  private growOn({ steps, begin, toEnd, toPause }: Variant, place: Edged): number {
    let first = TELLING;
    for (let step = begin + 1; step < steps.length; step += 1) {
      const { atom, gap } = steps[step] as Variant['steps'][number];
      const behind = this.tried;
      const last = step === begin + 1 ? TELLING + 1 : behind;
      for (let each = first; each < last; each += 1) this.lengthenOn(atom, gap, each, behind, place);
      if (this.tried === behind) return NOWHERE;
      first = behind;
    }
    if (toPause) return this.firstAtPause(first, place);
    return toEnd === null ? first : this.firstToEnd(first, toEnd, place);
  }

  private firstAtPause(first: number, { edges }: Edged): number {
    return this.firstWhere(first, (unit) => edges.isPause(this.ends[unit] as number));
  }

  private firstToEnd(first: number, toEnd: number, { edges }: Edged): number {
    return this.firstWhere(first, (unit) => {
      const end = this.ends[unit] as number;
      return edges.ends.some((edge) => end <= edge && end + toEnd >= edge);
    });
  }

  /** Of the units tried last, which begin with `first`. */
  private firstWhere(first: number, holds: (unit: number) => boolean): number {
    const last = first === TELLING ? TELLING + 1 : this.tried;
    for (let unit = first; unit < last; unit += 1) if (holds(unit)) return unit;
    return NOWHERE;
  }

  /** Every way back from a unit by that atom, nearest first; of those that come to the same place the first is enough. */
  private lengthenBack(atom: number, gap: Step['gap'], from: number, behind: number, { tokens, tags }: Place): void {
    const { phrases, first } = tags.ending;
    const edge = this.starts[from] as number;
    for (let end = edge; end >= 0 && end >= edge - gap.upTo; end -= 1) {
      if (!gap.crosses && tokens[end]?.breakBefore === 2) return;
      const next = first[end + 1] as number;
      for (let at = first[end] as number; at < next; at += 1) {
        const { node, start } = phrases[at] as Phrase;
        if (belongsTo(node, atom) && !this.has(this.starts, start, behind)) this.add(start, end, from);
      }
    }
  }

  private lengthenOn(atom: number, gap: Step['gap'], from: number, behind: number, { tokens, tags }: Place): void {
    const { phrases, first } = tags.starting;
    const edge = this.ends[from] as number;
    for (let start = edge; start < tokens.length && start <= edge + gap.upTo; start += 1) {
      if (!gap.crosses && tokens[start]?.breakBefore === 2) return;
      const next = first[start + 1] as number;
      for (let at = first[start] as number; at < next; at += 1) {
        const { node, end } = phrases[at] as Phrase;
        if (belongsTo(node, atom) && !this.has(this.ends, end, behind)) this.add(start, end, from);
      }
    }
  }

  private add(start: number, end: number, from: number): void {
    this.starts[this.tried] = start;
    this.ends[this.tried] = end;
    this.reachedFrom[this.tried] = from;
    this.tried += 1;
  }

  private has(edges: readonly number[], edge: number, behind: number): boolean {
    for (let unit = behind; unit < this.tried; unit += 1) if (edges[unit] === edge) return true;
    return false;
  }

  private matchBetween({ steps, begin }: Variant, before: number, after: number): Match {
    const units = new Array<MatchedUnit>(steps.length);
    const put = (step: number, unit: number): void => {
      const { atom } = steps[step] as Variant['steps'][number];
      units[step] = { atom, start: this.starts[unit] as number, end: this.ends[unit] as number };
    };
    let unit = before;
    for (let step = 0; step < begin; step += 1, unit = this.reachedFrom[unit] as number) put(step, unit);
    unit = after;
    for (let step = steps.length - 1; step > begin; step -= 1, unit = this.reachedFrom[unit] as number) put(step, unit);
    put(begin, TELLING);
    return { units, start: this.starts[before] as number, end: (units.at(-1) as MatchedUnit).end };
  }
}

/** Whether the neighbours of the first unit stand there at all; most do not, and this finds out cheaply. */
function hasNeighbours({ steps, begin }: Variant, phrase: Phrase, place: Place): boolean {
  const own = steps[begin];
  const previous = steps[begin - 1];
  const next = steps[begin + 1];
  if (own !== undefined && previous !== undefined && !standsBefore(previous.atom, own.gap, phrase.start, place))
    return false;
  return next === undefined || standsAfter(next.atom, next.gap, phrase.end, place);
}

function standsBefore(atom: number, gap: Step['gap'], edge: number, { tokens, tags }: Place): boolean {
  const { ending } = tags;
  for (let end = edge; end >= 0 && end >= edge - gap.upTo; end -= 1) {
    if (!gap.crosses && tokens[end]?.breakBefore === 2) return false;
    if (standsAt(ending, end, atom)) return true;
  }
  return false;
}

function standsAfter(atom: number, gap: Step['gap'], edge: number, { tokens, tags }: Place): boolean {
  const { starting } = tags;
  for (let start = edge; start < tokens.length && start <= edge + gap.upTo; start += 1) {
    if (!gap.crosses && tokens[start]?.breakBefore === 2) return false;
    if (standsAt(starting, start, atom)) return true;
  }
  return false;
}

function standsAt({ phrases, first }: Row, token: number, atom: number): boolean {
  const next = first[token + 1] as number;
  for (let at = first[token] as number; at < next; at += 1)
    if (belongsTo((phrases[at] as Phrase).node, atom)) return true;
  return false;
}
