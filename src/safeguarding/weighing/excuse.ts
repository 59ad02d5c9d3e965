import type { Kind } from '../../vocabulary/concerns';
import type { Compiled } from '../reading/compile';
import type { Match } from '../reading/match';
import type { Reading } from '../reading/reading';

/** Tokens that a frame excuses ("dying of laughter", "in the film ..."), and nothing beside them. */
interface Excused {
  /** What is excused: words named one by one, what stands in the gaps between them as well, or all of a sentence. */
  readonly what: 'exact words' | 'loose words' | 'sentence';
  readonly from: number;
  readonly to: number;
  readonly mine: boolean;
  readonly exceptKinds: readonly Kind[];
}

/** Whether a match of a rule of those kinds is excused. */
export type Excuse = (match: Match, kinds: readonly Kind[]) => boolean;

/** Whether any frame that excuses rules stands in what is read. */
export function hasExcuses(reading: Reading, compiled: Compiled): boolean {
  return framesOfRules(compiled).some(({ owner }) => reading.has(owner));
}

function framesOfRules({ frames }: Compiled): Compiled['frames'] {
  return frames.filter(({ frame }) => frame.excuses !== 'anticlimax');
}

/** Tells whether the alarming words of a match stand inside an excused stretch. */
export function excuser(reading: Reading, compiled: Compiled): Excuse {
  return excusing(reading, compiled, () => true);
}

/** The same, of frames of exact words alone. */
export function exactExcuser(reading: Reading, compiled: Compiled): Excuse {
  return excusing(reading, compiled, ({ what }) => what === 'exact words');
}

/** The same, of all frames but those of whole sentences. */
export function wordsExcuser(reading: Reading, compiled: Compiled): Excuse {
  return excusing(reading, compiled, ({ what }) => what !== 'sentence');
}

function excusing(reading: Reading, compiled: Compiled, counts: (stretch: Excused) => boolean): Excuse {
  const stretches: Excused[] = framesOfRules(compiled).flatMap(({ frame, owner }) =>
    reading.matchesOf(owner).map((match) => {
      const how = { mine: frame.mine ?? frame.excuses === 'words', exceptKinds: frame.exceptKinds ?? [] };
      if (frame.excuses === 'words') return { from: match.start, to: match.end, what: exactness(match), ...how };
      return { ...sentenceAround(reading, match), what: 'sentence', ...how };
    }),
  );
  const excused = stretches.filter(counts);
  if (excused.length === 0) return () => false;
  const { tags } = reading;
  const isMe = (start: number, end: number): boolean => tags.covers(compiled.people.me, start, end);
  return (match, kinds) => {
    if (!excused.some((stretch) => match.start < stretch.to && stretch.from < match.end)) return false;
    const mine = match.units.some((unit) => isMe(unit.start, unit.end));
    const telling = match.units.filter((unit) => !isMe(unit.start, unit.end));
    const units = telling.length > 0 ? telling : match.units;
    return excused.some(
      (stretch) =>
        (stretch.mine || !mine) &&
        !kinds.some((kind) => stretch.exceptKinds.includes(kind)) &&
        units.some((unit) => unit.start < stretch.to && stretch.from < unit.end),
    );
  };
}

/** How many words that a frame does not name may stand among those it does. */
const MOST_UNNAMED = 3;

function exactness({ start, end, units }: Match): 'exact words' | 'loose words' {
  const named = units.reduce((words, unit) => words + unit.end - unit.start, 0);
  return end - start - named <= MOST_UNNAMED ? 'exact words' : 'loose words';
}

/**
 * Words that begin a reason or a time: "he hit me cos i lost at fifa". What follows them does not make a game of what
 * stands before.
 */
const REASONS = new Set(['cos', 'coz', 'cus', 'cause', 'because', 'after']);

function sentenceAround({ tokens }: Reading, match: Match): { from: number; to: number } {
  let to = match.end;
  while (to < tokens.length && tokens[to]?.breakBefore !== 2 && tokens[to]?.message === tokens[to - 1]?.message)
    to += 1;
  let from = match.start;
  /** After a comma the reason has ended. */
  let inClause = true;
  while (from > 0 && tokens[from]?.breakBefore !== 2 && tokens[from]?.message === tokens[from - 1]?.message) {
    if (inClause && from < match.start && REASONS.has(tokens[from]?.forms[0] ?? '')) return { from: from + 1, to };
    inClause = inClause && tokens[from]?.breakBefore === 0;
    from -= 1;
  }
  return { from, to };
}
